// Which documents have a fair share of a query's words, the rarer of which weigh more.
//
//   «thủ tục cấp lại giấy phép lái xe»   thu tuc · cap lai · giay phep · lai xe, and their
//   syllables
//     has "giay phep lai xe" alone       more than a fifth of the weight: in
//     has "thu tuc" alone                less: not in

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "searcher/posting_list.h"

namespace tracuu {

// Lists that are summed at a time: a query of many words holds no more of them.
inline constexpr std::size_t kListsAtOnce = 64;

class ShareCounter {
 public:
  // REQUIRES: no docid is beyond `last_docid`.
  ShareCounter(std::uint32_t documents, std::uint32_t last_docid)
      : documents_(documents),
        sums_((std::size_t{last_docid / PostingList::kBlock} + 1) * PostingList::kBlock) {}

  // Adds the documents of a word: they weigh ln(1 + documents / its size), and nothing when there
  // are none. Cost, by the time with() is called: a byte a document of a dense list, each posting
  // of another.
  void add(std::shared_ptr<const PostingList> list);

  // Returns the documents in which the words weigh at least `share` of all that were added, and
  // that have one at least. Call once.
  DocumentSet with(double share);

 private:
  void sum_up();

  std::uint32_t documents_;
  std::vector<std::uint32_t> sums_;                          // by docid
  std::vector<std::shared_ptr<const PostingList>> waiting_;  // kListsAtOnce at most
  std::uint64_t whole_ = 0;
};

}  // namespace tracuu
