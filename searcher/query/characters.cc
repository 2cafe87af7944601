#include "searcher/query/characters.h"

#include <unicode/uchar.h>

#include "core/text/utf8.h"
#include "core/text/visible.h"

namespace tracuu::query {
namespace {

UChar32 icu_code(char32_t code) {
  return static_cast<UChar32>(code);
}

bool is_mark(char32_t code) {
  return (U_MASK(u_charType(icu_code(code))) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

bool is_control(char32_t code) {
  return u_charType(icu_code(code)) == U_CONTROL_CHAR;
}

// Counts the characters of which `is_counted` says so.
template <typename Predicate>
std::size_t count_if(std::string_view text, Predicate is_counted) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded c = text::decode(text, i);
    if (is_counted(c.value)) ++count;
    i += c.length;
  }
  return count;
}

// The character to show for `code`, without which a line could be read or written wrongly.
char32_t harmless_code(char32_t code) {
  if (is_blank(code) && (code == U'\t' || code == U'\n' || !text::is_unsafe(code))) return U' ';
  // Format characters are invisible or turn the line around; private ones have no known width.
  constexpr std::uint32_t kInvisible = U_GC_CF_MASK | U_GC_CS_MASK | U_GC_CN_MASK | U_GC_CO_MASK;
  const bool is_invisible = (U_MASK(u_charType(icu_code(code))) & kInvisible) != 0;
  return is_invisible || text::is_unsafe(code) ? text::kReplacement : code;
}

}  // namespace

bool is_blank(char32_t code) {
  return is_control(code) || u_isUWhiteSpace(icu_code(code));
}

bool is_quote(char32_t code) {
  static constexpr std::u32string_view kQuotes = U"\"“”„‟«»＂";
  return kQuotes.find(code) != kQuotes.npos;
}

bool is_letter_or_digit(char32_t code) {
  return u_isalnum(icu_code(code));
}

bool has_lower_case(std::string_view text) {
  return count_if(text, [](char32_t code) { return u_islower(icu_code(code)); }) > 0;
}

bool has_upper_case(std::string_view text) {
  return count_if(text, [](char32_t code) { return u_isupper(icu_code(code)); }) > 0;
}

bool begins_with_letter_or_digit(std::string_view text) {
  return !text.empty() && is_letter_or_digit(text::decode(text, 0).value);
}

std::size_t count_letters_and_digits(std::string_view text) {
  return count_if(text, is_letter_or_digit);
}

std::size_t count_letters_and_signs(std::string_view text) {
  return count_if(text, [](char32_t code) { return !is_mark(code); });
}

std::string with_single_blanks(std::string_view text) {
  std::string out;
  bool is_apart = false;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded c = text::decode(text, i);
    if (is_blank(c.value)) {
      is_apart = true;
    } else {
      if (is_apart && !out.empty()) out += ' ';
      out += text.substr(i, c.length);
      is_apart = false;
    }
    i += c.length;
  }
  return out;
}

std::size_t column_width(char32_t code) {
  if (is_mark(code)) return 0;
  const auto width =
      static_cast<UEastAsianWidth>(u_getIntPropertyValue(icu_code(code), UCHAR_EAST_ASIAN_WIDTH));
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded c = text::decode(text, i);
    text::append_utf8(out, harmless_code(c.value));
    i += c.length;
  }
  return out;
}

std::size_t count_columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded c = text::decode(text, i);
    columns += column_width(c.value);
    i += c.length;
  }
  return columns;
}

}  // namespace tracuu::query
