// The types of document that the rules of the state and the party know, from data/doctypes.tsv.
//
//   canonical_type("QUYẾT ĐỊNH")              == "Quyết định"
//   type_of_line("N G H Ị   Q U Y Ế T")       == "Nghị quyết"
//   type_of_line("QUYẾT ĐỊNH:")               == ""      (the enacting formula, no heading)
//   leading_type("nghi dinh số 46/2018/…")    == {"Nghị định", 9}
//
// Names are compared by name_key, so case and marks do not matter. Whose document it is does not
// make a type of its own: «Nghị quyết của Quốc hội» is a Nghị quyết.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tracuu {

struct DocumentType {
  std::string name;                  // "Quyết định"
  std::vector<std::string> symbols;  // "QĐ"; none for công văn, luật
};

// A type name that a text begins with.
struct LeadingType {
  std::string name;
  std::size_t length = 0;  // bytes of the text

  friend bool operator==(const LeadingType&, const LeadingType&) = default;
};

// Immutable after construction; safe from any thread.
class DocumentTypes {
 public:
  // REQUIRES: `table` is data/doctypes.tsv.
  explicit DocumentTypes(std::string_view table);

  // All types, in the order of the table.
  const std::vector<DocumentType>& all() const { return types_; }

  // Returns the type of that name, nullptr if there is none.
  const DocumentType* find(std::string_view name) const;

  // Returns the type that carries the symbol in a number, exactly as written: "QĐ" is Quyết định
  // (never the Quy định of the party, which only the heading tells). nullptr if there is none.
  const DocumentType* find_symbol(std::string_view symbol) const;

  // Returns the type whose name is these letters whatever blanks stand between.
  const DocumentType* find_spaced(std::string_view name) const;

 private:
  void add(std::string_view name, std::string_view symbol);

  std::vector<DocumentType> types_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::string, std::size_t> by_letters_;  // the key without blanks
  std::unordered_map<std::string, std::size_t> by_symbol_;
};

// Returns the table compiled into the program.
const DocumentTypes& document_types();

// Returns the name as the table writes it, empty for one the table does not know.
std::string canonical_type(std::string_view name);

// Returns the type of a heading: a line in capitals that is a type's name and nothing else.
std::string type_of_line(std::string_view line);

// Returns the longest type name that `text` begins with, in any case, ending at a word's end.
std::optional<LeadingType> leading_type(std::string_view text);

}  // namespace tracuu
