#include "searcher/dictionary/words.h"

#include <algorithm>
#include <string>

#include "core/text/typing/spelling.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

using text::CharacterClass;
using text::CharacterTable;

struct Gap {
  char joiner = 0;
  bool joined = false;
};

// What stands between two words.
Gap read_gap(std::string_view between) {
  Gap gap;
  bool has_blank = false;
  for (std::size_t i = 0; i < between.size();) {
    const text::Decoded d = text::decode(between, i);
    i += d.length;
    const CharacterClass c = CharacterTable::classify(d.value);
    if (c == CharacterClass::kInvisible) continue;
    if (c == CharacterClass::kBlank) {
      has_blank = true;
    } else if (c == CharacterClass::kJoiner && gap.joiner == 0) {
      gap.joiner = text::plain_joiner(d.value);
    } else {
      return {DictionaryWord::kBreak, false};
    }
  }
  gap.joined = gap.joiner != 0 && !has_blank;
  return gap;
}

}  // namespace

std::vector<DictionaryWord> dictionary_words(std::string_view text,
                                             const text::Analysis& analysis) {
  std::vector<DictionaryWord> words;
  words.reserve(analysis.tokens.size());
  std::size_t end = 0;
  for (const text::Token& token : analysis.tokens) {
    const text::Word& word = analysis.word(token);
    const Gap gap = words.empty() ? Gap{} : read_gap(text.substr(end, token.begin - end));
    words.push_back({.typed = text.substr(token.begin, token.end - token.begin),
                     .toned = analysis.vocabulary().form(word.toned),
                     .toneless = analysis.vocabulary().form(word.toneless),
                     .has_marks = word.has_marks,
                     .is_syllable = word.is_syllable,
                     .has_digit = word.has_digit,
                     .joiner = gap.joiner,
                     .joined = gap.joined});
    end = token.end;
  }
  return words;
}

bool may_be_syllable(std::string_view toneless) {
  if (!std::ranges::all_of(toneless, [](char c) { return c >= 'a' && c <= 'z'; })) return false;
  return text::is_toneless_spelling(std::u32string(toneless.begin(), toneless.end()));
}

bool is_in_capitals(std::string_view typed) {
  bool has_capital = false;
  for (std::size_t i = 0; i < typed.size();) {
    const text::Decoded d = text::decode(typed, i);
    i += d.length;
    const CharacterClass c = CharacterTable::classify(d.value);
    if (c == CharacterClass::kSmall) return false;
    has_capital = has_capital || c == CharacterClass::kCapital;
  }
  return has_capital;
}

bool begins_with_capital(std::string_view typed) {
  return !typed.empty() &&
         CharacterTable::classify(text::decode(typed, 0).value) == CharacterClass::kCapital;
}

}  // namespace tracuu
