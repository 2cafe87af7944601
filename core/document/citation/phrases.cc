#include "core/document/citation/phrases.h"

#include "core/document/citation/words.h"

namespace tracuu::citation {
namespace {

// Marks may stand within names («An toàn, vệ sinh lao động», «Thương binh - Xã hội»), but not
// those that end a sentence.
bool joins_names(const Word& mark) {
  return mark.key == "," || mark.key == "-" || mark.key == "/" || mark.key == "&";
}

}  // namespace

void Phrases::add(std::string_view phrase) {
  std::string key;
  for (const Word& word : words_of(phrase, 0, phrase.size())) {
    if (word.is_mark) continue;
    if (!key.empty()) key += ' ';
    key += word.key;
    beginnings_.insert(key);
  }
  whole_.insert(std::move(key));
}

std::size_t Phrases::longest(std::string_view text, std::size_t i) const {
  std::size_t longest = i;
  std::string key;
  std::size_t at = i;
  for (std::size_t n = 0; n < kMaxPhraseWords; ++n) {
    Word word = next_word(text, at, text.size());
    if (word.is_mark && !key.empty() && joins_names(word)) {
      word = next_word(text, word.end, text.size());
    }
    if (word.begin == word.end || word.is_mark) break;
    if (!key.empty()) key += ' ';
    key += word.key;
    if (!beginnings_.contains(key)) break;
    at = word.end;
    if (whole_.contains(key)) longest = at;
  }
  return longest;
}

}  // namespace tracuu::citation
