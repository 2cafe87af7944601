#include "indexer/extract/markdown_inline.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace tracuu::input {
namespace {

constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

// A link's text and address, and the marks that may be open at once, are no longer than this:
// it keeps "[[[[[…" linear.
constexpr std::size_t kMaxLinkBytes = 2000;
constexpr std::size_t kMaxOpenMarks = 16;

bool is_punctuation(char c) {
  return kPunctuation.find(c) != std::string_view::npos;
}
bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

// A run of * or _ that was written out and waits for its other half.
struct OpenMark {
  std::string run;
  std::size_t offset = 0;  // in the output
};

class InlineMarks {
 public:
  explicit InlineMarks(std::string_view line) : line_(line) { out_.reserve(line.size()); }

  std::string run() {
    while (at_ < line_.size()) {
      if (!take_escape() && !take_code() && !take_link() && !take_emphasis()) {
        out_ += line_[at_++];
      }
    }
    return std::move(out_);
  }

 private:
  bool take_escape() {
    if (line_[at_] != '\\' || at_ + 1 >= line_.size() || !is_punctuation(line_[at_ + 1])) {
      return false;
    }
    out_ += line_[at_ + 1];
    at_ += 2;
    return true;
  }

  // `code`: its content as it is.
  bool take_code() {
    if (line_[at_] != '`') return false;
    const std::size_t content = std::min(line_.find_first_not_of('`', at_), line_.size());
    const std::string_view fence = line_.substr(at_, content - at_);
    const std::string_view near = line_.substr(content, kMaxLinkBytes);
    const std::size_t end = near.find(fence);
    if (end == std::string_view::npos) {
      out_ += fence;
      at_ = content;
    } else {
      out_ += near.substr(0, end);
      at_ = content + end + fence.size();
    }
    return true;
  }

  // [text](address) and ![text](address): the text goes through the same marks.
  bool take_link() {
    const std::size_t open = line_[at_] == '!' ? at_ + 1 : at_;
    if (open >= line_.size() || line_[open] != '[') return false;
    const std::string_view near = line_.substr(open + 1, kMaxLinkBytes);
    const std::size_t close = near.find_first_of("[]");
    if (close == std::string_view::npos || !near.substr(close).starts_with("](")) return false;
    const std::size_t end = near.find(')', close);
    if (end == std::string_view::npos) return false;
    out_ += InlineMarks(near.substr(0, close)).run();
    at_ = open + 1 + end + 1;
    return true;
  }

  bool take_emphasis() {
    const char mark = line_[at_];
    if (mark != '*' && mark != '_') return false;
    std::size_t end = at_;
    while (end < line_.size() && line_[end] == mark) ++end;
    const char before = at_ > 0 ? line_[at_ - 1] : ' ';
    const char after = end < line_.size() ? line_[end] : ' ';
    const bool opens = !is_blank(after) && (is_blank(before) || is_punctuation(before));
    const bool closes = !is_blank(before) && (is_blank(after) || is_punctuation(after));
    const std::string run(line_.substr(at_, end - at_));
    at_ = end;
    if (closes && close_mark(run)) return true;
    if (opens && open_.size() < kMaxOpenMarks) open_.push_back({run, out_.size()});
    out_ += run;
    return true;
  }

  // Takes the opening run out of the output. False where there is none.
  bool close_mark(const std::string& run) {
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1].run != run) continue;
      out_.erase(open_[i - 1].offset, run.size());
      open_.resize(i - 1);
      return true;
    }
    return false;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<OpenMark> open_;
};

}  // namespace

std::string without_inline_marks(std::string_view line) {
  return InlineMarks(line).run();
}

}  // namespace tracuu::input
