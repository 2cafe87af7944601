#include "searcher/graph/related.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/index/schema.h"
#include "core/index/ties.h"
#include "searcher/similar/find_copies.h"

namespace tracuu {
namespace {

// A tie of its own says more than any common target.
constexpr double kTieWeight = 10;

// Targets compared, and how many may cite one: what more cite is no sign of anything.
constexpr std::size_t kMaxTargets = 100;
constexpr Xapian::doccount kMaxCiting = 2000;

using Scores = std::unordered_map<Xapian::docid, Related>;

void add_tie(Xapian::docid docid, Scores& scores) {
  Related& related = scores[docid];
  ++related.ties;
  if (related.ties == 1) related.score += kTieWeight;
}

void add_direct_ties(const std::vector<Tie>& outgoing, const Incoming& incoming, Scores& scores) {
  for (const Tie& tie : outgoing) {
    if (tie.target.resolution.kind != Resolution::Kind::kAsserted) continue;
    for (const std::size_t id : tie.target.resolution.ids) {
      add_tie(static_cast<Xapian::docid>(id), scores);
    }
  }
  for (const Tie& tie : incoming.ties) add_tie(tie.citing, scores);
}

// A number that stands for one act wherever it is cited: 30/2020/NĐ-CP, a law's name.
bool is_one_act(const Tie& tie, const Resolver& resolver) {
  const std::string key = citation_key(tie.target.citation);
  if (key.empty()) return false;
  const IndexView& database = resolver.snapshot().database();
  const Xapian::doccount owners = database.get_termfreq(schema::term(schema::kNumber, key));
  if (tie.target.resolution.kind == Resolution::Kind::kAsserted) {
    return owners == tie.target.resolution.ids.size();
  }
  return owners == 0 && !can_recur(key);
}

void add_common_targets(const std::vector<Tie>& outgoing, const Resolver& resolver,
                        Scores& scores) {
  const IndexView& database = resolver.snapshot().database();
  const double documents = database.get_doccount();
  std::unordered_set<std::string> seen;
  for (const Tie& tie : outgoing) {
    const std::string key = citation_key(tie.target.citation);
    if (seen.size() == kMaxTargets || !is_one_act(tie, resolver) || !seen.insert(key).second) {
      continue;
    }
    const std::string term = schema::term(schema::kCites, key);
    const Xapian::doccount citing = database.get_termfreq(term);
    if (citing > kMaxCiting) continue;
    const double weight = std::log((documents + 1) / citing);
    const auto end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
      Related& related = scores[*posting];
      ++related.common;
      related.score += weight;
    }
  }
}

}  // namespace

std::vector<Related> related_documents(Resolver& resolver, Xapian::docid docid,
                                       const Document& document) {
  const std::vector<Tie> outgoing = outgoing_ties(resolver, docid, document);
  Scores scores;
  add_direct_ties(outgoing, incoming_ties(resolver, docid, document), scores);
  add_common_targets(outgoing, resolver, scores);
  scores.erase(docid);
  for (const Xapian::docid copy : find_copies(resolver.snapshot(), docid)) scores.erase(copy);
  std::vector<Related> related;
  related.reserve(scores.size());
  for (auto& [id, one] : scores) {
    one.docid = id;
    related.push_back(one);
  }
  std::ranges::sort(related, [](const Related& a, const Related& b) {
    return a.score != b.score ? a.score > b.score : a.docid < b.docid;
  });
  if (related.size() > kMaxRelated) related.resize(kMaxRelated);
  return related;
}

}  // namespace tracuu
