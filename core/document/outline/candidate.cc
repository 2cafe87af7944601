#include "core/document/outline/candidate.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/document/letter_case.h"
#include "core/document/outline/heading_line.h"
#include "core/document/outline/quotes.h"
#include "core/document/scan.h"

namespace tracuu::outline {
namespace {

using std::size_t;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

// The line before ends in a word or comma after which no heading can stand.
bool is_left_open(std::string_view before) {
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"tại", "của",   "theo", "và",   "hoặc", "với",    "đến",    "từ",  "trừ", "các",
       "là",  "khoản", "điều", "Điều", "điểm", "chương", "Chương", "mục", "Mục", "lục",
       "năm", "tháng", "ngày", "số",   "số:",  "tới",    "cả",     "về"});
  before = scan::trim(before);
  if (before.ends_with(',')) return true;
  const std::string_view word = scan::word_before(before, before.size());
  return !word.empty() && before.ends_with(word) && std::ranges::find(kWords, word) != kWords.end();
}

bool ends_sentence(std::string_view before) {
  before = scan::trim(before);
  if (before.empty()) return true;
  constexpr std::string_view kStops = ".;:!?)]*-_";
  return kStops.find(before.back()) != std::string_view::npos || before.ends_with("\u201D") ||
         before.ends_with('"') || is_capitals(before);
}

// «Chương I ........ 5» of a table of contents.
bool has_leader(std::string_view line) {
  line = scan::trim(line);
  if (line.empty() || !scan::is_digit(line.back())) return false;
  return line.find("....") != std::string_view::npos ||
         line.find("\u2026\u2026") != std::string_view::npos;
}

// A line that ends behind its word, with the number on the next: «Chương / IV / QUY ĐỊNH».
bool is_number_below(std::string_view line) {
  line = scan::trim(line);
  return line == "Chương" || line == "CHƯƠNG" || line == "Điều";
}

class Finder {
 public:
  explicit Finder(std::string_view body) : body_(body), quotes_(find_quotes(body)) {}

  std::vector<Candidate> run() {
    for (size_t begin = 0; begin < body_.size();) {
      const size_t end = std::min(body_.find('\n', begin), body_.size());
      read_line(begin, end);
      before_ = body_.substr(begin, end - begin);
      begin = end + 1;
    }
    return std::move(candidates_);
  }

 private:
  void read_line(size_t begin, size_t end) {
    while (begin < end && (is_space(body_[begin]) || body_[begin] == '*' || body_[begin] == '#')) {
      ++begin;
    }
    constexpr size_t kShortest = 3;
    if (end - begin < kShortest) return;
    const HeadingLine line{body_.substr(begin, end - begin), begin, end};
    std::optional<Candidate> candidate = read(line);
    if (!candidate || has_leader(line.text) || is_left_open(before_)) return;
    candidate->offset = begin;
    candidate->line_end = end;
    candidate->follows_blank = scan::trim(before_).empty();
    candidate->follows_stop = candidate->follows_blank || ends_sentence(before_);
    set_quoting(*candidate);
    candidates_.push_back(std::move(*candidate));
  }

  // By the first byte, since nearly all lines are no headings.
  std::optional<Candidate> read(const HeadingLine& line) const {
    constexpr std::string_view kRegulations = "QNKHC";
    const char first = line.text.front();
    if (scan::is_digit(first) || (first >= 'a' && first <= 'y') || line.text.starts_with("đ") ||
        line.text.starts_with("\u00F0")) {
      return read_numbered(line);
    }
    std::optional<Candidate> found;
    if (std::string_view("CDMPT\xC4\xC3").find(first) != std::string_view::npos) {
      found = is_number_below(line.text) ? read_broken(line) : read_worded(line);
    }
    if (!found &&
        (kRegulations.find(first) != std::string_view::npos || first == 'P' || first == '\xC4')) {
      found = read_regulation(line, body_);
    }
    if (!found && first >= 'A' && first <= 'X') found = read_capital_section(line);
    return found;
  }

  std::optional<Candidate> read_broken(const HeadingLine& line) const {
    const size_t next = std::min(line.end + 1, body_.size());
    const size_t end = std::min(body_.find('\n', next), body_.size());
    const std::string_view number = scan::trim(body_.substr(next, end - next));
    if (number.empty() || number.size() > kMaxAnnexNumberBytes) return std::nullopt;
    std::string joined(scan::trim(line.text));
    joined += ' ';
    joined += number;
    std::optional<Candidate> found = read_worded({joined, 0, joined.size()});
    if (found) found->text_offset = end;
    return found;
  }

  void set_quoting(Candidate& candidate) {
    const size_t offset = candidate.offset;
    while (next_quote_ < quotes_.size() && quotes_[next_quote_].end < offset) ++next_quote_;
    if (next_quote_ == quotes_.size() || quotes_[next_quote_].begin > offset) return;
    candidate.quoting = quotes_[next_quote_].is_sure ? Quoting::kSure : Quoting::kGuessed;
    candidate.quote_end = quotes_[next_quote_].end;
  }

  std::string_view body_;
  std::string_view before_;
  std::vector<Quote> quotes_;
  std::vector<Candidate> candidates_;
  size_t next_quote_ = 0;
};

}  // namespace

std::vector<Candidate> find_candidates(std::string_view body) {
  return Finder(body).run();
}

}  // namespace tracuu::outline
