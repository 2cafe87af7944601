#include "searcher/collapse/collapse.h"

#include <algorithm>
#include <utility>

#include "searcher/collapse/load_traits.h"

namespace tracuu {
namespace {

constexpr std::size_t kNoGroup = static_cast<std::size_t>(-1);

// Keys of which two copies have one in common: bands of the sketch, and the number.
std::vector<std::string> keys_of(const CopyTraits& traits) {
  std::vector<std::string> keys = band_keys(traits.sketch);
  if (!traits.act.number.empty()) keys.push_back('#' + traits.act.number);
  return keys;
}

std::size_t look_ahead(std::size_t limit, const LookAhead& look) {
  return std::clamp(std::min(limit, kMaxCollapsed) * look.pages, look.least, kMostLookAhead);
}

// The rank up to which the groups [0, wanted) have found their copies.
std::size_t enough(const Collapser& collapser, std::size_t wanted, std::size_t limit) {
  if (collapser.group_count() < wanted) return kMaxCollapsed;
  const bool has_copies = collapser.group_count() < collapser.document_count();
  return std::min(kMaxCollapsed, collapser.first_rank(wanted - 1) + 1 +
                                     look_ahead(limit, has_copies ? kLookAmongCopies : kFirstLook));
}

}  // namespace

// The first group in which there is a copy, kNoGroup when there is none.
std::size_t Collapser::group_of(const CopyTraits& traits,
                                const std::vector<std::string>& keys) const {
  std::size_t first = kNoGroup;
  for (const std::string& key : keys) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) continue;
    const std::vector<std::size_t>& ranks = found->second;
    const std::size_t compared = std::min(ranks.size(), kMaxCompared);
    for (std::size_t i = ranks.size() - compared; i < ranks.size(); ++i) {
      const Ranked& other = documents_[ranks[i]];
      if (other.group >= first || !are_copies(traits, other.traits)) continue;
      const bool fits = compare_acts(groups_[other.group].act, traits.act) != SameAct::kNo;
      if (fits) first = other.group;
    }
  }
  return first;
}

void Collapser::add(const RankedDocument& document, CopyTraits traits) {
  const std::vector<std::string> keys = keys_of(traits);
  const std::size_t rank = documents_.size();
  std::size_t group = group_of(traits, keys);
  if (group == kNoGroup) {
    group = groups_.size();
    groups_.emplace_back();
  }
  Group& joined = groups_[group];
  const bool tells_more = joined.act.number.empty() && !traits.act.number.empty();
  if (joined.members.empty() || tells_more) joined.act = traits.act;
  joined.members.push_back(rank);
  for (const std::string& key : keys) by_key_[key].push_back(rank);
  documents_.push_back({document, std::move(traits), group});
}

ResultGroup Collapser::result(const Group& group) const {
  std::vector<CopyQuality> qualities;
  qualities.reserve(group.members.size());
  for (const std::size_t rank : group.members) qualities.push_back(documents_[rank].traits.quality);
  const std::size_t best = best_copy(qualities);
  ResultGroup result;
  result.shown = documents_[group.members[best]].document;
  result.score = documents_[group.members.front()].document.score;
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    if (i != best) result.copies.push_back(documents_[group.members[i]].document);
  }
  return result;
}

std::vector<ResultGroup> Collapser::groups(std::size_t offset, std::size_t limit) const {
  std::vector<ResultGroup> results;
  if (offset >= groups_.size()) return results;
  const std::size_t end = offset + std::min(limit, groups_.size() - offset);
  for (std::size_t group = offset; group < end; ++group) results.push_back(result(groups_[group]));
  return results;
}

std::vector<ResultGroup> collapse(const RankedSlice& ranked, const IndexView& database,
                                  std::size_t offset, std::size_t limit) {
  if (limit == 0 || offset >= kMaxCollapsed) return {};
  const std::size_t wanted = offset + std::min(limit, kMaxCollapsed - offset);
  Collapser collapser;
  std::size_t goal = std::min(kMaxCollapsed, wanted + look_ahead(limit, kFirstLook));
  while (collapser.document_count() < goal) {
    const std::size_t begin = collapser.document_count();
    const std::vector<RankedDocument> slice = ranked(begin, goal - begin);
    std::vector<Xapian::docid> docids;
    docids.reserve(slice.size());
    for (const RankedDocument& document : slice) docids.push_back(document.docid);
    std::vector<CopyTraits> traits = load_traits(database, docids);
    for (std::size_t i = 0; i < slice.size(); ++i) collapser.add(slice[i], std::move(traits[i]));
    if (slice.size() < goal - begin) break;
    // Every slice costs a ranking from its beginning: ask for twice as many the next time.
    const std::size_t needed = enough(collapser, wanted, limit);
    goal = needed <= goal ? goal : std::min(needed, 2 * goal);
  }
  return collapser.groups(offset, limit);
}

}  // namespace tracuu
