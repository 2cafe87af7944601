// The second stage of ranking: the best candidates of the first, ordered by what their texts say.
//
//   stage 1   1. Luật Giao thông đường bộ   2. Nghị định 100/2019/NĐ-CP   3. …
//   stage 2   1. Nghị định 100/2019/NĐ-CP, for its Điều 6   2. Luật Giao thông đường bộ   3. …
//
// A long law has every word of a question somewhere; the one that answers it has them in one
// article. So each candidate is read as a stream of tokens (core/index/token_stream.h), and what
// is found in it (features.h) is weighted and summed (weights.h). The best passage goes with the
// result: it gives the snippet and the article to open. What stands behind the document whatever
// its words (standing.h) is added gently. Ties keep the order of the first stage.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/index_view.h"
#include "searcher/ranking.h"
#include "searcher/rerank/features.h"
#include "searcher/rerank/standing.h"
#include "searcher/rerank/weights.h"
#include "searcher/response.h"

namespace tracuu {

// What is known of a document before its text is read.
struct FirstStage {
  Xapian::docid docid = 0;
  double score = 0;         // of its words
  bool has_number = false;  // one that the query gives is its own
  double boost = 0;         // for being of the type, agency, year or law that the query names
  Standing standing;
};

struct Reranked {
  RankedDocument document;  // its score is that of the second stage
  FeatureValues features{};
  std::size_t passage = 0;                      // index of the best one
  std::size_t passage_begin = 0;                // bytes into the body
  std::size_t passage_end = std::string::npos;  // npos: to the end of the body
};

// Returns the words of the query, the heaviest first, with where a document has them: «passage» is
// the index of its best passage. Throws Xapian::Error.
std::vector<ScoreWord> find_words(Xapian::docid docid, std::size_t passage, const QueryUnits& query,
                                  const IndexView& database);

// Returns what the texts of the candidates say, in the order given; scores are still to be set. Of
// one without a stream only what the first stage knows is there. Throws Xapian::Error. Cost: 0.11
// ms for a law of 20,000 tokens, 0.01 ms for an article of news.
std::vector<Reranked> read_candidates(const std::vector<FirstStage>& candidates,
                                      const QueryUnits& query, const IndexView& database);

// Sets the scores and sorts by them; ties keep their order.
void rerank(std::vector<Reranked>& candidates, const FeatureWeights& weights);

}  // namespace tracuu
