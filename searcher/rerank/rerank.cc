#include "searcher/rerank/rerank.h"

#include <algorithm>
#include <numeric>

#include "core/index/schema.h"
#include "core/index/token_stream.h"
#include "searcher/column/value_stream.h"
#include "searcher/rerank/query_units.h"

namespace tracuu {
namespace {

// Streams of documents, asked for in the order of docids.
class Streams {
 public:
  explicit Streams(const IndexView& database) : values_(database, schema::kStreamSlot) {}

  // Returns the stream, an empty one for a document without; holds until the next call.
  const TokenStream& of(Xapian::docid docid) {
    if (!decode_token_stream(values_.of(docid), stream_)) stream_ = {};
    return stream_;
  }

 private:
  ValueReader values_;
  TokenStream stream_;
};

// What is known without the text.
void add_known(const FirstStage& candidate, const QueryUnits& query, FeatureValues& values) {
  const auto set = [&](Feature feature, double value) {
    values[static_cast<std::size_t>(feature)] = value;
  };
  set(Feature::kNumber, candidate.has_number ? query.number_share() : 0);
  set(Feature::kLegalRank, candidate.standing.legal_rank);
  set(Feature::kInForce, candidate.standing.in_force);
  set(Feature::kRecent, candidate.standing.recent);
}

}  // namespace

std::vector<Reranked> read_candidates(const std::vector<FirstStage>& candidates,
                                      const QueryUnits& query, const IndexView& database) {
  std::vector<std::size_t> by_docid(candidates.size());
  std::iota(by_docid.begin(), by_docid.end(), std::size_t{0});
  std::ranges::sort(by_docid, {}, [&](std::size_t i) { return candidates[i].docid; });
  Streams streams(database);
  FeatureReader reader(query);
  std::vector<Reranked> read(candidates.size());
  for (const std::size_t i : by_docid) {
    const FirstStage& candidate = candidates[i];
    const TokenStream& stream = streams.of(candidate.docid);
    const Measured measured = reader.read(stream, candidate.score, candidate.boost);
    Reranked& out = read[i];
    out.features = measured.values;
    add_known(candidate, query, out.features);
    out.passage = measured.passage;
    out.document.docid = candidate.docid;
    if (measured.passage >= stream.passages.size()) continue;
    out.passage_begin = stream.passages[measured.passage].offset;
    out.passage_end = measured.passage + 1 < stream.passages.size()
                          ? stream.passages[measured.passage + 1].offset
                          : std::string::npos;
  }
  return read;
}

void rerank(std::vector<Reranked>& candidates, const FeatureWeights& weights) {
  for (Reranked& candidate : candidates) {
    candidate.document.score =
        std::inner_product(weights.begin(), weights.end(), candidate.features.begin(), 0.0);
  }
  std::ranges::stable_sort(candidates, [](const Reranked& a, const Reranked& b) {
    return a.document.score > b.document.score;
  });
}

std::vector<ScoreWord> find_words(Xapian::docid docid, std::size_t passage, const QueryUnits& query,
                                  const IndexView& database) {
  std::vector<ScoreWord> words;
  for (const QueryUnit& unit : query.units()) words.push_back({unit.word, unit.weight});
  Streams streams(database);
  const TokenStream& stream = streams.of(docid);
  const std::size_t size = stream.codes.size();
  const std::size_t count = stream.passages.size();
  const std::size_t begin = passage < count ? stream.passages[passage].token : size;
  const std::size_t end = passage + 1 < count ? stream.passages[passage + 1].token : size;
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint8_t entry = query.look_up(stream.codes[i]);
    if (entry == QueryUnits::kNone) continue;
    const std::size_t unit = (entry & ~QueryUnits::kExact) - std::size_t{1};
    const bool is_exact = (entry & QueryUnits::kExact) != 0;
    if (!is_exact && query.units()[unit].inexact < kLeastInexact) continue;
    words[unit].in_text = true;
    words[unit].in_title |= i < stream.title_end;
    words[unit].in_passage |= begin <= i && i < end;
  }
  std::ranges::stable_sort(
      words, [](const ScoreWord& a, const ScoreWord& b) { return a.weight > b.weight; });
  return words;
}

}  // namespace tracuu
