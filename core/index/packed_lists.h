// The posting lists of a generation that was built at once, packed into blocks of metadata.
//
//   tracuu.pack.XBdieu kien   a block: the terms behind the block before, up to this one
//   tracuu.list.XUdieu        the postings of a long list; what stands before them is in its block
//   tracuu.packed_documents   20400
//
// Syllables and pairs (schema::is_packable()) are nine tenths of all postings and most of all
// terms. As terms of Xapian each costs a place in two of its tables and in two std::maps on the way
// there. Measured on the 217 MB of ../shared/corpora: 28 million postings of 1.3 million terms
// take 56 MB here; as terms they took 196 MB more, and half the time of a first index.
//
// Packed lists never change. A document that is added to a live generation has its syllables and
// pairs as terms of Xapian; one that is replaced has lost schema::kPacked, which is how a reader
// knows that what the lists say of it is past; so has one that is deleted. Whoever wants the list
// of a term takes both (searcher/index_view.h). The next generation is packed anew.
//
// What they say of how often a document says its words is said to Xapian by the frequency of
// schema::kPacked, so that its length is the same, packed or not.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <xapian.h>

#include "core/index/packed_block.h"
#include "core/index/posting.h"

namespace tracuu {

// Writes the lists of a new generation, in two passes over the same terms: its blocks, then what is
// apart. Xapian fills its own blocks where keys come in order, and half of each where they do not:
// 31 MB of 211 in one pass.
class PackedWriter {
 public:
  enum class Pass { kBlocks, kApart };

  // REQUIRES: `database` outlives this object, and has no packed lists but of the pass before.
  PackedWriter(Xapian::WritableDatabase& database, Pass pass) : database_(database), pass_(pass) {}

  // Adds a term. REQUIRES: as BlockWriter::add(); at most kMaxTermBytes. Throws Xapian::Error.
  void add(const std::string& term, std::span<const Posting> postings);

  // Ends the pass; says of how many documents the lists are. It is all to be committed at once.
  void finish(Xapian::doccount documents);

 private:
  void put_block();

  Xapian::WritableDatabase& database_;
  const Pass pass_;
  BlockWriter block_;
  std::string postings_;  // work space
};

// Reads them. Belongs to the thread of its database. Everything throws Xapian::Error and, for what
// is no such bytes, kIndexDamaged.
class PackedLists {
 public:
  // Cost: a look-up.
  explicit PackedLists(const Xapian::Database& database);

  // How many documents were packed; those gone since are among them.
  Xapian::doccount documents() const { return documents_; }

  // Returns what stands before the postings of the term, without them; nothing where no document
  // had it. Cost: a block.
  std::optional<PackedList> find(const std::string& term) const;

  // Calls visit(Posting) for each document of the term, by docid, those gone since as well.
  template <typename Visit>
  void for_each(const std::string& term, Visit visit) const;

  class Terms;

 private:
  [[noreturn]] static void refuse(const std::string& term);

  Xapian::Database database_;
  Xapian::doccount documents_ = 0;
};

// The terms from one on, in their order.
//
//   for (PackedLists::Terms terms(lists, "XBdieu"); terms.next();) terms.term()
class PackedLists::Terms {
 public:
  // REQUIRES: `lists` outlives this object.
  Terms(const PackedLists& lists, std::string_view first);
  Terms(const Terms&) = delete;
  Terms& operator=(const Terms&) = delete;

  // Goes to the next term; returns false behind the last.
  bool next();

  const std::string& term() const { return reader_.term(); }

  // What stands before its postings, and these unless they are apart.
  const PackedList& list() const { return reader_.list(); }

  // Calls visit(Posting) for each document of the term, by docid.
  template <typename Visit>
  void for_each(Visit visit) const {
    const std::string apart = list().is_apart ? read_apart() : std::string();
    if (!for_each_posting(list(), list().is_apart ? apart : list().postings, visit)) refuse(term());
  }

 private:
  bool next_block();
  std::string read_apart() const;

  const Xapian::Database& database_;
  const std::string first_;
  Xapian::TermIterator key_;
  Xapian::TermIterator end_;
  bool is_at_block_ = false;  // key_ is of the block that is read
  std::string block_;
  BlockReader reader_{{}};
};

template <typename Visit>
void PackedLists::for_each(const std::string& term, Visit visit) const {
  Terms terms(*this, term);
  if (terms.next() && terms.term() == term) terms.for_each(visit);
}

}  // namespace tracuu
