#include "tests/bench/search/checks.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "core/text/fold.h"
#include "core/text/i_y.h"

namespace tracuu::bench {
namespace {

const Facet* find_facet(const Response& response, std::string_view name) {
  const auto found = std::ranges::find(response.facets, name, &Facet::name);
  return found == response.facets.end() ? nullptr : &*found;
}

std::string told(std::string_view what, std::uint64_t found, std::uint64_t expected) {
  return std::string(what) + ": " + std::to_string(found) + ", not " + std::to_string(expected);
}

// The words of a text without marks and case, kỹ and kĩ as one.
std::vector<std::string> key_words(std::string_view text) {
  std::istringstream key(name_key(text));
  std::vector<std::string> words;
  for (std::string word; key >> word;) words.push_back(word);
  return words;
}

// With i for y where they spell one syllable: kỳ and kì are one word.
std::string with_i(std::string word) {
  text::merge_i_y(word);
  return word;
}

// «quy» may go on as «quyền», and «ky» as «kì».
bool continues(const std::string& word, const std::string& begin) {
  return word.starts_with(begin) || with_i(word).starts_with(with_i(begin));
}

}  // namespace

bool finds(const Response& response, std::string_view id) {
  return std::ranges::find(response.results, id, &Result::id) != response.results.end();
}

Problem list_problem(const SearchRequest& request, const Response& response,
                     const Generator& generator) {
  if (response.results.empty()) return "nothing found";
  if (response.results.size() > request.limit) return "more results than asked for";
  if (response.total < response.results.size()) return "a total below the results";
  if (response.total > generator.size()) return "a total above the collection";
  std::set<std::string> seen;
  for (const Result& result : response.results) {
    if (!generator.index_of(result.id)) return "no document of the collection: " + result.id;
    if (!seen.insert(result.id).second) return "found twice: " + result.id;
  }
  const bool is_ordered = std::ranges::is_sorted(
      response.results, [](double a, double b) { return a > b; }, &Result::score);
  if (!is_ordered) return "a better result below a worse one";
  return std::nullopt;
}

Problem phrase_problem(const std::string& phrase, const Response& response,
                       const Generator& generator) {
  PhraseFinder finder(phrase);
  for (const Result& result : response.results) {
    const auto index = generator.index_of(result.id);
    if (!index || !finder.is_in(generator.document(*index))) {
      return "without the phrase: " + result.id;
    }
  }
  return std::nullopt;
}

Problem count_problem(const PhraseCount& plain, const Response& response) {
  if (response.total != plain.total) return told("total", response.total, plain.total);
  const Facet* types = find_facet(response, "type");
  if (types == nullptr) return std::nullopt;
  if (types->values.size() != plain.types.size()) {
    return told("types", types->values.size(), plain.types.size());
  }
  for (const FacetValue& value : types->values) {
    const auto counted = plain.types.find(value.label);
    const std::uint64_t expected = counted == plain.types.end() ? 0 : counted->second;
    if (value.count != expected) return told(value.label, value.count, expected);
  }
  return std::nullopt;
}

Problem facets_problem(const Response& response) {
  for (const char* name : {"type", "year"}) {
    const Facet* facet = find_facet(response, name);
    if (facet == nullptr) return std::string("no facet ") + name;
    std::uint64_t sum = 0;
    for (const FacetValue& value : facet->values) sum += value.count;
    if (sum != response.total)
      return told(std::string("documents by ") + name, sum, response.total);
  }
  return std::nullopt;
}

Problem completion_problem(std::string_view typed, const std::vector<Completion>& completions) {
  if (completions.empty()) return "no completion of " + std::string(typed);
  const std::vector<std::string> wanted = key_words(typed);
  for (const Completion& completion : completions) {
    const std::vector<std::string> words = key_words(completion.text);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const bool may_go_on = i + 1 == wanted.size();
      const bool is_there = std::ranges::any_of(words, [&](const std::string& word) {
        return may_go_on ? continues(word, wanted[i]) : with_i(word) == with_i(wanted[i]);
      });
      if (!is_there) return "no " + wanted[i] + " in the completion " + completion.text;
    }
  }
  return std::nullopt;
}

}  // namespace tracuu::bench
