#include "searcher/trec.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/text/utf8.h"
#include "searcher/query/characters.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

// Scores of neighbours differ by a step at least, and are written so that it is seen: with the six
// digits of a plain stream 12.749999 would be 12.75.
constexpr double kScoreStep = 1e-6;
constexpr int kScoreDecimals = 8;

struct EvaluationQuery {
  std::string id;
  std::string text;
};

EvaluationQuery parse_query(const std::string& line, const std::string& path, std::size_t number) {
  try {
    const Json json = Json::parse(line);
    return {json.at("_id").get<std::string>(), json.at("text").get<std::string>()};
  } catch (const Json::exception& error) {
    throw Error(ErrorCode::kPathUnreadable,
                {path, "line " + std::to_string(number) + ": " + error.what()});
  }
}

std::string without_blanks(std::string_view id) {
  std::string safe;
  for (const char c : id) {
    if (c == '%') {
      safe += "%25";
    } else if (c == ' ') {
      safe += "%20";
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string as_plain_words(const std::string& text) {
  std::string plain;
  bool at_word = true;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded c = text::decode(text, i);
    const std::string_view bytes = std::string_view(text).substr(i, c.length);
    i += c.length;
    const bool is_meant = c.value == '(' || c.value == ')' || c.value == '*' || c.value == '\\';
    if (is_meant || query::is_quote(c.value) || query::is_blank(c.value)) {
      plain += ' ';
      at_word = true;
      continue;
    }
    // A backslash takes any meaning but its letters from a word.
    if (at_word) plain += '\\';
    plain += bytes;
    at_word = false;
  }
  return plain;
}

std::string run_lines(std::string_view query_id, const std::vector<Result>& results,
                      IdBlanks blanks) {
  std::string lines;
  double last = 0;
  std::size_t rank = 0;
  for (const Result& hit : results) {
    last = rank == 0 ? hit.score : std::min(hit.score, last - kScoreStep);
    std::array<char, 64> score{};
    std::snprintf(score.data(), score.size(), " %zu %.*f tracuu\n", ++rank, kScoreDecimals, last);
    const std::string id = blanks == IdBlanks::kKeep ? hit.id : without_blanks(hit.id);
    lines.append(query_id).append(" Q0 ").append(id).append(score.data());
  }
  return lines;
}

RunResult run_queries(Searcher& searcher, const std::filesystem::path& queries,
                      const std::filesystem::path& run, const SearchRequest& request) {
  std::ifstream in(queries);
  if (!in) throw Error(ErrorCode::kPathMissing, {queries.string()});
  std::ofstream out(run, std::ios::binary);
  if (!out) throw Error(ErrorCode::kIo, {run.string(), std::strerror(errno)});
  const auto start = std::chrono::steady_clock::now();
  RunResult result;
  SearchRequest one = request;
  one.facets.clear();
  one.ids_only = true;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    const EvaluationQuery query = parse_query(line, queries.string(), number);
    one.query = as_plain_words(query.text);
    const SearchOutcome outcome = searcher.search(one);
    ++result.queries;
    const auto* response = std::get_if<Response>(&outcome);
    if (response != nullptr) result.hits += response->total;
    if (response == nullptr || response->results.empty()) {
      ++result.without_hits;
      continue;
    }
    out << run_lines(query.id, response->results, IdBlanks::kKeep);
  }
  out.close();
  if (!out) throw Error(ErrorCode::kIo, {run.string(), std::strerror(errno)});
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

}  // namespace tracuu
