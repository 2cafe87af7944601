// The numbers of documents: how they are written, found, typed, and when two are the same.
//
//   parse_number("44 /2005/QÐ‑UBND")     canonical 44/2005/QĐ-UBND, key 44/2005/QD-UBND
//   parse_number("Số: 01 - NQ/T.Ư")      canonical 01-NQ/TW,        key 1-NQ/TW
//   parse_number_query("456 qd ubnd")    canonical 456/QĐ-UBND
//   find_numbers("… Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 …")  one, at «15/2020/NĐ-CP»
//
// The grammar is in number_grammar.h. Dates, fractions, year ranges, telephone numbers and
// standards (TCVN 6909:2001) are no numbers; «Nghị quyết 01» is a reference, not a number.
// Party numbers recur every term, so the key alone does not identify a document.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

struct DocumentNumber {
  std::string canonical;  // "15/2020/NĐ-CP", with the zeros it was written with
  std::string key;        // capitals without marks or leading zeros: equal for equal numbers

  std::string sequence;             // "15", "12a", "66.16"
  int year = 0;                     // 0 when the number carries none
  std::string type;                 // "NĐ"; empty in công văn and in laws
  std::vector<std::string> organs;  // "CP"; several in joint documents
  std::string unit;                 // "KSTT" in 1234/UBND-KSTT
  int term = 0;                     // of the National Assembly: 14 in QH14

  friend bool operator==(const DocumentNumber&, const DocumentNumber&) = default;
};

struct NumberMention {
  std::size_t offset = 0;  // bytes; «số» is not part of it
  std::size_t length = 0;
  DocumentNumber number;
};

// A typed query that is a document number and nothing else.
struct NumberQuery {
  DocumentNumber number;
  std::string type;  // of the word before it: "Nghị định"
  bool is_complete =
      true;  // false for the beginning of a number: "12/2016/tt-", "thông tư 24/2012"
};

// Returns the number that the whole text is, with or without «Số:» before it.
std::optional<DocumentNumber> parse_number(std::string_view text);

// Returns the key that a document's own number goes by, as in the index: of the grammar where it
// fits, of its words otherwise. Empty for an empty number.
std::string number_key(std::string_view number);

// Returns the numbers of running text in order. Linear, more than 60 MB/s between numbers.
std::vector<NumberMention> find_numbers(std::string_view text);

// Returns the number that a query means, as clerks type it: any case, without marks, blanks for
// separators, a type word and «số» before it. Nothing when there is anything else in the query.
std::optional<NumberQuery> parse_number_query(std::string_view text);

}  // namespace tracuu
