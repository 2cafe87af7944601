#include "core/document/scan.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace tracuu::scan {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 ||
         c == 0xFF0D;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c >= 0x00C0 && c <= 0x024F) return c != 0x00D7 && c != 0x00F7;
  return c == 0x0256 || (c >= 0x0300 && c <= 0x036F) || (c >= 0x1E00 && c <= 0x1EFF);
}

template <typename Predicate>
std::size_t length_if(std::string_view text, std::size_t i, Predicate holds) {
  if (i >= text.size()) return 0;
  const text::Decoded c = text::decode(text, i);
  return c.well_formed && holds(c.value) ? c.length : 0;
}

// Returns where the character that ends before `i` begins. REQUIRES: i > 0.
std::size_t start_before(std::string_view text, std::size_t i) {
  constexpr std::size_t kMaxTrail = 3;
  std::size_t start = i - 1;
  while (start > 0 && i - start <= kMaxTrail && (text[start] & 0xC0) == 0x80) --start;
  return start;
}

template <typename Predicate>
std::size_t length_before_if(std::string_view text, std::size_t i, Predicate holds) {
  if (i == 0) return 0;
  const std::size_t start = start_before(text, i);
  return length_if(text, start, holds) == i - start ? i - start : 0;
}

}  // namespace

std::size_t blank_length(std::string_view text, std::size_t i) {
  return length_if(text, i, is_blank);
}
std::size_t dash_length(std::string_view text, std::size_t i) {
  return length_if(text, i, is_dash);
}
std::size_t letter_length(std::string_view text, std::size_t i) {
  return length_if(text, i, is_letter);
}

std::size_t digit_count(std::string_view text, std::size_t i, std::size_t limit) {
  std::size_t count = 0;
  while (count <= limit && is_digit_at(text, i + count)) ++count;
  return count;
}

int digits_value(std::string_view text, std::size_t i, std::size_t count) {
  int value = 0;
  for (std::size_t k = 0; k < count; ++k) value = value * 10 + (text[i + k] - '0');
  return value;
}

std::size_t skip_blanks(std::string_view text, std::size_t i) {
  for (std::size_t n = 0; n < kMaxBlanks; ++n) {
    const std::size_t length = blank_length(text, i);
    if (length == 0) break;
    i += length;
  }
  return i;
}

std::string_view word_at(std::string_view text, std::size_t i) {
  std::size_t end = i;
  while (const std::size_t length = letter_length(text, end)) {
    end += length;
    if (end - i > kMaxWordBytes) return {};
  }
  return i < text.size() ? text.substr(i, end - i) : std::string_view{};
}

std::string_view word_before(std::string_view text, std::size_t i) {
  std::size_t end = i;
  for (std::size_t n = 0; n < kMaxBlanks; ++n) {
    const std::size_t length =
        length_before_if(text, end, [](char32_t c) { return is_blank(c) || c == ':'; });
    if (length == 0) break;
    end -= length;
  }
  std::size_t start = end;
  while (const std::size_t length = length_before_if(text, start, is_letter)) {
    start -= length;
    if (end - start > kMaxWordBytes) return {};
  }
  return text.substr(start, end - start);
}

std::string_view trim(std::string_view text) {
  std::size_t start = 0;
  while (const std::size_t length = blank_length(text, start)) start += length;
  std::size_t end = text.size();
  while (end > start) {
    const std::size_t length = length_before_if(text, end, is_blank);
    if (length == 0) break;
    end -= length;
  }
  return text.substr(start, end - start);
}

bool follows_word(std::string_view text, std::size_t i) {
  return length_before_if(text, i,
                          [](char32_t c) { return is_letter(c) || (c >= '0' && c <= '9'); }) != 0;
}

}  // namespace tracuu::scan
