#include "searcher/graph/unresolved.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "core/document/agency.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/ties.h"
#include "searcher/graph/ties.h"

namespace tracuu {
namespace {

struct CitedKey {
  Xapian::doccount documents = 0;
  std::string key;
  bool is_owned = false;  // some document has it for its own
};

// Keys that some act of the index cannot be all that is meant by, the most cited first.
std::vector<CitedKey> doubtful_keys(const IndexView& database, std::size_t& whole) {
  const std::string prefix(schema::kCites);
  std::vector<CitedKey> keys;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    CitedKey cited{term.get_termfreq(), (*term).substr(prefix.size()), false};
    cited.is_owned = database.term_exists(schema::term(schema::kNumber, cited.key));
    if (cited.is_owned && !can_recur(cited.key)) continue;
    if (!cited.is_owned) ++whole;
    keys.push_back(std::move(cited));
  }
  std::ranges::stable_sort(keys, std::greater<>(), &CitedKey::documents);
  return keys;
}

class Decider {
 public:
  explicit Decider(Resolver& resolver) : resolver_(resolver) {}

  // Returns the missing act of the key, nothing if every citation looked at finds its document.
  std::optional<MissingAct> decide(const CitedKey& cited) {
    MissingAct act;
    act.key = cited.key;
    const std::vector<Xapian::docid> citing =
        citing_documents(resolver_.snapshot(), schema::kCites, {cited.key});
    if (!cited.is_owned) {
      act.documents = citing.size();
      act.examples.assign(citing.begin(), citing.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                               citing.size(), kMaxExamples)));
      if (!citing.empty()) look_at(citing.front(), act);
      return act;
    }
    const std::size_t most = std::min(citing.size(), kMaxDecided);
    for (std::size_t i = 0; i < most; ++i) {
      if (!look_at(citing[i], act)) continue;
      ++act.documents;
      if (act.examples.size() < kMaxExamples) act.examples.push_back(citing[i]);
    }
    act.is_at_least = most < citing.size();
    return act.documents > 0 ? std::optional(std::move(act)) : std::nullopt;
  }

  bool is_exhausted() const { return records_ >= kMaxDecidedRecords; }

 private:
  // Returns whether the document cites the key, says of whom or of when, and means none of the
  // index; takes over how it is written.
  bool look_at(Xapian::docid docid, MissingAct& act) {
    ++records_;
    const Document record =
        decode_record(resolver_.snapshot().database().get_document(docid).get_data());
    const CitationContext citing = resolver_.context(docid);
    const Citation* told = nullptr;
    const std::vector<Cited> cited = citations_of(resolver_, docid, record, act.key);
    for (const Cited& one : cited) {
      if (one.resolution.kind == Resolution::Kind::kAsserted) return false;
      if (is_missing(one, citing)) told = &one.citation;
    }
    if (told == nullptr) return false;
    if (act.type.empty()) act.type = told->type;
    if (act.number.empty()) act.number = told->number;
    if (act.name.empty()) act.name = told->name;
    return true;
  }

  // Where nothing is asserted, but a document of that number and day is here, or one of «Sở Nội vụ»
  // of the citing document's own province, it is more likely meant than missing.
  bool is_missing(const Cited& cited, const CitationContext& citing) {
    const Citation& citation = cited.citation;
    if (cited.resolution.kind == Resolution::Kind::kNone) return true;
    if (citation.date.empty() && citation.agency.empty()) return false;
    const std::string agency = agency_key(citation.agency);
    const std::string own = agency_key(citing.agency);
    return std::ranges::none_of(cited.resolution.ids, [&](std::size_t id) {
      const CitationContext known = resolver_.context(static_cast<Xapian::docid>(id));
      if (!citation.date.empty() && !known.date.empty()) return citation.date == known.date;
      const std::string whole = agency_key(known.agency);
      if (!whole.starts_with(agency)) return false;
      return own.empty() || own.ends_with(std::string_view(whole).substr(agency.size()));
    });
  }

  Resolver& resolver_;
  std::size_t records_ = 0;
};

}  // namespace

Unresolved find_unresolved(Resolver& resolver, std::size_t limit) {
  Unresolved unresolved;
  const std::vector<CitedKey> keys =
      doubtful_keys(resolver.snapshot().database(), unresolved.whole);
  std::vector<MissingAct>& acts = unresolved.acts;
  Decider decider(resolver);
  for (const CitedKey& cited : keys) {
    // Fewer cite what comes from here on than cite the last one shown.
    const auto above = [&](const MissingAct& act) { return act.documents >= cited.documents; };
    const bool is_full = static_cast<std::size_t>(std::ranges::count_if(acts, above)) >= limit;
    if (is_full || decider.is_exhausted()) break;
    if (auto act = decider.decide(cited)) acts.push_back(std::move(*act));
  }
  std::ranges::stable_sort(acts, std::greater<>(), &MissingAct::documents);
  if (acts.size() > limit) acts.resize(limit);
  return unresolved;
}

}  // namespace tracuu
