#include "searcher/postings.h"

#include <algorithm>
#include <utility>

namespace tracuu {

const DocumentSet& Postings::with(const std::string& term) {
  const auto [it, is_new] = sets_.try_emplace(term);
  if (!is_new) return it->second;
  std::vector<std::uint32_t> docids;
  docids.reserve(term.empty() ? database_.get_doccount() : database_.get_termfreq(term));
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    docids.push_back(*posting);
  }
  it->second = DocumentSet(docids.size(), docids.data());
  return it->second;
}

std::vector<std::string> Postings::terms_with_prefix(const std::string& prefix,
                                                     std::size_t most) const {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  std::size_t visited = 0;
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
    if (++visited > kMaxVisited) break;
    found.emplace_back(term.get_termfreq(), *term);
  }
  if (found.size() > most) {
    std::ranges::sort(found, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    found.resize(most);
  }
  std::vector<std::string> terms;
  terms.reserve(found.size());
  for (auto& [frequency, term] : found) terms.push_back(std::move(term));
  std::ranges::sort(terms);
  return terms;
}

}  // namespace tracuu
