#include <algorithm>
#include <array>

#include "core/document/letter_case.h"
#include "core/document/outline/heading_line.h"
#include "core/document/outline/numerals.h"
#include "core/document/outline/quotes.h"
#include "core/document/scan.h"

namespace tracuu::outline {

using std::size_t;

size_t skip_spaces(std::string_view text, size_t i) {
  while (i < text.size() && scan::blank_length(text, i) > 0) i += scan::blank_length(text, i);
  return i;
}

ReadNumber read_arabic(std::string_view line, size_t i) {
  const size_t digits = scan::digit_count(line, i, kMaxNumberDigits);
  if (digits == 0 || digits > kMaxNumberDigits) return {};
  ReadNumber read;
  read.order = static_cast<std::uint32_t>(scan::digits_value(line, i, digits)) * kOrderStep;
  read.end = i + digits;
  const Numeral letter = read_point_letter(line.substr(read.end));
  if (letter.length > 0 && scan::letter_length(line, read.end + letter.length) == 0) {
    read.end += letter.length;
    read.order += letter.value;
  }
  read.number = without_zeros(line.substr(i, read.end - i));
  return read;
}

ReadNumber read_roman_number(std::string_view line, size_t i) {
  const Numeral roman = read_roman(line.substr(i));
  if (roman.length > 0) {
    return {std::string(line.substr(i, roman.length)), roman.value * kOrderStep, i + roman.length};
  }
  // «Chương IIa»: the letter of an inserted chapter.
  size_t end = i;
  while (end < line.size() && std::string_view("IVXL").find(line[end]) != std::string_view::npos) {
    ++end;
  }
  const Numeral letter = read_point_letter(line.substr(end));
  if (end == i || letter.length == 0) return {};
  const Numeral base = read_roman(line.substr(i, end - i));
  if (base.length == 0 || scan::letter_length(line, end + letter.length) > 0) return {};
  return {std::string(line.substr(i, end + letter.length - i)),
          base.value * kOrderStep + letter.value, end + letter.length};
}

ReadNumber read_capital(std::string_view line, size_t i) {
  constexpr char kLast = 'K';
  if (i >= line.size() || line[i] < 'A' || line[i] > kLast) return {};
  if (scan::letter_length(line, i + 1) > 0) return {};
  return {std::string(1, line[i]), static_cast<std::uint32_t>(line[i] - 'A' + 1) * kOrderStep,
          i + 1};
}

namespace {

// The number of a section «1.1.», its last part as order.
ReadNumber read_dotted(std::string_view line, const ReadNumber& first) {
  ReadNumber read = first;
  constexpr int kMaxParts = 5;
  for (int part = 1; part < kMaxParts; ++part) {
    if (read.end >= line.size() || line[read.end] != '.') break;
    const ReadNumber next = read_arabic(line, read.end + 1);
    if (next.end == 0) break;
    read.number += '.' + next.number;
    read.order = next.order;
    read.end = next.end;
  }
  return read;
}

// Whether a blank and then a letter follow: «1.» alone is a cell of a table, «1.500» an amount.
bool is_followed_by_text(std::string_view line, size_t i) {
  const size_t text = skip_spaces(line, i);
  if (text == i || text >= line.size()) return false;
  return scan::letter_length(line, text) > 0 || quote_mark_length(line, text) > 0 ||
         line[text] == '(' || line[text] == '[';
}

std::optional<Candidate> numbered(const HeadingLine& line, NumberStyle style,
                                  const ReadNumber& number, size_t text) {
  Candidate candidate;
  candidate.kind = style == NumberStyle::kBracket  ? OutlineKind::kPoint
                   : style == NumberStyle::kArabic ? OutlineKind::kClause
                                                   : OutlineKind::kSection;
  candidate.style = style;
  candidate.number = number.number;
  candidate.order = number.order;
  candidate.text_offset = line.offset + skip_spaces(line.text, text);
  return candidate;
}

std::optional<Candidate> read_digits(const HeadingLine& line) {
  const ReadNumber first = read_arabic(line.text, 0);
  if (first.end == 0) return std::nullopt;
  const ReadNumber number = read_dotted(line.text, first);
  const bool is_dotted = number.end > first.end;
  const size_t end = number.end;
  constexpr std::string_view kMarks = ".)-/";
  const bool has_mark =
      end < line.text.size() && kMarks.find(line.text[end]) != std::string_view::npos;
  if (!has_mark && !is_dotted) return std::nullopt;
  const size_t text = has_mark ? end + 1 : end;
  if (!is_followed_by_text(line.text, text)) return std::nullopt;
  return numbered(line, is_dotted ? NumberStyle::kDotted : NumberStyle::kArabic, number, text);
}

std::optional<Candidate> read_point(const HeadingLine& line) {
  const Numeral letter = read_point_letter(line.text);
  if (letter.length == 0) return std::nullopt;
  // An inserted point is «a1)».
  const size_t digits = scan::digit_count(line.text, letter.length, 1);
  const size_t end = letter.length + digits;
  if (digits > 1 || end >= line.text.size() || (line.text[end] != ')' && line.text[end] != '.')) {
    return std::nullopt;
  }
  if (!is_followed_by_text(line.text, end + 1)) return std::nullopt;
  const std::uint32_t inserted =
      digits == 0 ? 0 : static_cast<std::uint32_t>(scan::digits_value(line.text, letter.length, 1));
  std::string number(line.text.substr(0, end));
  if (number.starts_with("\u00F0")) number.replace(0, letter.length, "đ");
  return numbered(line, NumberStyle::kBracket,
                  {std::move(number), letter.value * kOrderStep + inserted, end}, end + 1);
}

}  // namespace

std::optional<Candidate> read_capital_section(const HeadingLine& line) {
  ReadNumber number = read_roman_number(line.text, 0);
  NumberStyle style = NumberStyle::kRoman;
  if (number.end == 0) {
    number = read_capital(line.text, 0);
    style = NumberStyle::kLetter;
  }
  constexpr std::string_view kMarks = ".)-/";
  size_t end = number.end;
  if (end == 0) return std::nullopt;
  const size_t mark = skip_spaces(line.text, end);
  if (mark >= line.text.size()) return std::nullopt;
  const size_t dash = scan::dash_length(line.text, mark);
  if (dash == 0 && kMarks.find(line.text[mark]) == std::string_view::npos) return std::nullopt;
  end = mark + std::max<size_t>(dash, 1);
  if (!is_followed_by_text(line.text, end)) return std::nullopt;
  return numbered(line, style, number, end);
}

std::optional<Candidate> read_numbered(const HeadingLine& line) {
  return scan::is_digit(line.text.front()) ? read_digits(line) : read_point(line);
}

}  // namespace tracuu::outline
