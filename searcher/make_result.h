// A result for the answer, from a group of the ranking: what stands in the record, the snippet, and
// why it stands where it does.
//
//   {docid 7, score 41.3, copies {12}}  ->  "Quyết định 749/QĐ-TTg …", «… chuyển đổi số …» (Điều 1)
//
// All throw Xapian::Error, and kIndexDamaged for a record that is none.

#pragma once

#include "searcher/collapse/collapse.h"
#include "searcher/graph/effect.h"
#include "searcher/rerank/rerank.h"
#include "searcher/response.h"
#include "searcher/snapshot.h"
#include "searcher/snippet.h"

namespace tracuu {

// Returns the result. `best` is what the second stage found in the document shown, if it looked at
// it: the snippet is sought there first. Without `snippets` there is none.
// Cost: unpacks the record, and one analysis of the best passage.
Result make_result(const ResultGroup& group, const Reranked* best, SnippetMaker* snippets,
                   const AsOf& day, Snapshot& snapshot);

// Returns the id and the score alone. Reads no record: unpacking the bodies of a hundred long laws
// takes longer than finding them.
Result make_bare_result(const ResultGroup& group, Snapshot& snapshot);

// Returns what the score of the second stage is made of.
Explanation explain(const Reranked& reranked, const FeatureWeights& weights,
                    const QueryUnits& query, Snapshot& snapshot);

}  // namespace tracuu
