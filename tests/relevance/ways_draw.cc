#include "tests/relevance/ways_draw.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <unordered_map>

#include "core/text/analyzer.h"
#include "core/text/character.h"
#include "core/text/utf8.h"

namespace tracuu::ways {
namespace {

bool is_blank(char32_t c) {
  const text::CharacterClass kind = text::CharacterTable::classify(c);
  return kind == text::CharacterClass::kBlank || kind == text::CharacterClass::kLineEnd;
}

// A word between blanks, cut to what stands from its first letter or digit to its last.
struct Span {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
};

// The forms of all texts as numbers that stay the same while the analyzer's own may change.
class Forms {
 public:
  std::vector<std::uint32_t> of(std::string_view text) {
    analyzer_.analyze(text, analysis_);
    std::vector<std::uint32_t> ids;
    for (const text::Token& token : analysis_.tokens) {
      const auto form = analysis_.vocabulary().form(analysis_.word(token).toned);
      const auto next = static_cast<std::uint32_t>(ids_.size());
      ids.push_back(ids_.emplace(form, next).first->second);
    }
    return ids;
  }

 private:
  text::Analyzer analyzer_;
  text::Analysis analysis_;
  std::unordered_map<std::string, std::uint32_t> ids_;
};

bool stands_at(const std::vector<std::uint32_t>& run, const std::vector<std::uint32_t>& title,
               std::size_t at) {
  return run.size() <= title.size() - at &&
         std::equal(run.begin(), run.end(), title.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

std::vector<std::string> words_of(std::string_view title) {
  std::vector<std::string> words;
  Span word;
  const auto finish = [&] {
    if (word.end > 0) words.emplace_back(title.substr(word.begin, word.end - word.begin));
    word = {};
  };
  for (std::size_t at = 0; at < title.size();) {
    const text::Decoded c = text::decode(title, at);
    const text::CharacterClass kind = text::CharacterTable::classify(c.value);
    if (is_blank(c.value)) finish();
    if (text::starts_word(kind)) word.begin = std::min(word.begin, at);
    at += c.length;
    if (text::is_word(kind) && word.begin < at) word.end = at;
  }
  finish();
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::vector<DrawnQuery> draw_queries(const std::vector<Title>& titles, std::size_t count,
                                     Random& random) {
  std::vector<std::size_t> order(titles.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  random.shuffle(std::span<std::size_t>(order));

  std::vector<DrawnQuery> queries;
  std::set<std::string> seen;
  for (const std::size_t title : order) {
    if (queries.size() == count) break;
    const std::vector<std::string> words = words_of(titles[title].text);
    if (words.size() < kFewestWords) continue;
    const std::size_t most = std::min(kMostWords, words.size());
    const std::size_t length = kFewestWords + random.below(most - kFewestWords + 1);
    const auto first =
        words.begin() + static_cast<std::ptrdiff_t>(random.below(words.size() - length + 1));
    std::vector<std::string> run(first, first + static_cast<std::ptrdiff_t>(length));
    if (!seen.insert(joined(run)).second) continue;
    queries.push_back({"w" + std::to_string(queries.size() + 1), title, std::move(run)});
  }
  return queries;
}

std::vector<std::vector<std::size_t>> judge(const std::vector<Title>& titles,
                                            const std::vector<DrawnQuery>& queries) {
  Forms forms;
  std::vector<std::vector<std::uint32_t>> runs;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_first;
  for (const DrawnQuery& query : queries) {
    runs.push_back(forms.of(joined(query.words)));
    by_first[runs.back().front()].push_back(runs.size() - 1);
  }
  std::vector<std::vector<std::size_t>> answers(queries.size());
  for (std::size_t title = 0; title < titles.size(); ++title) {
    const std::vector<std::uint32_t> tokens = forms.of(titles[title].text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const auto starting = by_first.find(tokens[at]);
      if (starting == by_first.end()) continue;
      for (const std::size_t query : starting->second) {
        std::vector<std::size_t>& found = answers[query];
        const bool known = !found.empty() && found.back() == title;
        if (!known && stands_at(runs[query], tokens, at)) found.push_back(title);
      }
    }
  }
  return answers;
}

}  // namespace tracuu::ways
