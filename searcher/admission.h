// Which documents the filters of a request admit, each filter on its own, so that a facet can
// ignore its own one.
//
//   type: {"Quyết định"}, year: {"2020", "2021"}      OR among values, AND among filters
//   admission.admit(hits)                    decisions of 2020 and 2021
//   admission.refused_only_by("type", hits)  the other documents of 2020 and 2021

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/postings.h"
#include "searcher/request.h"
#include "searcher/snapshot.h"

namespace tracuu {

// Immutable after construction.
class Admission {
 public:
  // Looks every filter up. Throws kBadOption for a filter name that does not exist.
  Admission(const SearchRequest& request, Snapshot& snapshot);

  // Returns those of the documents that every filter admits.
  DocumentSet admit(DocumentSet documents) const;

  // Returns those that all filters admit but the one of that name, and that does not; none when
  // the request has no such filter.
  DocumentSet refused_only_by(std::string_view name, const DocumentSet& documents) const;

 private:
  std::vector<std::pair<std::string, DocumentSet>> named_;
  std::vector<DocumentSet> others_;  // of days
};

}  // namespace tracuu
