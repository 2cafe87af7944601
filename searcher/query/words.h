// When a word is more than a word: the rules that the reader (tokens.h) and print() share, so
// that what is printed is read back as what it was.
//
//   «-Huế»  has a sign        «HOẶC»  is an operator        «chuy*»  is a prefix
//   «-»     has none          «hoặc»  is none               «*»      is none
//
// All take one word: no blanks, quotes or round brackets in it.

#pragma once

#include <optional>
#include <string_view>

namespace tracuu::query {

inline constexpr char kEscape = '\\';  // before a word: take it as plain text

enum class Operator { kOr, kAnd, kNot, kNear };

struct OperatorWord {
  Operator kind = Operator::kOr;
  bool is_vietnamese = false;    // HOẶC, VÀ, KHÔNG, GẦN without a distance
  std::optional<long> distance;  // of NEAR/5, as typed: may be out of bounds
};

// Returns what the word means as an operator, nothing for any other word.
std::optional<OperatorWord> operator_word(std::string_view word);

// Returns whether a Vietnamese operator word between these two is part of a text in capitals:
// none of them has a small letter and one has a capital. An empty neighbour is no word.
bool is_between_capitals(std::string_view previous, std::string_view next);

// Returns whether the word begins with '+' or '-' as an operator.
bool has_sign(std::string_view word);

enum class PrefixShape { kNone, kTooShort, kPrefix };
PrefixShape prefix_shape(std::string_view word);

// Returns what stands before the word's first colon: a field's name, perhaps. Empty without one.
std::string_view before_colon(std::string_view word);

}  // namespace tracuu::query
