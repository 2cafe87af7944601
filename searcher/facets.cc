#include "searcher/facets.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>

#include "searcher/facet_counter.h"

namespace tracuu {
namespace {

// Documents that all counters look at before the next ones: they and their values stay in the
// nearest cache.
constexpr std::size_t kPiece = 4096;

void count(const DocumentSet& documents, std::span<const std::unique_ptr<FacetCounter>> counters) {
  if (counters.empty() || documents.isEmpty()) return;
  std::vector<std::uint32_t> docids(documents.cardinality());
  documents.toUint32Array(docids.data());
  for (std::span<const std::uint32_t> rest(docids); !rest.empty();) {
    const auto piece = rest.first(std::min(kPiece, rest.size()));
    for (const auto& counter : counters) counter->add(piece);
    rest = rest.subspan(piece.size());
  }
}

}  // namespace

std::vector<Facet> count_facets(const SearchRequest& request, const DocumentSet& unfiltered,
                                const DocumentSet& hits, const Admission& admission,
                                Snapshot& snapshot) {
  std::vector<std::unique_ptr<FacetCounter>> counters;
  for (const std::string& name : request.facets) {
    counters.push_back(make_counter(name, request, snapshot));
  }
  count(hits, counters);
  std::vector<Facet> facets;
  for (std::size_t i = 0; i < counters.size(); ++i) {
    const std::string& name = request.facets[i];
    count(admission.refused_only_by(name, unfiltered), std::span(counters).subspan(i, 1));
    facets.push_back({name, counters[i]->values(request.facet_values)});
  }
  return facets;
}

}  // namespace tracuu
