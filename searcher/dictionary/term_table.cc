#include "searcher/dictionary/term_table.h"

namespace tracuu {

std::string abbreviation_key(std::span<const DictionaryWord> words, Closeness closeness) {
  const bool keeps_parts =
      closeness != Closeness::kLetters && closeness != Closeness::kTonelessLetters;
  std::string key(1, static_cast<char>('0' + static_cast<char>(closeness)));
  for (const DictionaryWord& word : words) {
    if (closeness == Closeness::kExact) {
      key += word.typed;
    } else if (closeness == Closeness::kParts || closeness == Closeness::kLetters) {
      key += word.toned;
    } else {
      key += word.toneless;
    }
    if (keeps_parts) key += '+';
  }
  return key;
}

std::span<const TermId> TermTable::look_up(const Map<std::vector<TermId>>& map,
                                           std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? std::span<const TermId>{} : std::span<const TermId>(found->second);
}

std::span<const TermId> TermTable::abbreviations(std::string_view key) const {
  return look_up(abbreviations_, key);
}

std::span<const TermId> TermTable::phrases(std::string_view toneless) const {
  return look_up(phrases_, toneless);
}

std::size_t TermTable::longest_phrase(std::string_view first_toneless) const {
  const auto found = longest_phrase_.find(first_toneless);
  return found == longest_phrase_.end() ? 0 : found->second;
}

}  // namespace tracuu
