// First step of reading a query: its text cut into words, phrases and brackets.
//
//   cq:"Bộ Y tế" (Huế)   kWord «cq:», kPhrase «Bộ Y tế», kOpen, kWord «Huế», kClose
//
// Nothing is decided here about what a word means: that is tokens.h.

#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "searcher/query/ast.h"
#include "searcher/query/error.h"

namespace tracuu::query {

struct Piece {
  enum class Kind { kWord, kPhrase, kOpen, kClose };
  Kind kind = Kind::kWord;
  std::string_view text;        // of the query; of a phrase without its quotes
  Span span;                    // of a phrase with its quotes
  bool is_after_blank = false;  // or at the beginning
};

// Returns the pieces of `query`, which must outlive them. Two words always have a blank between
// them. Cost: one pass.
std::variant<std::vector<Piece>, QueryError> scan(std::string_view query);

}  // namespace tracuu::query
