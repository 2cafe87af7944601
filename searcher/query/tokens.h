// Second step of reading a query: what each word means.
//
//   -cơ quan:Bộ* HOẶC \-5   kExclude, kField kAgency, kPrefix «Bộ», kOr, kWord «-5»
//
// The rules are those of grammar.h; how tokens go together is parse.h.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/query/ast.h"
#include "searcher/query/error.h"

namespace tracuu::query {

struct Token {
  enum class Kind {
    kWord,
    kPrefix,
    kPhrase,
    kOpen,
    kClose,
    kRequire,  // '+'
    kExclude,  // '-', NOT
    kOr,
    kAnd,
    kNear,
    kField,
    kEnd,  // the last of all
  };
  Kind kind = Kind::kEnd;
  Span span = {};
  std::string text = {};            // words, prefixes and phrases as the tree has them
  std::optional<Field> field = {};  // of kField
  int distance = 0;                 // of kNear
};

// Returns the tokens of `query`, kEnd last. Cost: linear.
std::variant<std::vector<Token>, QueryError> read_tokens(std::string_view query);

}  // namespace tracuu::query
