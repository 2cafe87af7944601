#include "searcher/similar/find_copies.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "core/index/schema.h"
#include "searcher/collapse/load_traits.h"

namespace tracuu {
namespace {

std::vector<std::string> candidate_terms(const CopyTraits& traits) {
  std::vector<std::string> terms;
  if (!traits.act.number.empty()) {
    terms.push_back(schema::term(schema::kNumber, traits.act.number));
  }
  for (const std::string& key : band_keys(traits.sketch)) {
    terms.push_back(schema::term(schema::kSketchBand, key));
  }
  return terms;
}

}  // namespace

std::vector<Xapian::docid> find_copies(Snapshot& snapshot, Xapian::docid docid) {
  const IndexView& database = snapshot.database();
  const CopyTraits traits = load_traits(database, docid);
  std::unordered_set<Xapian::docid> seen{docid};
  std::vector<std::pair<std::string, Xapian::docid>> found;
  for (const std::string& term : candidate_terms(traits)) {
    const auto end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
      if (seen.size() > kMaxCopyCandidates) break;
      if (!seen.insert(*posting).second || !are_copies(traits, load_traits(database, *posting))) {
        continue;
      }
      found.emplace_back(database.get_document(*posting).get_value(schema::kIdSlot), *posting);
    }
  }
  std::ranges::sort(found);
  std::vector<Xapian::docid> copies;
  copies.reserve(found.size());
  for (const auto& [id, copy] : found) copies.push_back(copy);
  return copies;
}

}  // namespace tracuu
