#include "tests/bench/collection/generator.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

#include <nlohmann/json.hpp>

namespace tracuu::bench {
namespace {

constexpr std::string_view kIdPrefix = "d-";
constexpr std::size_t kShortestTitle = 2;     // words
constexpr double kArticleWords = 120;         // mean length of an article, about that of an act
constexpr std::uint64_t kDocumentStream = 1;  // of Random::of

}  // namespace

Generator::Generator(const CollectionOptions& options)
    : options_(options), fitted_(read_fitted()), chain_(fitted_), attributes_(fitted_) {}

std::size_t Generator::draw_length(const std::vector<double>& quantiles, Random& random) const {
  const double at = unit(random) * static_cast<double>(quantiles.size() - 1);
  const auto step = static_cast<std::size_t>(at);
  const double low = quantiles[step];
  const double high = quantiles[std::min(step + 1, quantiles.size() - 1)];
  return static_cast<std::size_t>(
      std::lround(low + (high - low) * (at - static_cast<double>(step))));
}

void Generator::add_words(std::size_t count, bool returns, Random& random,
                          std::vector<ChainWord>& words) const {
  const std::size_t end = words.size() + count;
  std::size_t repeated = end;  // the word that is repeated next; the end: none
  while (words.size() < end) {
    if (words.empty()) {
      words.push_back(chain_.first(random));
      continue;
    }
    const bool goes_on = repeated < words.size() && !happens(random, 1 / options_.return_words);
    if (!goes_on) {
      const bool goes_back = returns && happens(random, options_.return_share);
      repeated = goes_back ? random.below(words.size()) : end;
    }
    if (repeated < words.size()) {
      words.push_back(ChainWord(words[repeated++]));
    } else {
      words.push_back(chain_.next(words.back(), random));
    }
  }
}

// Sentences and paragraphs end where chance has it, with the fitted means.
std::string Generator::write_body(const std::vector<ChainWord>& words, std::size_t begin,
                                  bool has_articles, Random& random) const {
  const double sentence_end = 1 / fitted_.sentence_words;
  const double paragraph_end = fitted_.sentence_words / fitted_.paragraph_words;
  const double article_end = fitted_.paragraph_words / kArticleWords;
  std::string text;
  std::size_t article = 0;
  bool starts_article = has_articles;
  bool starts_sentence = true;
  for (std::size_t i = begin; i < words.size(); ++i) {
    if (starts_article) text += "Điều " + std::to_string(++article) + ". ";
    starts_article = false;
    text += starts_sentence ? chain_.spell_capitalized(words[i]) : chain_.spell(words[i]);
    starts_sentence = i + 1 == words.size() || happens(random, sentence_end);
    if (!starts_sentence) {
      text += ' ';
    } else if (i + 1 == words.size()) {
      text += '.';
    } else if (!happens(random, paragraph_end)) {
      text += ". ";
    } else {
      text += ".\n";
      starts_article = has_articles && happens(random, article_end);
    }
  }
  return text;
}

Document Generator::document(std::uint64_t index) const {
  Random random = Random::of(options_.seed, kDocumentStream, index);
  Document document;
  document.id = std::string(kIdPrefix) + std::to_string(index);
  attributes_.draw(random, document);
  std::vector<ChainWord> words;
  add_words(std::max(kShortestTitle, draw_length(fitted_.title_lengths, random)), false, random,
            words);
  const std::size_t title_words = words.size();
  for (std::size_t i = 0; i < title_words; ++i) {
    if (i > 0) document.title += ' ';
    document.title += i == 0 ? chain_.spell_capitalized(words[i]) : chain_.spell(words[i]);
  }
  add_words(draw_length(fitted_.body_lengths, random), true, random, words);
  document.body = write_body(words, title_words, !is_news(document), random);
  return document;
}

std::optional<std::uint64_t> Generator::index_of(std::string_view id) const {
  if (!id.starts_with(kIdPrefix)) return std::nullopt;
  id.remove_prefix(kIdPrefix.size());
  std::uint64_t index = 0;
  const auto [end, failed] = std::from_chars(id.data(), id.data() + id.size(), index);
  if (failed != std::errc() || end != id.data() + id.size() || index >= size()) {
    return std::nullopt;
  }
  return index;
}

std::string to_json_line(const Document& document) {
  nlohmann::ordered_json json{{"id", document.id}, {"title", document.title}};
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) json[name] = value;
  };
  add("number", document.number);
  add("type", document.type);
  add("agency", document.agency);
  add("date", document.date);
  add("signer", document.signer);
  json["body"] = document.body;
  return json.dump();
}

}  // namespace tracuu::bench
