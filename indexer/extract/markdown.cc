#include "indexer/extract/markdown.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "indexer/extract/front_matter.h"
#include "indexer/extract/keywords.h"
#include "indexer/extract/markdown_inline.h"
#include "indexer/extract/text.h"

namespace tracuu::input {
namespace {

constexpr std::size_t kMaxHeadingLevel = 6;

bool consists_of(std::string_view line, std::string_view characters) {
  return !line.empty() && line.find_first_not_of(characters) == std::string_view::npos;
}

// "## Điều 1 ##" gives "Điều 1"; other lines give nothing.
std::string_view heading_of(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > kMaxHeadingLevel) return {};
  if (level < line.size() && line[level] != ' ' && line[level] != '\t') return {};
  const std::string_view text = trim(line.substr(level));
  const std::size_t last = text.find_last_not_of('#');
  if (last == std::string_view::npos) return {};
  // A closing run of # stands apart: "Ngôn ngữ C#" keeps its own.
  const bool closed = last + 1 < text.size() && (text[last] == ' ' || text[last] == '\t');
  return closed ? trim(text.substr(0, last)) : text;
}

class MarkdownText {
 public:
  void add_line(std::string_view line) {
    const std::string_view text = trim(line);
    if (const bool is_fence = text.starts_with("```") || text.starts_with("~~~"); is_fence) {
      take_fence(text);
    } else if (!fence_.empty()) {
      write(line);
    } else if (is_underline(text)) {
      if (title_.empty()) title_ = last_line_;
    } else if (consists_of(text, "|-: ") && text.find('-') != std::string_view::npos &&
               text.find('|') != std::string_view::npos) {
      // the line below a table's head
    } else {
      add_words(line, text);
    }
  }

  std::string take_title() { return std::move(title_); }
  std::string take_body() { return std::move(body_); }

 private:
  // A fence ends with the kind of mark that began it.
  void take_fence(std::string_view text) {
    const std::string_view kind = text.substr(0, 3);
    if (fence_.empty()) {
      fence_ = kind;
    } else if (fence_ == kind) {
      fence_.clear();
    } else {
      write(text);
    }
  }

  // The second line of a heading: "Kế hoạch" above "=======".
  bool is_underline(std::string_view text) const {
    return !last_line_.empty() && text.size() >= 3 &&
           (consists_of(text, "=") || consists_of(text, "-"));
  }

  void add_words(std::string_view line, std::string_view text) {
    while (text.starts_with('>')) text = line = trim(text.substr(1));
    if (const std::string_view heading = heading_of(text); !heading.empty()) {
      const std::string words = without_inline_marks(heading);
      if (title_.empty()) title_ = words;
      write(words);
      return;
    }
    const std::size_t indent = line.size() - std::min(line.size(), line.find_first_not_of(" \t"));
    const std::string words = std::string(line.substr(0, line.size() - indent)) +
                              without_inline_marks(line.substr(line.size() - indent));
    write(words);
    last_line_ = trim(words);
  }

  void write(std::string_view line) {
    body_ += line;
    body_ += '\n';
    last_line_.clear();
  }

  std::string title_;
  std::string body_;
  std::string last_line_;  // words just written, which may turn out to be a heading
  std::string fence_;      // open code
};

}  // namespace

MarkdownDocument markdown_document(std::string markdown) {
  use_line_feeds(markdown);
  FrontMatter front = read_front_matter(markdown);
  MarkdownText text;
  for (std::string_view rest = front.rest; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    text.add_line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  MarkdownDocument result{std::move(front.fields), std::move(front.warnings)};
  if (result.document.title.empty()) result.document.title = text.take_title();
  result.document.body = text.take_body();
  return result;
}

}  // namespace tracuu::input
