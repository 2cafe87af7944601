// tracuu beside its peers: the library as tracuu-search calls it, the index of tracuu-index.
//
// A query is words, as typed, and goes through everything a user's does; asked for are ids, as of
// the peers: no records, no snippets. Facets: five of them, the peers count two.

#include <stdexcept>
#include <variant>

#include "searcher/searcher.h"
#include "searcher/trec.h"
#include "tests/bench/peers/peer.h"

namespace tracuu::peers {
namespace {

void refuse_build(const std::string& index, DocumentReader& /*documents*/) {
  throw std::runtime_error("tracuu-index builds " + index);
}

class TracuuPeer final : public Peer {
 public:
  explicit TracuuPeer(const std::string& index) : searcher_(index) {}

  PeerAnswer search(const std::string& text, std::size_t limit, bool with_facets) override {
    SearchRequest request;
    request.query = as_plain_words(text);
    request.limit = limit;
    request.ids_only = true;
    request.facet_values = kFacetValues;
    if (with_facets) request.facets = {"agency", "type", "month", "status", "year"};
    SearchOutcome outcome = searcher_.search(request);
    PeerAnswer answer;
    auto* response = std::get_if<Response>(&outcome);
    if (response == nullptr) return answer;  // a query that is refused finds nothing
    for (Result& result : response->results) answer.ids.push_back(std::move(result.id));
    if (!with_facets) return answer;
    for (const Facet& facet : response->facets) {
      if (facet.name != "year") continue;
      for (const FacetValue& value : facet.values) answer.counted += value.count;
    }
    return answer;
  }

 private:
  Searcher searcher_;
};

}  // namespace
}  // namespace tracuu::peers

int main(int argc, char** argv) {
  using tracuu::peers::TracuuPeer;
  return tracuu::peers::run_peer(argc, argv, {tracuu::peers::refuse_build, [](const auto& index) {
                                                return std::make_unique<TracuuPeer>(index);
                                              }});
}
