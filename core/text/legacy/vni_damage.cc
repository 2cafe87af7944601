#include "core/text/legacy/vni_damage.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/text/fold.h"
#include "core/text/legacy/chunks.h"
#include "core/text/legacy/quality.h"

namespace tracuu::data {

extern const std::string_view kVniDamageTsv;

}  // namespace tracuu::data

namespace tracuu::text::legacy {
namespace {

// Words that only the undo makes syllables, and how many of them outweigh one ó, ò or ô.
constexpr std::uint64_t kProof = 5;
constexpr std::uint64_t kProofPerIntact = 4;

struct Letters {
  std::string_view damaged;
  std::string_view whole;
};
constexpr std::array<Letters, 6> kLetters{
    {{"ĩ", "ó"}, {"ị", "ò"}, {"ơ", "ô"}, {"Ĩ", "Ó"}, {"Ị", "Ò"}, {"Ơ", "Ô"}}};

struct Undone {
  std::string text;
  std::size_t letters = 0;
};

Undone undo(std::string_view word) {
  Undone result;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t length = decode(word, i).length;
    std::string_view letter = word.substr(i, length);
    const auto* const it = std::ranges::find(kLetters, letter, &Letters::damaged);
    if (it != kLetters.end()) {
      letter = it->whole;
      ++result.letters;
    }
    result.text += letter;
    i += length;
  }
  return result;
}

// How common a word that is a syllable both ways is in each reading, and beside which words (as
// damaged text writes them) the rarer reading is the commoner.
struct Reading {
  bool is_damage = false;  // the commoner reading is the one that the damage hides
  std::unordered_set<std::string_view> rarer_after;
  std::unordered_set<std::string_view> rarer_before;
};

std::string_view take(std::string_view& rest, char separator) {
  const std::string_view part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  return part;
}

std::unordered_set<std::string_view> words_of(std::string_view list) {
  std::unordered_set<std::string_view> words;
  while (!list.empty()) words.insert(take(list, ' '));
  return words;
}

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

using Readings = std::unordered_map<std::string_view, Reading>;

const Readings& readings() {
  static const Readings instance = [] {
    Readings all;
    std::string_view table = data::kVniDamageTsv;
    take(table, '\n');
    while (!table.empty()) {
      std::string_view row = take(table, '\n');
      const std::string_view damaged = take(row, '\t');
      take(row, '\t');
      const std::uint64_t damaged_count = number_of(take(row, '\t'));
      Reading& reading = all[damaged];
      reading.is_damage = number_of(take(row, '\t')) > damaged_count;
      reading.rarer_after = words_of(take(row, '\t'));
      reading.rarer_before = words_of(row);
    }
    return all;
  }();
  return instance;
}

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_valid = false;
  bool may_be_damaged = false;
};

std::vector<Word> words_of_text(std::string_view text) {
  std::vector<Word> words;
  for_each_chunk(text, [&](const Chunk& chunk) {
    words.push_back(
        {chunk.begin, chunk.end, chunk.syllables == chunk.tokens, (chunk.flags & kDamage) != 0});
  });
  return words;
}

class Undoer {
 public:
  explicit Undoer(std::string_view text) : text_(text), words_(words_of_text(text)) {}

  // Appends the repaired text to `out`. Returns the letters changed.
  std::size_t run(std::string& out) const {
    std::size_t done = 0;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].may_be_damaged) continue;
      const Undone undone = undo(text_.substr(words_[i].begin, words_[i].end - words_[i].begin));
      if (!is_damaged(i, undone.text)) continue;
      out.append(text_, done, words_[i].begin - done).append(undone.text);
      done = words_[i].end;
      letters += undone.letters;
    }
    out.append(text_.substr(done));
    return letters;
  }

 private:
  bool is_damaged(std::size_t i, std::string_view undone) const {
    const TextQuality quality = text_quality(undone);
    if (quality.syllables != quality.tokens) return false;
    if (!words_[i].is_valid) return true;
    const auto it = readings().find(form(i));
    if (it == readings().end()) return false;
    const Reading& reading = it->second;
    const bool is_rarer =
        (follows(i) && reading.rarer_after.contains(form(i - 1))) ||
        (i + 1 < words_.size() && follows(i + 1) && reading.rarer_before.contains(form(i + 1)));
    return reading.is_damage != is_rarer;
  }

  // Whether one blank alone stands between the word and the one before it.
  bool follows(std::size_t i) const {
    return i != 0 && words_[i].begin == words_[i - 1].end + 1 && text_[words_[i - 1].end] == ' ';
  }

  std::string form(std::size_t i) const {
    return fold(text_.substr(words_[i].begin, words_[i].end - words_[i].begin), Marks::kKeep);
  }

  std::string_view text_;
  std::vector<Word> words_;
};

}  // namespace

std::size_t repair_vni_damage(std::string& text, const Survey& survey) {
  if (survey.damaged < kProof || survey.damaged < survey.intact * kProofPerIntact) return 0;
  std::string repaired;
  const std::size_t letters = Undoer(text).run(repaired);
  text = std::move(repaired);
  return letters;
}

}  // namespace tracuu::text::legacy
