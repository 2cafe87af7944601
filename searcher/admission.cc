#include "searcher/admission.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/index/schema.h"
#include "searcher/filters.h"

namespace tracuu {
namespace {

bool is_filter(std::string_view name) {
  return find_facet_field(name) != nullptr || name == schema::kYearField ||
         name == schema::kMonthField || name == schema::kSourceField ||
         name == schema::kStatusField;
}

DocumentSet docs_with_any(const std::string& name, const std::vector<std::string>& values,
                          const SearchRequest& request, Snapshot& snapshot) {
  const Predecessors predecessors =
      request.with_predecessors ? Predecessors::kAdmitted : Predecessors::kLeftOut;
  DocumentSet any;
  for (const std::string& value : values) {
    any |= name == schema::kStatusField ? docs_with_status(value, as_of(request), snapshot)
                                        : docs_with_value(name, value, snapshot, predecessors);
  }
  return any;
}

}  // namespace

Admission::Admission(const SearchRequest& request, Snapshot& snapshot) {
  for (const auto& [name, values] : request.filters) {
    if (!is_filter(name)) {
      throw Error(ErrorCode::kBadOption, {"--filter", name, std::string(kFilterNames)});
    }
    if (!values.empty()) named_.emplace_back(name, docs_with_any(name, values, request, snapshot));
  }
  if (request.from || request.to) {
    others_.push_back(docs_issued(request.from, request.to, snapshot));
  }
  if (request.effective_from || request.effective_to) {
    others_.push_back(docs_effective(request.effective_from, request.effective_to, snapshot));
  }
  if (request.changed_since) {
    const auto docids = snapshot.database().touched_since(*request.changed_since);
    if (docids) others_.emplace_back(docids->size(), docids->data());
  }
  if (request.as_of) others_.push_back(docs_in_force(as_of(request), snapshot));
}

DocumentSet Admission::admit(DocumentSet documents) const {
  for (const auto& [name, admitted] : named_) documents &= admitted;
  for (const DocumentSet& admitted : others_) documents &= admitted;
  return documents;
}

DocumentSet Admission::refused_only_by(std::string_view name, const DocumentSet& documents) const {
  const auto own = std::ranges::find(named_, name,
                                     [](const auto& one) -> std::string_view { return one.first; });
  if (own == named_.end()) return {};
  DocumentSet refused = documents - own->second;
  for (const auto& [other, admitted] : named_) {
    if (other != name) refused &= admitted;
  }
  for (const DocumentSet& admitted : others_) refused &= admitted;
  return refused;
}

}  // namespace tracuu
