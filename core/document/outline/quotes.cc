#include "core/document/outline/quotes.h"

#include <algorithm>
#include <array>

#include "core/document/scan.h"

namespace tracuu::outline {
namespace {

using std::size_t;

constexpr std::string_view kOpening = "\u201C";
constexpr std::string_view kClosing = "\u201D";
constexpr size_t kMaxInlineQuoteBytes = 4'000;  // «cụm từ “…”» within a sentence
constexpr char kFirstByteOfMark = '\xE2';

enum class Mark { kNone, kOpens, kCloses };

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// A mark opens when only a word is at its right, closes when only a word is at its left; its shape
// decides between.
Mark classify(std::string_view text, size_t i, size_t length) {
  const bool is_left_free = i == 0 || is_space(text[i - 1]) || text[i - 1] == '(';
  const size_t after = i + length;
  constexpr std::string_view kPunctuation = ".,;:)";
  const bool is_right_free = after >= text.size() || is_space(text[after]) ||
                             kPunctuation.find(text[after]) != std::string_view::npos;
  if (is_left_free != is_right_free) return is_left_free ? Mark::kOpens : Mark::kCloses;
  if (text[i] == '"') return Mark::kNone;
  return text.substr(i, length) == kOpening ? Mark::kOpens : Mark::kCloses;
}

bool begins_line(std::string_view text, size_t i) {
  while (i > 0 && (text[i - 1] == ' ' || text[i - 1] == '\t')) --i;
  return i == 0 || text[i - 1] == '\n';
}

// «Điều 5», «Chương», «12a.», «b)».
bool looks_like_heading(std::string_view text, size_t i) {
  constexpr size_t kMaxDigits = 4;
  constexpr size_t kMaxLetterBytes = 2;
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"Điều", "ĐIỀU", "Ðiều", "Chương", "CHƯƠNG", "Mục ", "MỤC ", "Phụ lục", "PHỤ LỤC"});
  const std::string_view rest = text.substr(std::min(i, text.size()));
  if (std::ranges::any_of(kWords, [&](auto word) { return rest.starts_with(word); })) return true;
  size_t end = scan::digit_count(rest, 0, kMaxDigits);
  const size_t letter = scan::letter_length(rest, end);
  if (letter <= kMaxLetterBytes) end += letter;
  return end > 0 && end < rest.size() && (rest[end] == '.' || rest[end] == ')');
}

struct Opened {
  size_t offset = 0;
  bool is_heading = false;  // begins a line that looks like a heading
};

class Matcher {
 public:
  explicit Matcher(std::string_view text) : text_(text) {}

  void open(size_t i, size_t length) {
    const bool is_heading = begins_line(text_, i) && looks_like_heading(text_, i + length);
    if (is_heading) leave_open(i);
    if (depth_ > 0 && !first_.is_heading && i - first_.offset > kMaxInlineQuoteBytes) depth_ = 0;
    if (depth_++ == 0) first_ = {i, is_heading};
  }

  void close(size_t i) {
    if (depth_ == 0 || --depth_ > 0) return;
    const size_t limit = first_.is_heading ? kMaxQuoteBytes : kMaxInlineQuoteBytes;
    if (i - first_.offset <= limit) {
      add(first_.offset, i, true);
    } else if (first_.is_heading) {
      add(first_.offset, first_.offset + kMaxQuoteBytes, false);
    }
  }

  std::vector<Quote> finish() {
    leave_open(text_.size());
    return std::move(quotes_);
  }

 private:
  void leave_open(size_t end) {
    if (depth_ > 0 && first_.is_heading) {
      add(first_.offset, std::min(end, first_.offset + kMaxQuoteBytes), false);
    }
    depth_ = 0;
  }

  void add(size_t begin, size_t end, bool is_sure) {
    if (text_.substr(begin, end - begin).find('\n') == std::string_view::npos) return;
    quotes_.push_back({begin, end, is_sure});
  }

  std::string_view text_;
  std::vector<Quote> quotes_;
  Opened first_;
  size_t depth_ = 0;
};

}  // namespace

size_t quote_mark_length(std::string_view text, size_t i) {
  if (i >= text.size()) return 0;
  if (text[i] == '"') return 1;
  const std::string_view mark = text.substr(i, kOpening.size());
  return mark == kOpening || mark == kClosing ? mark.size() : 0;
}

std::vector<Quote> find_quotes(std::string_view text) {
  Matcher matcher(text);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != kFirstByteOfMark && text[i] != '"') continue;
    const size_t length = quote_mark_length(text, i);
    if (length == 0) continue;
    const Mark mark = classify(text, i, length);
    if (mark == Mark::kOpens) matcher.open(i, length);
    if (mark == Mark::kCloses) matcher.close(i);
  }
  return matcher.finish();
}

}  // namespace tracuu::outline
