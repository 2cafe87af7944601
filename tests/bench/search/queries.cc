#include "tests/bench/search/queries.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <unordered_set>

#include "core/base/error.h"

namespace tracuu::bench {
namespace {

constexpr std::uint64_t kQueryStream = 2;  // of Random::of
constexpr std::size_t kTriesEach = 1000;

std::vector<std::string> split_blanks(const std::string& text) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string join(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// Digits make a query a search for a number, which is another thing.
bool has_digit(const std::string& text) {
  return std::ranges::any_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::unordered_set<std::string> common_words() {
  std::unordered_set<std::string> common;
  for (const FittedWord& word : read_fitted().words) {
    if (word.form != kNumberForm && word.form != kRareForm) common.insert(word.form);
    if (common.size() == kCommonWords) break;
  }
  return common;
}

}  // namespace

std::vector<Query> draw_queries(const Generator& generator, std::size_t count,
                                const QueryShape& shape) {
  const std::unordered_set<std::string> common = common_words();
  Random random = Random::of(generator.seed(), kQueryStream, shape.most_words);
  std::vector<Query> queries;
  for (std::size_t tries = count * kTriesEach; queries.size() < count; --tries) {
    if (tries == 0) throw Error(ErrorCode::kInternal, {"draw queries", "few titles fit"});
    const std::uint64_t index = random.next() % generator.size();
    const Document document = generator.document(index);
    const std::vector<std::string> title = split_blanks(document.title);
    const std::size_t length =
        shape.least_words + random.below(shape.most_words - shape.least_words + 1);
    if (title.size() < length) continue;
    const auto run = std::span(title).subspan(random.below(title.size() - length + 1), length);
    const std::string text = join(run);
    if (has_digit(text)) continue;
    const bool is_common =
        std::ranges::any_of(run, [&](const std::string& word) { return common.contains(word); });
    if (shape.half_common && is_common != (queries.size() % 2 == 0)) continue;
    queries.push_back({index, document.id, text});
  }
  return queries;
}

std::string typed_part(const std::string& title, std::size_t characters) {
  std::size_t end = 0;
  while (end < title.size()) {
    const bool begins_character = (static_cast<unsigned char>(title[end]) & 0xC0) != 0x80;
    if (begins_character && characters-- == 0) break;
    ++end;
  }
  return title.substr(0, end);
}

}  // namespace tracuu::bench
