// What queries are ranked by over a test's index, as the searcher works it out.
//
//   QueryScoring scoring(index.directory());
//   scoring.of("chuyển đổi số", snapshot).terms

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <variant>

#include "core/index/directory.h"
#include "core/index/syllable_model.h"
#include "core/text/analyzer.h"
#include "searcher/dictionary/dictionary.h"
#include "searcher/score.h"
#include "searcher/understand/query_reader.h"
#include "searcher/understand/recognized.h"

namespace tracuu {

class QueryScoring {
 public:
  explicit QueryScoring(const std::filesystem::path& index)
      : model_(IndexDirectory(index).live()) {}

  // Empty where the query does not parse.
  Scoring of(const std::string& query, Snapshot& snapshot) const {
    const QueryReader reader(analyzer_, model_, dictionary_, snapshot);
    auto read = reader.read(query, false);
    if (std::holds_alternative<query::QueryError>(read)) return {};
    ReadQuery& tree = *std::get<std::unique_ptr<ReadQuery>>(read);
    return prefer_recognized(scoring_query(tree.tree, {}, tree.bags, snapshot),
                             recognize(tree.tree, snapshot), {}, snapshot);
  }

 private:
  text::Analyzer analyzer_;
  SyllableModel model_;
  Dictionary dictionary_ = Dictionary::load({});
};

}  // namespace tracuu
