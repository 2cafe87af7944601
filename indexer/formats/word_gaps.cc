#include "indexer/formats/word_gaps.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

#include "core/text/utf8.h"

namespace tracuu::input {
namespace {

constexpr std::size_t kMaxSameStart = 64;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// x1, 30o: a sign and its index are one, though set in two sizes. A syllable and the number of its
// footnote are not.
bool is_index(std::string_view before, std::string_view word) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (is_digit(before.back())) return word.size() == 1 && is_letter(word.front());
  const bool is_sign =
      is_letter(before.back()) && (before.size() == 1 || is_blank(before.end()[-2]));
  return is_sign && std::ranges::all_of(word, is_digit);
}

// Words by their first character, as often as the page has them.
class WordBag {
 public:
  explicit WordBag(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      if (!word.empty()) ++counts_[word];
    }
  }

  // Takes out and returns the longest word that `text` begins with, blanks in it passed over, but
  // only one that ends where a word of `text` may: nothing where there is none. `used` bytes of the
  // text are covered.
  std::optional<std::string> take(std::string_view text, std::size_t& used) {
    const std::string_view start = text.substr(0, text::decode(text, 0).length);
    std::map<std::string, std::uint32_t>::iterator best = counts_.end();
    std::size_t looked_at = 0;
    for (auto it = counts_.lower_bound(std::string(start));
         it != counts_.end() && it->first.starts_with(start) && looked_at < kMaxSameStart;
         ++it, ++looked_at) {
      const std::size_t covered = covers(text, it->first);
      if (covered == 0 || (best != counts_.end() && it->first.size() <= best->first.size()))
        continue;
      best = it;
      used = covered;
    }
    if (best == counts_.end()) return std::nullopt;
    std::string word = best->first;
    if (--best->second == 0) counts_.erase(best);
    return word;
  }

 private:
  // Returns how many bytes of `text` spell `word`, blanks but no line end between its letters; 0
  // where they do not.
  static std::size_t covers(std::string_view text, std::string_view word) {
    std::size_t at = 0;
    for (const char c : word) {
      while (at < text.size() && at > 0 && text[at] == ' ') ++at;
      if (at >= text.size() || text[at] != c) return 0;
      ++at;
    }
    return at;
  }

  std::map<std::string, std::uint32_t> counts_;
};

}  // namespace

std::string with_word_gaps(std::string_view ordered, const std::vector<std::string>& words) {
  WordBag bag(words);
  std::string out;
  out.reserve(ordered.size() + ordered.size() / 8);
  while (!ordered.empty()) {
    if (is_blank(ordered.front())) {
      out += ordered.front();
      ordered.remove_prefix(1);
      continue;
    }
    // A word of the ordered text that is one by geometry, the usual case, or the words in it.
    std::size_t used = 0;
    const std::optional<std::string> word = bag.take(ordered, used);
    if (!word) {
      std::size_t end = 1;
      while (end < ordered.size() && !is_blank(ordered[end])) ++end;
      out += ordered.substr(0, end);
      ordered.remove_prefix(end);
      continue;
    }
    if (!out.empty() && !is_blank(out.back()) && !is_index(out, *word)) out += ' ';
    out += *word;
    ordered.remove_prefix(used);
  }
  return out;
}

}  // namespace tracuu::input
