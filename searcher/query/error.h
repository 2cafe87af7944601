// Why a query does not parse, and where: a value, for a mistyped query is no exception.
//
//   chuyển đổi "số
//   parse(…) == QueryError{kUnclosedQuote, {offset 16, length 1}, {"12"}}
//   describe(…, kVietnamese) == "dấu ngoặc kép ở ký tự thứ 12 chưa được đóng"
//   show_position(…) ==
//     chuyển đổi "số
//                ^

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/language.h"
#include "searcher/query/ast.h"

namespace tracuu::query {

// Argument 0 of each is the position in characters, from 1; the others are named behind the kind.
enum class QueryErrorKind {
  kEmpty,
  kTooLong,         // kMaxQueryBytes
  kTooManyClauses,  // kMaxClauses
  kTooDeep,         // kMaxNesting
  kUnclosedQuote,
  kEmptyPhrase,
  kUnclosedBracket,
  kUnopenedBracket,
  kEmptyGroup,
  kFieldWithoutValue,       // the field's name
  kFieldInField,            // the inner field's name
  kOperatorWithoutOperand,  // the operator as typed
  kNearOperand,             // the operator as typed
  kNearDistance,            // the operator as typed, kMaxNearDistance
  kPrefixTooShort,          // kMinPrefixLetters
};

struct QueryError {
  QueryErrorKind kind = QueryErrorKind::kEmpty;
  Span span;  // bytes of the query as typed, inside it
  std::vector<std::string> arguments;
};

// Returns the error at `span` of `query`, its position put before `arguments`.
QueryError error_at(std::string_view query, QueryErrorKind kind, Span span,
                    std::vector<std::string> arguments = {});

// Returns the sentence for a user: what is wrong, and at which character.
std::string describe(const QueryError& error, Language language);

// Returns the query on one line, and below it a caret under the error's span; both without a line
// feed at the end. Columns are those of a terminal: a combining mark has none. What could disturb
// a terminal (controls, bidi overrides, malformed bytes) is shown by a sign of one column. Of a
// long query only the part around the error is shown, with '…' where it is cut.
std::string show_position(std::string_view query, const QueryError& error);

}  // namespace tracuu::query
