// Runs judged queries with ranking options from the command line, for choosing the options.
//
//   rank_run INDEX QUERIES RUN [verbatim] [pair=0.8] [b=0.6] …     names: searcher/score.h, hits.h
//
// tracuu-search --queries does the same with the options of the product.

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <string>

#include "core/base/error.h"
#include "searcher/trec.h"

namespace {

double* option(tracuu::RankingOptions& o, tracuu::HitRule& rule, const std::string& name) {
  const std::map<std::string, double*> table{
      {"toned", &o.toned},
      {"toneless_of_marked", &o.toneless_of_marked},
      {"toneless", &o.toneless},
      {"restored", &o.restored},
      {"toneless_of_restored", &o.toneless_of_restored},
      {"expansion", &o.expansion},
      {"alternative", &o.alternative},
      {"pair", &o.pair},
      {"type", &o.type},
      {"agency", &o.agency},
      {"year", &o.year},
      {"law", &o.law},
      {"all_named", &o.all_named},
      {"title_toned", &o.title_toned},
      {"title_pair", &o.title_pair},
      {"caption", &o.caption},
      {"compound", &o.compound},
      {"number", &o.number},
      {"k1", &o.k1},
      {"b", &o.b},
      {"min_length_share", &o.min_length_share},
      {"share", &rule.share},
      {"relaxed_share", &rule.relaxed_share},
  };
  const auto it = table.find(name);
  return it == table.end() ? nullptr : it->second;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: rank_run INDEX QUERIES RUN [option=value]…\n", stderr);
    return 2;
  }
  tracuu::RankingOptions options;
  tracuu::HitRule rule;
  tracuu::SearchRequest request;
  for (int i = 4; i < argc; ++i) {
    const std::string setting = argv[i];
    if (setting == "verbatim") {
      request.verbatim = true;
      continue;
    }
    const std::size_t equals = setting.find('=');
    double* value = option(options, rule, setting.substr(0, equals));
    if (value == nullptr || equals == std::string::npos) {
      std::fprintf(stderr, "no such option: %s\n", argv[i]);
      return 2;
    }
    *value = std::stod(setting.substr(equals + 1));
  }
  try {
    tracuu::Searcher searcher(argv[1], options, rule);
    request.limit = 100;
    const tracuu::RunResult result = tracuu::run_queries(searcher, argv[2], argv[3], request);
    const double queries = static_cast<double>(std::max<std::size_t>(result.queries, 1));
    std::printf("%.1f hits a query of %zu documents, %.2f ms a query\n",
                static_cast<double>(result.hits) / queries, searcher.size(),
                1000 * result.seconds / queries);
  } catch (const tracuu::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
  return 0;
}
