#include "tests/bench/search/plain_count.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>
#include <thread>
#include <unordered_map>

#include "core/text/analyzer.h"
#include "core/text/i_y.h"
#include "core/text/word_form.h"
#include "tests/bench/search/queries.h"

namespace tracuu::bench {

using Key = std::uint64_t;  // of kPhraseWords words without their marks
using Phrase = std::vector<text::WordForm>;

// Reads the runs of kPhraseWords words of texts. Belongs to one thread.
class RunReader {
 public:
  // Calls `found(key, first)` for every run; `first` is the token it begins with.
  template <typename Found>
  void read(std::string_view text, const Found& found) {
    analyzer_.analyze(text, analysis_);
    hashes_.clear();
    for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
      const text::Token& token = analysis_.tokens[i];
      hashes_.push_back(std::hash<std::string_view>()(form(analysis_.word(token).toneless)));
      if (i + 1 < kPhraseWords) continue;
      const std::size_t first = i + 1 - kPhraseWords;
      // Words of two paragraphs are no phrase.
      if (token.position - analysis_.tokens[first].position != kPhraseWords - 1) continue;
      constexpr Key kMix = 0x9E3779B97F4A7C15;
      Key key = 0;
      for (std::size_t j = first; j <= i; ++j) key = (key ^ hashes_[j]) * kMix;
      found(key, first);
    }
  }

  // Whether the words from `first` on, of the text just read, are the phrase: every mark that it
  // has, and any where it has none; kỹ and kĩ are one word.
  bool is_phrase(std::size_t first, const Phrase& phrase) const {
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      const text::Word& word = analysis_.word(analysis_.tokens[first + i]);
      const std::string_view toneless = form(word.toneless);
      if (toneless != phrase[i].toneless) return false;
      if (!phrase[i].has_marks || form(word.toned) == phrase[i].toned) continue;
      if (text::other_i_y(form(word.toned), toneless) != phrase[i].toned) return false;
    }
    return true;
  }

 private:
  std::string_view form(text::FormId id) const { return analysis_.vocabulary().form(id); }

  text::Analyzer analyzer_;
  text::Analysis analysis_;
  std::vector<Key> hashes_;
};

namespace {

template <typename Found>
void read_document(const Document& document, RunReader& reader, const Found& found) {
  for (const std::string* text : {&document.title, &document.body, &document.number, &document.type,
                                  &document.agency, &document.signer}) {
    reader.read(*text, found);
  }
}

Phrase phrase_of(const std::string& words) {
  Phrase phrase;
  std::string_view left = words;
  while (!left.empty()) {
    const std::size_t end = std::min(left.find(' '), left.size());
    phrase.push_back(text::word_form(left.substr(0, end)));
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  return phrase;
}

Key key_of(const std::string& phrase, RunReader& reader) {
  Key key = 0;
  reader.read(phrase, [&](Key found, std::size_t) { key = found; });
  return key;
}

// Phrases by their keys: several may differ in marks alone.
using Places = std::unordered_map<Key, std::vector<std::size_t>>;

void count_part(const Generator& generator, std::uint64_t begin, std::uint64_t step,
                const Places& places, const std::vector<Phrase>& phrases,
                std::vector<PhraseCount>& counts) {
  RunReader reader;
  for (std::uint64_t i = begin; i < generator.size(); i += step) {
    const Document document = generator.document(i);
    std::set<std::size_t> held;
    read_document(document, reader, [&](Key key, std::size_t first) {
      const auto place = places.find(key);
      if (place == places.end()) return;
      for (const std::size_t phrase : place->second) {
        if (reader.is_phrase(first, phrases[phrase])) held.insert(phrase);
      }
    });
    for (const std::size_t phrase : held) {
      ++counts[phrase].total;
      ++counts[phrase].types[document.type];
    }
  }
}

}  // namespace

std::vector<PhraseCount> count_phrases(const Generator& generator,
                                       const std::vector<std::string>& phrases) {
  constexpr std::size_t kThreads = 2;
  RunReader reader;
  Places places;
  std::vector<Phrase> forms;
  for (const std::string& phrase : phrases) {
    places[key_of(phrase, reader)].push_back(forms.size());
    forms.push_back(phrase_of(phrase));
  }
  std::array<std::vector<PhraseCount>, kThreads> parts;
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < kThreads; ++t) {
      parts[t].resize(phrases.size());
      threads.emplace_back([&, t] { count_part(generator, t, kThreads, places, forms, parts[t]); });
    }
  }
  std::vector<PhraseCount> counts(phrases.size());
  for (const std::vector<PhraseCount>& part : parts) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      counts[i].total += part[i].total;
      for (const auto& [type, documents] : part[i].types) counts[i].types[type] += documents;
    }
  }
  return counts;
}

PhraseFinder::PhraseFinder(const std::string& phrase)
    : reader_(std::make_unique<RunReader>()), phrase_(phrase_of(phrase)) {}
PhraseFinder::~PhraseFinder() = default;
PhraseFinder::PhraseFinder(PhraseFinder&&) noexcept = default;
PhraseFinder& PhraseFinder::operator=(PhraseFinder&&) noexcept = default;

bool PhraseFinder::is_in(const Document& document) {
  bool found = false;
  read_document(document, *reader_,
                [&](Key, std::size_t first) { found |= reader_->is_phrase(first, phrase_); });
  return found;
}

}  // namespace tracuu::bench
