#include "core/document/outline/numerals.h"

#include <algorithm>
#include <array>

#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu::outline {
namespace {

using std::size_t;

constexpr std::array kRomanUnits =
    std::to_array<std::string_view>({"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"});
constexpr std::array kRomanTens =
    std::to_array<std::string_view>({"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"});
constexpr std::uint32_t kBase = 10;

// The longest entry of `names` that the text begins with.
template <typename Names>
std::uint32_t longest_prefix(const Names& names, std::string_view text) {
  std::uint32_t best = 0;
  for (std::uint32_t i = 1; i < names.size(); ++i) {
    if (text.starts_with(names[i]) && names[i].size() > names[best].size()) best = i;
  }
  return best;
}

}  // namespace

Numeral read_roman(std::string_view text) {
  const std::uint32_t tens = longest_prefix(kRomanTens, text);
  const std::string_view rest = text.substr(kRomanTens[tens].size());
  const std::uint32_t units = longest_prefix(kRomanUnits, rest);
  const size_t length = kRomanTens[tens].size() + kRomanUnits[units].size();
  if (length == 0 || scan::letter_length(text, length) > 0 || scan::is_digit_at(text, length)) {
    return {};
  }
  return {tens * kBase + units, length};
}

Numeral read_ordinal_word(std::string_view text) {
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"});
  const std::string_view word = scan::word_at(text, 0);
  const std::string small = fold(word, Marks::kKeep);
  for (std::uint32_t i = 1; i < kWords.size(); ++i) {
    if (small == kWords[i]) return {i, word.size()};
  }
  return {};
}

Numeral read_point_letter(std::string_view text) {
  static constexpr std::array kLetters =
      std::to_array<std::string_view>({"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                       "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"});
  constexpr std::string_view kEth = "\u00F0";
  if (text.starts_with(kEth)) return read_point_letter("đ");
  for (std::uint32_t i = 0; i < kLetters.size(); ++i) {
    if (text.starts_with(kLetters[i])) return {i + 1, kLetters[i].size()};
  }
  return {};
}

std::string_view without_zeros(std::string_view number) {
  while (number.size() > 1 && number[0] == '0' && scan::is_digit(number[1])) {
    number.remove_prefix(1);
  }
  return number;
}

std::string anchor_number(std::string_view number) {
  std::string out;
  for (size_t i = 0; i < number.size(); ++i) {
    const char c = number[i];
    if (scan::is_digit(c) || (c >= 'a' && c <= 'z')) {
      out += c;
    } else if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if (number.substr(i).starts_with("đ") || number.substr(i).starts_with("Đ")) {
      out += "dd";
      ++i;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace tracuu::outline
