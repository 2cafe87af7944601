// Random posting lists of random terms.

#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/index/posting.h"

namespace tracuu {

using Lists = std::map<std::string, std::vector<Posting>>;

// Of at most so many documents each, most of them short, as in texts; some without counts.
inline Lists random_lists(std::mt19937& rng, std::size_t most_terms, std::uint32_t last_docid) {
  const auto below = [&](std::size_t bound) { return static_cast<std::uint32_t>(rng() % bound); };
  Lists lists;
  const std::size_t terms = below(most_terms + 1);
  while (lists.size() < terms) {
    std::string term = below(2) == 0 ? "XB" : "XP";
    for (std::size_t length = 1 + below(8); length > 0; --length) {
      term += static_cast<char>('a' + below(3));
    }
    const bool is_counted = below(4) != 0;
    const std::uint32_t step = 1 + below(below(3) == 0 ? 3 : last_docid);
    std::vector<Posting> postings;
    for (std::uint32_t docid = 1 + below(step); docid <= last_docid; docid += 1 + below(step)) {
      const std::uint32_t count = below(3) == 0 ? below(400) : 1;
      postings.push_back({docid, is_counted ? count : 0});
    }
    if (!postings.empty()) lists[term] = postings;
  }
  return lists;
}

}  // namespace tracuu
