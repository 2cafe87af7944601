// The terms of the dictionary and what may stand for each, worked out once at loading.
//
//   "chuyển đổi số"  → CĐS                     (abbreviations.tsv, read backwards)
//   CCCD             → "căn cước công dân" → "thẻ căn cước"      two steps at most
//
// A pair of a `not` row never comes out, whichever way the two are connected. Internal to
// searcher/dictionary.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/dictionary/alternative.h"
#include "searcher/dictionary/words.h"

namespace tracuu {

inline constexpr std::size_t kMaxTermWords = 24;
inline constexpr std::size_t kMaxAbbreviationParts = 4;
inline constexpr std::size_t kMaxAlternatives = 8;

struct Term {
  std::string text;
  std::vector<std::string> toned;  // its words
  std::vector<std::string> toneless;
  std::vector<Alternative> meanings;      // of an abbreviation, as the file has them
  std::vector<Alternative> alternatives;  // heaviest first, at most kMaxAlternatives
  bool is_abbreviation = false;           // written without blanks: matched as such
  bool is_opposed = false;                // stands in a `not` row
};

using TermId = std::uint32_t;

// How closely an abbreviation is matched; the closest that gives anything counts.
//
//   kExact      CTr is chương trình, CTR chất thải rắn
//   kParts      ct-xh, CT & XH: the parts are kept, so that CTXH is another
//   kLetters    KTXH for KT-XH
//   …Toneless   HDND for HĐND, when the word was typed without marks
enum class Closeness : char { kExact, kParts, kLetters, kTonelessParts, kTonelessLetters };

// Returns the key of the words at this closeness.
std::string abbreviation_key(std::span<const DictionaryWord> words, Closeness closeness);

// Immutable after it is built; safe from any thread.
class TermTable {
 public:
  TermTable() = default;

  const Term& term(TermId id) const { return terms_[id]; }

  // The abbreviations under a key of abbreviation_key(); empty when there are none.
  std::span<const TermId> abbreviations(std::string_view key) const;

  // The other terms whose toneless words, one blank between, are this.
  std::span<const TermId> phrases(std::string_view toneless) const;

  // Words of the longest of those that begin with this word; 0: none does.
  std::size_t longest_phrase(std::string_view first_toneless) const;

 private:
  friend class TermBuilder;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>{}(key);
    }
  };
  template <typename Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  static std::span<const TermId> look_up(const Map<std::vector<TermId>>& map, std::string_view key);

  std::vector<Term> terms_;
  Map<std::vector<TermId>> abbreviations_;
  Map<std::vector<TermId>> phrases_;
  Map<std::size_t> longest_phrase_;
};

}  // namespace tracuu
