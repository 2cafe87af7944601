// The agencies that issue documents: when two names are one agency, and how a name is shown.
//
//   agency_key("UBND tỉnh Thái Nguyên"), agency_key("Uỷ ban nhân dân tỉnh Thái Nguyên") and
//   agency_key("ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN") are all "uy ban nhan dan tinh thai nguyen"
//   agency_label("ỦY BAN NHÂN DÂN TỈNH SÔNG LAM") == "Ủy ban nhân dân tỉnh Sông Lam"
//
// From data/agencies.tsv and data/provinces.tsv. An agency that no table knows has its own
// name_key. A merged agency keeps its own key: documents are never rewritten to the successor.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tracuu {

struct Agency {
  std::string name;                // "Bộ Thông tin và Truyền thông"
  std::string level;               // "chính phủ", "sở", "đảng"
  std::vector<std::string> codes;  // in document numbers: "BTTTT"
};

// Immutable after construction; safe from any thread.
class AgencyNames {
 public:
  // REQUIRES: `agencies` is data/agencies.tsv, `provinces` data/provinces.tsv.
  AgencyNames(std::string_view agencies, std::string_view provinces);

  const std::vector<Agency>& all() const { return agencies_; }

  // Returns the agency of that name, alias or abbreviation, nullptr if the table has none.
  const Agency* find(std::string_view name) const;

  // Returns the agency whose name, alias or abbreviation has that name_key, nullptr if the table
  // has none, and the key under which all its names are equal.
  struct Found {
    const Agency* agency;
    std::string key;
  };
  Found find_name_key(const std::string& key) const;

  // Returns the one agency that carries the code in numbers: "BTTTT". nullptr when there is none
  // or more than one (TW), and for codes that each province has (UBND).
  const Agency* find_code(std::string_view code) const;

  // Returns the agency whose name_key is `key`, nullptr if there is none.
  const Agency* find_key(const std::string& key) const;

  // Returns the province whose name_key is `key` ("Thái Nguyên"), empty if there is none.
  std::string_view find_province(const std::string& key) const;

 private:
  void add_alias(std::string key, std::size_t agency);

  std::vector<Agency> agencies_;
  std::vector<std::string> name_keys_;  // by agency
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::string, std::size_t> by_alias_;
  std::unordered_map<std::string, std::size_t> by_code_;
  std::unordered_map<std::string, std::string> provinces_;
};

// Returns the tables compiled into the program.
const AgencyNames& agency_names();

// Returns the key under which names of one agency are equal.
std::string agency_key(std::string_view name);

// Returns the name as it is shown: a heading in capitals is cased by the tables where they know
// the name, by rule otherwise (generic words small, names of places capitalised); a name with
// small letters is left as it is, but for blanks and «UBND», «HĐND» at its beginning.
std::string agency_label(std::string_view text);

}  // namespace tracuu
