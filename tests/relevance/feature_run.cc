// Writes what the second stage of ranking knows of its candidates, for learning its weights
// (fit.py).
//
//   feature_run INDEX QUERIES OUT
//
// A line for each candidate: query id, document id, how many words of the query the second stage
// looks for, features in the order of the first line, which names them. Separated by tabs.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <variant>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "searcher/searcher.h"
#include "searcher/trec.h"

namespace {

void write_names(std::ostream& out) {
  out << "query\tdocument\twords";
  for (std::size_t i = 0; i < tracuu::kFeatures; ++i) {
    out << '\t' << tracuu::name_of(static_cast<tracuu::Feature>(i));
  }
  out << '\n';
}

void write_candidates(const std::string& id, const tracuu::Response& response, std::ostream& out) {
  for (const tracuu::Result& result : response.results) {
    if (!result.explanation) continue;
    out << id << '\t' << result.id << '\t' << result.explanation->words.size();
    for (const tracuu::ScorePart& part : result.explanation->parts) out << '\t' << part.value;
    out << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: feature_run INDEX QUERIES OUT\n", stderr);
    return 2;
  }
  try {
    tracuu::Searcher searcher(argv[1]);
    std::ifstream queries(argv[2]);
    std::ofstream out(argv[3]);
    write_names(out);
    std::string line;
    while (std::getline(queries, line)) {
      const nlohmann::json query = nlohmann::json::parse(line);
      tracuu::SearchRequest request;
      request.query = tracuu::as_plain_words(query.at("text").get<std::string>());
      request.limit = tracuu::RankingOptions().rerank_depth;
      request.ids_only = true;
      request.explain = true;
      const tracuu::SearchOutcome outcome = searcher.search(request);
      const auto* response = std::get_if<tracuu::Response>(&outcome);
      if (response != nullptr) write_candidates(query.at("_id"), *response, out);
    }
    return out.good() ? 0 : 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
