#include "core/document/outline/heading_text.h"

#include <algorithm>

#include "core/document/letter_case.h"
#include "core/document/scan.h"
#include "core/text/utf8.h"

namespace tracuu::outline {
namespace {

using std::size_t;

constexpr int kMaxLines = 5;
constexpr size_t kShortLine = 40;  // a title that is shorter was not broken by the page

std::string_view line_at(std::string_view body, size_t offset) {
  offset = std::min(offset, body.size());
  return body.substr(offset, std::min(body.find('\n', offset), body.size()) - offset);
}

// A title in capitals goes on in capitals; another one goes on in small letters, from a line that
// the page broke.
bool goes_on(std::string_view line, std::string_view next) {
  line = scan::trim(line);
  next = scan::trim(next);
  if (line.empty() || next.empty() || next.front() == '(') return false;
  if (is_capitals(line)) return is_capitals(next) && scan::letter_length(next, 0) > 0;
  constexpr std::string_view kStops = ".;:";
  if (line.size() < kShortLine || kStops.find(line.back()) != std::string_view::npos) return false;
  constexpr size_t kLetterAndMark = 2;
  const size_t letter = scan::letter_length(next, 0);
  const bool is_point = letter > 0 && letter + 1 <= next.size() && next.size() > kLetterAndMark &&
                        next[letter] == ')';
  return letter > 0 && !is_capitalized(next) && !is_point;
}

}  // namespace

HeadingText heading_text(std::string_view body, const Candidate& candidate) {
  size_t begin = std::min(candidate.text_offset, candidate.line_end);
  if (candidate.text_offset > candidate.line_end) begin = candidate.text_offset;
  // Nothing behind the number: the title begins on one of the next two lines.
  constexpr int kMaxEmptyLines = 2;
  const bool may_stand_below = candidate.kind != OutlineKind::kArticle;
  for (int n = 0; n <= kMaxEmptyLines && scan::trim(line_at(body, begin)).empty(); ++n) {
    const std::string_view line = line_at(body, begin);
    begin = std::min(begin + line.size() + 1, body.size());
  }
  std::string_view line = line_at(body, begin);
  const bool stands_below = begin > candidate.line_end;
  if (stands_below && may_stand_below && !is_capitals(line)) return {};
  if (scan::trim(line).empty()) return {};
  size_t end = begin + line.size();
  for (int n = 1; n < kMaxLines && end - begin < kMaxHeadingBytes; ++n) {
    const std::string_view next = line_at(body, end + 1);
    if (!goes_on(line, next)) break;
    end += 1 + next.size();
    line = next;
  }
  end = text::character_border(body, std::min(end, begin + kMaxHeadingBytes));
  const std::string_view text = scan::trim(body.substr(begin, end - begin));
  return {static_cast<size_t>(text.data() - body.data()), text.size()};
}

}  // namespace tracuu::outline
