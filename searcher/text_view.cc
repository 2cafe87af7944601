#include "searcher/text_view.h"

#include <algorithm>

#include "core/text/character.h"
#include "core/text/utf8.h"
#include "core/text/visible.h"

namespace tracuu {
namespace {

constexpr std::string_view kReset = "\x1b[0m";

// Columns of well-formed text: marks take none. Wide East Asian letters are counted as one, which
// only makes a line break early.
std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded d = text::decode(text, i);
    i += d.length;
    const text::CharacterClass kind = text::CharacterTable::classify(d.value);
    if (kind != text::CharacterClass::kMark && kind != text::CharacterClass::kInvisible) ++count;
  }
  return count;
}

}  // namespace

std::string one_line(std::string_view text) {
  return text::visible(text, text::Lines::kJoin);
}

void View::line(std::string_view text) {
  out_ += text;
  out_ += '\n';
}

void View::styled(std::string_view style, std::string_view text) {
  if (options_.color) out_ += style;
  out_ += text;
  if (options_.color) out_ += kReset;
}

void View::wrapped(const std::vector<SnippetPart>& parts, std::size_t indent) {
  const std::size_t width = std::max<std::size_t>(options_.width, indent + 20);
  std::size_t column = 0;
  bool has_blank = false;  // owed before the next word
  for (const SnippetPart& part : parts) {
    std::string text = text::visible(part.text);
    std::ranges::replace(text, '\n', ' ');
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == ' ') {
        has_blank = column > 0;
        ++at;
        continue;
      }
      const std::size_t end = std::min(text.find(' ', at), text.size());
      const std::string_view word = std::string_view(text).substr(at, end - at);
      const std::size_t wide = columns(word);
      if (has_blank && column + 1 + wide > width) {
        out_ += '\n';
        column = 0;
      } else if (has_blank) {
        out_ += ' ';
        ++column;
      }
      has_blank = false;
      if (column == 0) {
        out_.append(indent, ' ');
        column = indent;
      }
      if (part.is_marked) {
        styled(kMark, word);
      } else {
        out_ += word;
      }
      column += wide;
      at = end;
    }
  }
  if (column > 0) out_ += '\n';
}

void View::field(const Bilingual& label, const std::string& value) {
  if (value.empty()) return;
  styled(kFaint, std::string(label.in(options_.language)) + ": ");
  line(one_line(value));
}

}  // namespace tracuu
