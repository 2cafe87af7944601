// A set of phrases in which the longest one that begins at some word is found.
//
//   phrases of {"Luật Đầu tư", "Luật Đầu tư công"} in «Luật Đầu tư công số 39/2019/QH14»
//   end behind «công»
//
// Compared by words_key. Immutable after construction; internal to core/document/citation.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace tracuu::citation {

inline constexpr std::size_t kMaxPhraseWords = 32;

class Phrases {
 public:
  void add(std::string_view phrase);

  // Returns the offset behind the longest phrase that begins at `i`, `i` itself for none.
  std::size_t longest(std::string_view text, std::size_t i) const;

 private:
  std::unordered_set<std::string> whole_;
  std::unordered_set<std::string> beginnings_;
};

}  // namespace tracuu::citation
