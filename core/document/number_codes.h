// The codes that document numbers are made of: types (QĐ, TTr) and organs (UBND, BTTTT, TW).
//
//   find("QĐ"), find("QD"), find("qđ")  all give QĐ
//   find("HD") gives HD (hướng dẫn), never HĐ: exact spelling first, without marks last
//   find("TƯ"), find("T.Ư"), find("TW") all give TW; find("TU") gives TU (Tỉnh ủy)
//
// From data/doctypes.tsv and data/agencies.tsv. Internal to core/document.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace tracuu {

struct NumberCode {
  std::string text;  // as the tables write it
  bool is_type = false;
  bool is_organ = false;
  bool is_party = false;  // an organ of the party: 01-NQ/TU
};

// Immutable after construction; safe from any thread.
class NumberCodes {
 public:
  NumberCodes(std::string_view doctypes, std::string_view agencies);

  // Returns the code that was meant, nullptr for one that no table has.
  const NumberCode* find(std::string_view written) const;

 private:
  NumberCode& code(std::string_view text);

  std::unordered_map<std::string, NumberCode> codes_;
  // From the forms in small letters, with and without marks, to the code's text.
  std::unordered_map<std::string, std::string> by_small_;
  std::unordered_map<std::string, std::string> by_plain_;
};

// Returns the codes compiled into the program.
const NumberCodes& number_codes();

// Whether documents of this type name all the organs that issue them together.
bool is_joint_type(std::string_view code);

// Whether the code stood alone as a symbol before 1997: 64-CP, 217-HĐBT.
bool is_old_symbol(std::string_view code);

// Whether the body's code carries the number of its term: QH14, UBTVQH15, HĐNN8.
bool has_terms(std::string_view code);

}  // namespace tracuu
