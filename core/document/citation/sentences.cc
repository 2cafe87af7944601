#include "core/document/citation/sentences.h"

#include <algorithm>

#include "core/document/citation/words.h"
#include "core/document/scan.h"
#include "core/text/utf8.h"

namespace tracuu::citation {
namespace {

bool is_line_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

std::size_t skip_line_blanks(std::string_view text, std::size_t i) {
  while (i < text.size() && is_line_blank(text[i])) ++i;
  return i;
}

bool is_line_end(std::string_view text, std::size_t i) {
  i = skip_line_blanks(text, i);
  return i >= text.size() || text[i] == '\n';
}

// Skips blank lines and lines that are a page number.
std::size_t skip_page_break(std::string_view text, std::size_t i) {
  constexpr std::size_t kMaxLines = 6;
  for (std::size_t n = 0; n < kMaxLines; ++n) {
    std::size_t at = skip_line_blanks(text, i);
    while (scan::is_digit_at(text, at)) ++at;
    at = skip_line_blanks(text, at);
    if (at >= text.size() || text[at] != '\n') break;
    i = at + 1;
  }
  return i;
}

bool begins_small(std::string_view text, std::size_t i) {
  const Word word = next_word(text, i, std::min(text.size(), i + kMaxKeyBytes * 3));
  if (word.is_mark || word.key.empty()) return false;
  return !word.is_capital && !scan::is_digit(word.key.front());
}

// «Điều 5.», «a)», «1.», «-», «Căn cứ» at the beginning of a line.
bool begins_item(std::string_view text, std::size_t i, bool follows_stop) {
  const Word first = next_word(text, i, std::min(text.size(), i + kMaxKeyBytes * 4));
  if (first.begin == first.end) return false;
  const Word second =
      next_word(text, first.end, std::min(text.size(), first.end + kMaxKeyBytes * 4));
  if (first.is_mark) return follows_stop && (first.key == "-" || first.key == "+");
  if (first.key.size() <= 2 && second.key == ")") return true;
  const bool is_digits = scan::is_digit(first.key.front());
  if (is_digits && second.key == "." && first.key.size() <= 3) {
    return scan::blank_length(text, second.end) != 0 || follows_stop;
  }
  if (!first.is_capital) return false;
  if (first.key == "can") return second.key == "cu";
  if (first.key == "dieu" && !second.key.empty() && scan::is_digit(second.key.front())) {
    const Word third = next_word(text, second.end, std::min(text.size(), second.end + 4));
    return third.key == "." || third.key == ":" || third.starts_line;
  }
  return false;
}

// Whether a sentence ends before the line that begins at `line`.
bool ends_before_line(std::string_view text, std::size_t line_end) {
  std::size_t before = line_end;
  while (before > 0 && is_line_blank(text[before - 1])) --before;
  const char last = before > 0 ? text[before - 1] : '\n';
  const bool follows_stop =
      last == '.' || last == ';' || last == ':' || last == ',' || last == '\n';
  const std::size_t line = line_end + 1;
  if (line >= text.size()) return true;
  if (is_line_end(text, line)) return !begins_small(text, skip_page_break(text, line));
  return begins_item(text, line, follows_stop);
}

// Whether the '.' at `i` is that of «1.» at a line's beginning, of «Điều 5.» or of «TP.».
bool is_inner_dot(std::string_view text, std::size_t i) {
  std::size_t begin = i;
  while (begin > 0 && scan::is_digit(text[begin - 1])) --begin;
  const std::string_view word = scan::word_before(text, begin);
  if (begin < i) {
    std::size_t line = begin;
    while (line > 0 && is_line_blank(text[line - 1])) --line;
    return line == 0 || text[line - 1] == '\n' || words_key(word) == "dieu";
  }
  const bool is_short = !word.empty() && word.size() <= 2;
  return is_short && next_word(word, 0, word.size()).is_capital;
}

bool ends_at_dot(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size() || is_line_end(text, i + 1)) return !is_inner_dot(text, i);
  if (scan::blank_length(text, i + 1) == 0) return false;
  return !begins_small(text, i + 1) && !is_inner_dot(text, i);
}

// Returns the first border between sentences in (i, limit], npos for none.
std::size_t next_border(std::string_view text, std::size_t i, std::size_t limit) {
  for (; i < limit; ++i) {
    const char c = text[i];
    if (c == '.' && ends_at_dot(text, i)) return i + 1;
    if (c == ';' && is_line_end(text, i + 1)) return i + 1;
    if (c == '\n' && ends_before_line(text, i)) return i + 1;
  }
  return std::string_view::npos;
}

}  // namespace

Span sentence_around(std::string_view text, Span inner, std::size_t floor) {
  constexpr std::size_t kHalf = kMaxSentenceBytes / 2;
  std::size_t begin = std::max(floor, inner.begin > kHalf ? inner.begin - kHalf : 0);
  begin = std::max(floor, text::character_border(text, begin));
  for (std::size_t at = begin; at != std::string_view::npos;) {
    begin = at;
    at = next_border(text, at, inner.begin);
  }
  const std::size_t limit = std::min(text.size(), inner.end + kHalf);
  std::size_t end = next_border(text, inner.end, limit);
  if (end == std::string_view::npos) end = text::character_border(text, limit);
  end = std::max(end, inner.end);
  const std::string_view trimmed = scan::trim(text.substr(begin, end - begin));
  if (trimmed.empty()) return inner;
  const auto skipped = static_cast<std::size_t>(trimmed.data() - text.data());
  return {std::min(skipped, inner.begin), std::max(skipped + trimmed.size(), inner.end)};
}

namespace {

constexpr std::string_view kOpenMark = "\xE2\x80\x9C";
constexpr std::string_view kCloseMark = "\xE2\x80\x9D";

struct QuoteMark {
  enum class Side { kNone, kOpen, kClose };
  Side side = Side::kNone;
  std::size_t length = 1;
};

// A straight mark opens behind a blank or a bracket and closes everywhere else.
QuoteMark quote_mark_at(std::string_view text, std::size_t i) {
  using Side = QuoteMark::Side;
  const std::string_view mark = text.substr(i, kOpenMark.size());
  if (mark == kOpenMark) return {Side::kOpen, kOpenMark.size()};
  if (mark == kCloseMark) return {Side::kClose, kCloseMark.size()};
  if (text[i] != '"') return {};
  const char before = i == 0 ? '\n' : text[i - 1];
  const bool opens = before == ' ' || before == '\n' || before == '(' || before == '\t';
  return {opens ? Side::kOpen : Side::kClose, 1};
}

struct OpenQuote {
  std::size_t begin = 0;
  bool is_straight = false;
};

}  // namespace

std::vector<Span> find_quotations(std::string_view text) {
  std::vector<Span> found;
  std::vector<OpenQuote> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != kOpenMark.front() && text[i] != '"') continue;
    const QuoteMark mark = quote_mark_at(text, i);
    const bool is_straight = mark.length == 1;
    if (mark.side == QuoteMark::Side::kOpen) open.push_back({i, is_straight});
    if (mark.side != QuoteMark::Side::kClose || open.empty()) continue;
    if (open.back().is_straight != is_straight) continue;
    const Span span{open.back().begin, i + mark.length};
    open.pop_back();
    if (span.end - span.begin > kMaxQuoteBytes) continue;
    while (!found.empty() && found.back().begin >= span.begin) found.pop_back();
    found.push_back(span);
  }
  return found;
}

}  // namespace tracuu::citation
