#include "core/document/entities/topics.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "core/document/entities/passes.h"
#include "core/document/entities/topic_words.h"
#include "core/document/entities/words.h"

namespace tracuu {
namespace {

using entities::Gap;
using entities::TopicWords;
using entities::Word;
using std::size_t;

constexpr size_t kMinWords = 2;
constexpr size_t kMaxWords = 4;
constexpr size_t kMaxTitleWords = 120;
constexpr size_t kMaxBodyWords = 30'000;
constexpr size_t kMinCount = 3;        // in the body, which often repeats the title
constexpr size_t kMaxNeighbours = 12;  // told apart on each side
constexpr double kMaxShare = 0.6;  // of one neighbour, else the phrase is a part of a longer one
constexpr int kPhraseWeight = 2;   // of phrases of the project's tables

// What stands beside a phrase in the text. Only words that could belong to it are told apart.
class Neighbours {
 public:
  void add(std::uint32_t word) {
    for (auto& [hash, count] : counts_) {
      if (hash == word) {
        ++count;
        return;
      }
    }
    if (counts_.size() < kMaxNeighbours) counts_.emplace_back(word, 1);
  }

  size_t highest() const {
    size_t best = 0;
    for (const auto& [hash, count] : counts_) best = std::max(best, count);
    return best;
  }

 private:
  std::vector<std::pair<std::uint32_t, size_t>> counts_;
};

struct Phrase {
  std::string text;
  std::vector<std::uint32_t> words;
  size_t count = 0;
  size_t capitalized = 0;  // times with all words capitalized, as names are
  bool is_listed = false;
  Neighbours left;
  Neighbours right;

  size_t score() const { return count * words.size() * (is_listed ? kPhraseWeight : 1); }

  bool is_whole() const {
    if (is_listed) return true;
    const double limit = kMaxShare * static_cast<double>(count);
    return static_cast<double>(left.highest()) <= limit &&
           static_cast<double>(right.highest()) <= limit;
  }
};

bool contains(const std::vector<std::uint32_t>& whole, const std::vector<std::uint32_t>& part) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

class TopicFinder {
 public:
  TopicFinder(std::string_view title, std::span<const Word> body)
      : title_(title),
        title_words_(entities::split_words(title)),
        body_words_(body.first(std::min(body.size(), kMaxBodyWords))),
        list_(TopicWords::instance()) {
    if (title_words_.size() > kMaxTitleWords) title_words_.resize(kMaxTitleWords);
  }

  std::vector<std::string> run() {
    take_from_title();
    if (phrases_.empty()) return {};
    for (size_t i = 0; i < body_words_.size(); ++i) {
      if (firsts_.contains(body_words_[i].hash)) count_at(i);
    }
    return best();
  }

 private:
  bool is_content(const Word& word) const { return !word.has_digit && !list_.is_light(word); }

  // Phrases of the runs between punctuation, function words and formulas.
  void take_from_title() {
    const std::span<const Word> words(title_words_);
    size_t begin = 0;
    for (size_t i = 0; i < words.size();) {
      const size_t formula = list_.formula_at(words.subspan(i));
      if (i > begin && words[i].gap != Gap::kBlank) {
        take(words.subspan(begin, i - begin));
        begin = i;
      }
      const bool is_compound =
          list_.is_compound(words.subspan(i)) && words[i + 1].gap == Gap::kBlank;
      const bool is_numbered = i + 1 < words.size() && words[i + 1].has_digit;  // «số 41»
      if (formula == 0 && !is_numbered && (is_compound || is_content(words[i]))) {
        i += is_compound ? 2 : 1;
        continue;
      }
      take(words.subspan(begin, i - begin));
      i += std::max<size_t>(formula, 1);
      begin = i;
    }
    if (begin < words.size()) take(words.subspan(begin));
  }

  void take(std::span<const Word> run) {
    for (size_t i = 0; i < run.size(); ++i) {
      for (size_t n = kMinWords; n <= kMaxWords && i + n <= run.size(); ++n) {
        const std::span<const Word> words = run.subspan(i, n);
        const std::uint64_t key = entities::phrase_key(words);
        if (list_.is_too_general(key) || has_name(words)) continue;
        Phrase& phrase = phrases_[key];
        if (!phrase.words.empty()) continue;
        phrase.is_listed = list_.is_phrase(key);
        for (const Word& word : words) {
          phrase.words.push_back(word.hash);
          if (!phrase.text.empty()) phrase.text += ' ';
          phrase.text += entities::small_word(text_of(title_, word));
        }
        firsts_.insert(words.front().hash);
      }
    }
  }

  // «cao tốc Bắc»; the first word may begin a sentence.
  static bool has_name(std::span<const Word> words) {
    return std::ranges::any_of(words.subspan(1), [](const Word& word) {
      return word.is_capitalized && !word.is_all_capitals && word.length > 1;
    });
  }

  void count_at(size_t i) {
    const std::span<const Word> words = body_words_;
    bool is_capitalized = words[i].is_capitalized;
    for (size_t n = 2; n <= kMaxWords && i + n <= words.size(); ++n) {
      const Word& last = words[i + n - 1];
      if (last.gap != Gap::kBlank) return;
      is_capitalized = is_capitalized && last.is_capitalized;
      const auto found = phrases_.find(entities::phrase_key(words.subspan(i, n)));
      if (found == phrases_.end()) continue;
      Phrase& phrase = found->second;
      ++phrase.count;
      phrase.capitalized += is_capitalized ? 1 : 0;
      if (i > 0 && words[i].gap == Gap::kBlank) see(phrase.left, words[i - 1]);
      const size_t next = i + n;
      if (next < words.size() && words[next].gap == Gap::kBlank) {
        if (list_.is_compound(words.subspan(next))) phrase.right.add(words[next].hash);
        see(phrase.right, words[next]);
      }
    }
  }

  void see(Neighbours& neighbours, const Word& word) const {
    if (is_content(word)) neighbours.add(word.hash);
  }

  bool is_topic(const Phrase& phrase) const {
    return phrase.count >= kMinCount && phrase.capitalized * 2 < phrase.count && phrase.is_whole();
  }

  std::vector<std::string> best() const {
    std::vector<const Phrase*> order;
    for (const auto& [key, phrase] : phrases_) {
      if (is_topic(phrase)) order.push_back(&phrase);
    }
    std::ranges::sort(order, [](const Phrase* a, const Phrase* b) {
      return a->score() != b->score() ? a->score() > b->score() : a->text < b->text;
    });
    std::vector<const Phrase*> chosen;
    for (const Phrase* phrase : order) {
      if (chosen.size() == kMaxTopics) break;
      const bool is_part = std::ranges::any_of(chosen, [&](const Phrase* other) {
        return contains(other->words, phrase->words) || contains(phrase->words, other->words);
      });
      if (!is_part) chosen.push_back(phrase);
    }
    std::vector<std::string> topics;
    topics.reserve(chosen.size());
    for (const Phrase* phrase : chosen) topics.push_back(phrase->text);
    return topics;
  }

  std::string_view title_;
  std::vector<Word> title_words_;
  std::span<const Word> body_words_;
  const TopicWords& list_;
  std::unordered_map<std::uint64_t, Phrase> phrases_;
  std::unordered_set<std::uint32_t> firsts_;
};

}  // namespace

std::vector<std::string> entities::topics_of(std::string_view title, std::span<const Word> body) {
  return TopicFinder(title, body).run();
}

std::vector<std::string> find_topics(std::string_view title, std::string_view body) {
  std::string title_buffer;
  std::string body_buffer;
  body = entities::composed(body, body_buffer);
  return entities::topics_of(entities::composed(title, title_buffer), entities::split_words(body));
}

}  // namespace tracuu
