// What the terms of an index say, read from its posting lists and kept while there is room.
//
//   postings.list("XUluat")   its documents with counts, for sums (posting_list.h)
//   postings.with("XTnghị…")  its documents as a set, for AND and OR
//
// A list is read from the index once: sets are made from it. Kept are the lists and sets used last,
// as many as PostingsOptions admits; whoever holds one keeps it alive, evicted or not. One Postings
// serves one snapshot of one database, on one thread; those of one state of one view may share what
// they keep (posting_cache.h).

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/index_view.h"
#include "searcher/posting_cache.h"
#include "searcher/posting_list.h"
#include "searcher/posting_use.h"

namespace tracuu {

struct PostingsOptions {
  // What is kept takes this at most, and no more than an eighth of the machine's memory. Of
  // 1,000,000 documents a list takes 1 MB at most, and a query of six to nine syllables has some 40
  // that are read whole: of 300 queries out of titles one takes 40 ms with 1 GB, 94 ms with 256 MB.
  std::size_t cache_bytes = std::size_t{1} << 30;

  // … and no more than so many lists of the commonest words, where these take more than
  // least_cache_bytes. Of 27,607 documents a page of results takes 4.5 ms where everything stays,
  // 4.9 with 1,800 lists, 6.2 with 900; of 4,000 queries out of titles 4,000 lose nothing.
  std::size_t cache_lists = 4000;
  std::size_t least_cache_bytes = std::size_t{16} << 20;

  // Who shares what is kept, and the name of what the database is of; without them nobody does.
  std::shared_ptr<PostingCaches> shared{};
  std::string name{};

  // Lists of so many documents are long: where few documents are of interest, these are looked up
  // in them. Shorter ones are read whole, and kept, sooner than that pays.
  std::size_t long_list = 65536;

  // Frequencies kept, some 100 bytes each, and as many numbers of occurrences; when there are more,
  // all are forgotten.
  std::size_t kept_frequencies = 100000;
};

class Postings {
 public:
  // REQUIRES: `database` outlives this object and is not reopened meanwhile.
  explicit Postings(const IndexView& database, const PostingsOptions& options = {});

  const IndexView& database() const { return database_; }

  // The greatest docid there is or was.
  std::uint32_t last_docid() const { return last_docid_; }

  // Returns the postings of the term.
  std::shared_ptr<const PostingList> list(const std::string& term);

  // Returns the postings of the term; of two terms, when `other` is not empty, that count as one
  // (merged()). Where its list is late, and too long to be read for so few documents, those alone
  // are in it. REQUIRES: `docids` are sorted.
  std::shared_ptr<const PostingList> list_within(const std::string& term, const std::string& other,
                                                 std::span<const std::uint32_t> docids);

  // Whether the list of the term, or of both, is long and would have to be read.
  bool is_late(const std::string& term, const std::string& other) const;

  // Returns the list of the term where it is kept, else nullptr.
  std::shared_ptr<const PostingList> kept_list(const std::string& term) const;

  // Returns the documents with the term.
  std::shared_ptr<const DocumentSet> with(const std::string& term);

  // Returns every document.
  std::shared_ptr<const DocumentSet> all();

  // Returns how many documents have the term.
  Xapian::doccount frequency(const std::string& term) const;

  // Returns how often it stands in all of them.
  Xapian::termcount occurrences(const std::string& term) const;

  // Returns the terms that begin with `prefix`, at most `most` of them, the most frequent ones, in
  // their order; looks at kMaxVisited terms at most.
  std::vector<std::string> terms_with_prefix(const std::string& prefix, std::size_t most) const;

  // Memory of what is kept, also for others.
  std::size_t bytes() const { return cache_->bytes(); }

  // What was asked for so far, of list(), list_within() and with().
  const PostingUse& use() const { return use_; }

  static constexpr std::size_t kMaxVisited = 200000;

 private:
  using Numbers = std::unordered_map<std::string, Xapian::termcount>;  // by term

  std::shared_ptr<const PostingList> read(const std::string& term);
  std::shared_ptr<const PostingList> read_within(const std::string& term,
                                                 std::span<const std::uint32_t> docids);
  // Returns at least frequency(), quickly.
  Xapian::doccount most_with(const std::string& term) const;
  std::shared_ptr<const PostingList> list_of_either(const std::string& a, const std::string& b);
  void count(const std::string& term) const;
  Xapian::termcount remember(Numbers& numbers, const std::string& term,
                             Xapian::termcount number) const;
  template <typename Read>
  Xapian::termcount kept(Numbers& numbers, const std::string& term, Read read) const;

  IndexView database_;
  PostingsOptions options_;
  std::uint32_t last_docid_;
  std::shared_ptr<PostingCache> cache_;
  PostingUse use_;
  std::shared_ptr<const DocumentSet> all_;
  mutable Numbers frequencies_;
  mutable Numbers occurrences_;
  mutable Numbers bounds_;  // of frequencies, which are quickly known
};

}  // namespace tracuu
