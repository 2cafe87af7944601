// What a search asked of the posting lists kept in memory (postings.h), for counters.

#pragma once

#include <cstdint>

namespace tracuu {

struct PostingUse {
  std::uint64_t kept = 0;  // lists and sets that were there
  std::uint64_t read = 0;  // that were read from the index

  friend PostingUse operator-(PostingUse a, const PostingUse& b) {
    return {a.kept - b.kept, a.read - b.read};
  }
};

}  // namespace tracuu
