#include "searcher/graph/resolver.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/document/date.h"
#include "core/document/number.h"
#include "core/index/schema.h"
#include "core/text/fold.h"
#include "searcher/column/value_stream.h"

namespace tracuu {
namespace {

constexpr char kNameMark = '=';  // of a key that is a law's name
constexpr char kTypeEnd = '|';   // in law_name_key()

// Organs that each province, district or commune has, in small letters without marks. What begins
// with s is a department (Sở).
constexpr std::array kLocalOrgans = std::to_array<std::string_view>(
    {"ubnd", "hdnd", "tu", "hu", "du", "tthdnd", "vpubnd", "vp", "btv", "ctubnd", "mttq"});

bool is_name_key(std::string_view key) {
  return key.starts_with(kNameMark);
}

// How far the document is from the day that is cited; where none is, the newest is nearest.
std::int32_t distance(std::int32_t day, std::int32_t cited) {
  if (cited == 0) return -day;
  return day > cited ? day - cited : cited - day;
}

}  // namespace

Citation as_citation(const EffectTie& tie) {
  Citation citation;
  citation.relation = tie.relation;
  citation.type = tie.type;
  citation.date = tie.date;
  citation.agency = tie.agency;
  citation.part = tie.part;
  citation.from = tie.from;
  if (is_name_key(tie.key)) {
    citation.name = tie.key.substr(std::min(tie.key.find(kTypeEnd), tie.key.size() - 1) + 1);
  } else {
    citation.key = tie.key;
  }
  return citation;
}

bool can_recur(const std::string& key) {
  if (is_name_key(key)) return false;
  const auto number = parse_number(key);
  if (!number || (number->year == 0 && number->term == 0)) return true;
  return std::ranges::any_of(number->organs, [](const std::string& organ) {
    const std::string letters = fold(organ, Marks::kDrop);
    return letters.starts_with('s') ||
           std::ranges::find(kLocalOrgans, letters) != kLocalOrgans.end();
  });
}

bool asserts(const Resolution& resolution, Xapian::docid docid) {
  return resolution.kind == Resolution::Kind::kAsserted &&
         std::ranges::find(resolution.ids, docid) != resolution.ids.end();
}

CitationContext Resolver::context(Xapian::docid docid) {
  const GraphNode& node = nodes_.get(docid);
  CitationContext context;
  context.key = node.key;
  context.type = node.type;
  context.agency = node.agency;
  context.date = node.date;
  context.title = node.title;
  return context;
}

Resolution Resolver::resolve(const EffectTie& tie, const CitationContext& citing) {
  return resolve(as_citation(tie), citing);
}

Resolution Resolver::resolve(const Citation& citation, const CitationContext& citing) {
  const std::string key = citation_key(citation);
  if (key.empty()) return decide(citation, citing, loose_candidates(citation));
  return decide(citation, citing, candidates(key, citation.date));
}

Resolution Resolver::decide(const Citation& citation, const CitationContext& citing,
                            const std::vector<Xapian::docid>& documents) {
  if (documents.empty()) return {};
  if (nodes_.size() + documents.size() > kMaxNodes) nodes_.clear();
  const bool is_by_name = citation.key.empty() && !citation.name.empty();
  std::vector<Candidate> found;
  found.reserve(documents.size());
  for (const Xapian::docid docid : documents) {
    const GraphNode& node = nodes_.get(docid);
    // By its term it has that name, though its title may begin with another.
    found.push_back({docid, node.key, node.type, node.agency, node.date,
                     is_by_name ? std::string_view(citation.name) : std::string_view(node.title)});
  }
  return tracuu::resolve(citation, citing, found);
}

const std::vector<Xapian::docid>& Resolver::candidates(const std::string& key,
                                                       const std::string& date) {
  if (by_key_.size() >= kMaxKeys) by_key_.clear();
  const auto [entry, is_new] = by_key_.try_emplace(key);
  std::vector<Xapian::docid>& found = entry->second;
  if (is_new) {
    const IndexView& database = snapshot_.database();
    const std::string term = schema::term(schema::kNumber, key);
    const auto end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term);
         posting != end && found.size() < kMaxOfOneKey; ++posting) {
      found.push_back(*posting);
    }
  }
  if (found.size() <= kMaxCandidates) return found;
  nearest_ = nearest(found, date);
  return nearest_;
}

std::vector<Xapian::docid> Resolver::nearest(std::vector<Xapian::docid> found,
                                             const std::string& date) {
  const std::vector<std::int32_t>& days = snapshot_.dates();
  const std::optional<Date> day = parse_iso(date);
  const std::int32_t cited = day ? to_key(*day) : 0;
  std::ranges::stable_sort(found, {},
                           [&](Xapian::docid docid) { return distance(days[docid], cited); });
  found.resize(kMaxCandidates);
  return found;
}

// A number without its end is told by its day only; without one nothing is looked for.
std::vector<Xapian::docid> Resolver::loose_candidates(const Citation& citation) {
  constexpr std::size_t kMaxTerms = 2000;
  std::vector<Xapian::docid> found;
  const std::optional<Date> day = parse_iso(citation.date);
  const std::size_t digit = citation.number.find_first_not_of('0');
  if (!day || digit == std::string::npos || citation.agency.empty()) return found;
  const std::int32_t cited = to_key(*day);
  const std::vector<std::int32_t>& days = snapshot_.dates();
  const IndexView& database = snapshot_.database();
  for (const char separator : {'/', '-'}) {
    const std::string prefix =
        schema::term(schema::kNumber, citation.number.substr(digit) + separator);
    std::size_t seen = 0;
    for (auto term = database.allterms_begin(prefix);
         term != database.allterms_end(prefix) && seen < kMaxTerms; ++term, ++seen) {
      const auto end = database.postlist_end(*term);
      for (auto posting = database.postlist_begin(*term); posting != end; ++posting) {
        if (days[*posting] == cited && found.size() < kMaxCandidates) found.push_back(*posting);
      }
    }
  }
  return found;
}

void Resolver::preload(const std::vector<std::string>& keys, DocumentSet documents) {
  for (const std::string& key : keys) {
    if (!is_name_key(key)) by_key_.try_emplace(key);
  }
  if (!by_key_.empty()) {
    for_each_value(snapshot_.database(), schema::kNumberSlot,
                   [&](Xapian::docid docid, const std::string& key) {
                     const auto wanted = by_key_.find(key);
                     if (wanted == by_key_.end() || wanted->second.size() == kMaxOfOneKey) return;
                     wanted->second.push_back(docid);
                     documents.add(docid);
                   });
  }
  nodes_.load(documents);
}

}  // namespace tracuu
