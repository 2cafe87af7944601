#include "core/document/number_reader.h"

#include "core/document/date.h"
#include "core/document/scan.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxSequenceDigits = 6;
constexpr std::size_t kMaxSubDigits = 3;   // 66.16
constexpr std::size_t kMaxTailDigits = 2;  // QH14, KGVX1
constexpr std::size_t kMaxComponentBytes = 40;

struct Separator {
  char kind = 0;
  bool is_spaced = false;
  std::size_t end = 0;  // 0: none
};

// Reads "/", "-" or another dash with blanks on either side, or blanks alone.
Separator read_separator(std::string_view text, std::size_t i) {
  const std::size_t at = scan::skip_blanks(text, i);
  const bool is_slash = at < text.size() && text[at] == '/';
  const std::size_t length = is_slash ? 1 : scan::dash_length(text, at);
  if (length == 0) return at == i ? Separator{} : Separator{' ', true, at};
  const std::size_t end = scan::skip_blanks(text, at + length);
  return {is_slash ? '/' : '-', at != i || end != at + length, end};
}

std::size_t read_sequence(std::string_view text, std::size_t i) {
  const std::size_t digits = scan::digit_count(text, i, kMaxSequenceDigits);
  if (digits > kMaxSequenceDigits) return 0;
  std::size_t end = i + digits;
  if (end < text.size() && text[end] == '.') {
    const std::size_t sub = scan::digit_count(text, end + 1, kMaxSubDigits);
    if (sub >= 1 && sub <= kMaxSubDigits) end += 1 + sub;
  }
  const bool has_letter = end < text.size() && ((text[end] >= 'a' && text[end] <= 'h') ||
                                                (text[end] >= 'A' && text[end] <= 'H'));
  if (has_letter && scan::letter_length(text, end + 1) == 0) ++end;  // 12a
  return scan::letter_length(text, end) == 0 && !scan::is_digit_at(text, end) ? end : 0;
}

// Letters; between them '&', and dots of abbreviations as in T.Ư.
std::size_t read_letters(std::string_view text, std::size_t i) {
  std::size_t end = i;
  while (end - i <= kMaxComponentBytes) {
    if (const std::size_t letter = scan::letter_length(text, end)) {
      end += letter;
      continue;
    }
    const bool joins = end > i && end < text.size() && (text[end] == '&' || text[end] == '.');
    const bool is_short = text.substr(i, end - i).size() <= 1;
    if (!joins || scan::letter_length(text, end + 1) == 0) break;
    if (text[end] == '.' && !is_short) break;
    ++end;
  }
  return end - i <= kMaxComponentBytes ? end : i;
}

// "14" of QH14; never the digits of a longer number.
std::size_t tail_digits(std::string_view text, std::size_t i) {
  const std::size_t count = scan::digit_count(text, i, kMaxTailDigits);
  return count > kMaxTailDigits || scan::letter_length(text, i + count) != 0 ? 0 : count;
}

// «QH 11», as some write it: the blank belongs to the code when nothing else hangs on.
std::size_t spaced_term(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view letters = text.substr(begin, end - begin);
  if ((letters != "QH" && letters != "UBTVQH") || scan::blank_length(text, end) != 1) return 0;
  const std::size_t digits = tail_digits(text, end + 1);
  const std::size_t behind = end + 1 + digits;
  const bool goes_on = behind < text.size() && (text[behind] == '/' || text[behind] == '-');
  return digits == 0 || goes_on ? 0 : digits;
}

bool read_component(std::string_view text, std::size_t i, NumberComponent& component) {
  const Separator separator = read_separator(text, i);
  if (separator.end == 0) return false;
  const std::size_t end = read_letters(text, separator.end);
  if (end == separator.end) return false;
  const std::size_t term = spaced_term(text, separator.end, end);
  const std::size_t digits_at = term == 0 ? end : end + 1;
  const std::size_t digits = term == 0 ? tail_digits(text, end) : term;
  component.text = text.substr(separator.end, end - separator.end);
  component.digits = text.substr(digits_at, digits);
  component.separator = separator.kind;
  component.is_spaced = separator.is_spaced;
  component.end = digits_at + digits;
  return true;
}

// "/2020" with another separator behind it.
std::size_t read_year(std::string_view text, std::size_t i, int& year) {
  constexpr std::size_t kYearDigits = 4;
  const Separator separator = read_separator(text, i);
  if (separator.kind != '/') return 0;
  if (scan::digit_count(text, separator.end, kYearDigits) != kYearDigits) return 0;
  const int value = scan::digits_value(text, separator.end, kYearDigits);
  if (value < kFirstYear || value > kLastYear) return 0;
  year = value;
  return separator.end + kYearDigits;
}

}  // namespace

NumberParts read_number_parts(std::string_view text, std::size_t i) {
  NumberParts parts;
  std::size_t at = read_sequence(text, i);
  if (at == 0) return parts;
  parts.sequence = text.substr(i, at - i);
  parts.year_end = read_year(text, at, parts.year);
  if (parts.year_end != 0) at = parts.year_end;
  while (parts.count < kMaxComponents) {
    NumberComponent& component = parts.components[parts.count];
    if (!read_component(text, at, component)) break;
    // A blank separates only the first group, of two: 01 NQ/TU.
    if (component.separator == ' ' && parts.count > 0) break;
    at = component.end;
    ++parts.count;
  }
  if (parts.count == 1 && parts.components[0].separator == ' ') parts.count = 0;
  return parts;
}

}  // namespace tracuu
