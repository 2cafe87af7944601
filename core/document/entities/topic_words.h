// The words that topics are told by: function words and formulas, of which none is made, and the
// phrases of the project's tables, which are whole by themselves.
//
// Internal to core/document/entities.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_set>

#include "core/document/entities/words.h"

namespace tracuu::entities {

// Returns the key of a phrase.
std::uint64_t phrase_key(std::span<const Word> words);

class TopicWords {
 public:
  static const TopicWords& instance();

  bool is_light(const Word& word) const { return light_.contains(word.hash); }

  // Returns how many words of a formula the words begin with; 0 for none.
  std::size_t formula_at(std::span<const Word> words) const;

  // Whether the first two words are one in which a function word is none: «việc làm».
  bool is_compound(std::span<const Word> words) const {
    return words.size() >= 2 && compounds_.contains(phrase_key(words.first(2)));
  }

  // Whether the phrase is no topic by itself: «hoạt động».
  bool is_too_general(std::uint64_t key) const { return general_.contains(key); }

  // Whether the words are a phrase of data/abbreviations.tsv or data/synonyms.tsv.
  bool is_phrase(std::uint64_t key) const { return phrases_.contains(key); }

 private:
  TopicWords();

  std::unordered_set<std::uint32_t> light_;
  std::unordered_set<std::uint64_t> formulas_;
  std::unordered_set<std::uint64_t> phrases_;
  std::unordered_set<std::uint64_t> compounds_;
  std::unordered_set<std::uint64_t> general_;
};

}  // namespace tracuu::entities
