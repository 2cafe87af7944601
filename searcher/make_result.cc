#include "searcher/make_result.h"

#include <string>

#include "core/document/document.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "searcher/graph/graph.h"

namespace tracuu {
namespace {

std::string id_of(Xapian::docid docid, Snapshot& snapshot) {
  return snapshot.database()
      .get_document(docid, Xapian::DOC_ASSUME_VALID)
      .get_value(schema::kIdSlot);
}

}  // namespace

Result make_result(const ResultGroup& group, const Reranked* best, SnippetMaker* snippets,
                   const AsOf& day, Snapshot& snapshot) {
  const ShownRecord record = decode_shown(
      snapshot.database().get_document(group.shown.docid, Xapian::DOC_ASSUME_VALID).get_data());
  const Document& document = record.document;
  Result result;
  result.id = document.id;
  result.title = document.title;
  result.number = document.number;
  result.type = document.type;
  result.agency = document.agency;
  result.date = document.date;
  result.date_inferred = document.date_inferred;
  result.url = document.url;
  result.score = group.score;
  result.effect = Graph(snapshot).effect(group.shown.docid, document, day);
  for (const RankedDocument& copy : group.copies) {
    result.copies.push_back(id_of(copy.docid, snapshot));
  }
  if (snippets != nullptr) {
    SnippetOptions options;
    if (best != nullptr) {
      options.begin = best->passage_begin;
      options.end = best->passage_end;
    }
    result.snippet = snippets->make(document, record.spans, options);
  }
  return result;
}

Result make_bare_result(const ResultGroup& group, Snapshot& snapshot) {
  Result result;
  result.id = id_of(group.shown.docid, snapshot);
  result.score = group.score;
  return result;
}

Explanation explain(const Reranked& reranked, const FeatureWeights& weights,
                    const QueryUnits& query, Snapshot& snapshot) {
  Explanation explanation;
  for (std::size_t i = 0; i < kFeatures; ++i) {
    explanation.parts.push_back(
        {name_of(static_cast<Feature>(i)), reranked.features[i], weights[i]});
  }
  explanation.words =
      find_words(reranked.document.docid, reranked.passage, query, snapshot.database());
  return explanation;
}

}  // namespace tracuu
