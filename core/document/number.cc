#include "core/document/number.h"

#include "core/document/number_grammar.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

// Whether the digit at `i` begins a number of its own: not A4, not the 12 of 31/12.
bool may_begin(std::string_view text, std::size_t i) {
  if (i == 0) return true;
  if (scan::follows_word(text, i)) return false;
  const char before = text[i - 1];
  const bool joins = before == '/' || before == '-' || before == '.' || before == ',';
  return !joins || !scan::follows_word(text, i - 1);
}

// A cheap look at what is behind the digits: blanks and a dash take care of themselves later.
bool may_go_on(std::string_view text, std::size_t i) {
  while (scan::is_digit_at(text, i)) ++i;
  if (i >= text.size()) return false;
  const char c = text[i];
  return c == '/' || c == '-' || c == ' ' || c == '.' || (c & 0x80) != 0 || c == '\n' ||
         c == '\t' || scan::letter_length(text, i) != 0;
}

// «số 15», «Số: 15», «số hiệu 15»
NumberCue cue_before(std::string_view text, std::size_t i) {
  const std::string_view word = scan::word_before(text, i);
  if (word.empty()) return NumberCue::kNone;
  const std::string key = fold(word, Marks::kDrop);
  return key == "so" || key == "hieu" ? NumberCue::kSo : NumberCue::kNone;
}

std::optional<JudgedNumber> number_at(std::string_view text, std::size_t i) {
  if (!may_begin(text, i) || !may_go_on(text, i)) return std::nullopt;
  const NumberParts parts = read_number_parts(text, i);
  if (parts.count == 0) return std::nullopt;
  return judge_number(parts, cue_before(text, i));
}

}  // namespace

std::string number_key(std::string_view number) {
  const auto parsed = parse_number(number);
  return parsed ? parsed->key : name_key(number);
}

std::vector<NumberMention> find_numbers(std::string_view text) {
  std::vector<NumberMention> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!scan::is_digit(text[i])) continue;
    if (auto judged = number_at(text, i)) {
      found.push_back({i, judged->end - i, std::move(judged->number)});
      i = judged->end - 1;
    } else {
      while (scan::is_digit_at(text, i + 1)) ++i;
    }
  }
  return found;
}

std::optional<DocumentNumber> parse_number(std::string_view text) {
  text = scan::trim(text);
  if (text.ends_with('.') || text.ends_with(';') || text.ends_with(',')) text.remove_suffix(1);
  const std::size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos) return std::nullopt;
  // Before the digits there may be «Số:», «số hiệu», «Số/ký hiệu:» and nothing else.
  constexpr std::size_t kMaxCueBytes = 40;
  const std::string before =
      digit <= kMaxCueBytes ? name_key(text.substr(0, digit)) : std::string("?");
  if (!before.empty() && before != "so" && before != "so hieu" && before != "so ky hieu") {
    return std::nullopt;
  }
  const NumberParts parts = read_number_parts(text, digit);
  auto judged = judge_number(parts, before.empty() ? NumberCue::kNone : NumberCue::kSo);
  if (!judged || judged->end != text.size()) return std::nullopt;
  return std::move(judged->number);
}

}  // namespace tracuu
