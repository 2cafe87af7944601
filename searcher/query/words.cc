// The cheap question comes first everywhere: only short words without small letters are folded to
// be looked up as operators.

#include "searcher/query/words.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "core/text/fold.h"
#include "searcher/query/characters.h"
#include "searcher/query/grammar.h"

namespace tracuu::query {
namespace {

struct OperatorName {
  std::string_view name;  // folded, with its marks
  Operator kind;
  bool is_vietnamese;
};

constexpr OperatorName kOperatorNames[] = {
    {"or", Operator::kOr, false},     {"hoặc", Operator::kOr, true},
    {"and", Operator::kAnd, false},   {"và", Operator::kAnd, true},
    {"not", Operator::kNot, false},   {"không", Operator::kNot, true},
    {"near", Operator::kNear, false}, {"gần", Operator::kNear, true},
};

// Longer than any name, even decomposed: nothing longer is folded.
constexpr std::size_t kMaxNameBytes = 12;

// Returns the number if the text is digits only. Whatever does not fit is out of bounds anyway.
std::optional<long> whole_number(std::string_view digits) {
  long value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool is_number =
      !digits.empty() && digits.front() != '-' && end == digits.data() + digits.size();
  if (!is_number) return std::nullopt;
  return error == std::errc::result_out_of_range ? kMaxNearDistance + 1L : value;
}

}  // namespace

std::optional<OperatorWord> operator_word(std::string_view word) {
  const std::size_t slash = word.find('/');
  const std::string_view name = word.substr(0, slash);
  if (name.size() > kMaxNameBytes || has_lower_case(name)) return std::nullopt;

  const std::string folded = fold(name, Marks::kKeep);
  const auto* found = std::ranges::find(kOperatorNames, folded, &OperatorName::name);
  if (found == std::end(kOperatorNames)) return std::nullopt;
  if (slash == word.npos) return OperatorWord{found->kind, found->is_vietnamese, std::nullopt};

  const std::optional<long> distance = whole_number(word.substr(slash + 1));
  if (found->kind != Operator::kNear || !distance) return std::nullopt;
  return OperatorWord{Operator::kNear, false, distance};
}

bool is_between_capitals(std::string_view previous, std::string_view next) {
  return !has_lower_case(previous) && !has_lower_case(next) &&
         (has_upper_case(previous) || has_upper_case(next));
}

bool has_sign(std::string_view word) {
  if (word.size() < 2 || (word[0] != '+' && word[0] != '-')) return false;
  return word[1] == kEscape || begins_with_letter_or_digit(word.substr(1));
}

PrefixShape prefix_shape(std::string_view word) {
  if (!word.ends_with('*') || word.find('*') + 1 != word.size()) return PrefixShape::kNone;
  if (!begins_with_letter_or_digit(word) || word.find(':') != word.npos) return PrefixShape::kNone;
  return count_letters_and_digits(word) < kMinPrefixLetters ? PrefixShape::kTooShort
                                                            : PrefixShape::kPrefix;
}

std::string_view before_colon(std::string_view word) {
  const std::size_t colon = word.find(':');
  return colon == word.npos ? std::string_view() : word.substr(0, colon);
}

}  // namespace tracuu::query
