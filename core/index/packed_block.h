// Posting lists of some terms in their order, as bytes: what packed lists (packed_lists.h) and the
// runs they are merged from consist of.
//
//   BlockWriter block;
//   block.add("XBdieu kien", {{4, 2}, {9, 1}});
//   block.add("XBdieu le", {{9, 1}});                  // shares "XBdieu " with the term before
//   block.bytes()                                      // 23 bytes
//   BlockReader reader(block.bytes());
//   reader.next() && reader.term() == "XBdieu kien" && reader.list().documents == 2
//
// Most terms stand in few documents, so what counts is what a term takes besides its postings:
// three bytes, and those that it does not share with the term before.
//
// The bytes, one entry behind the other, all numbers varint (core/base/varint.h):
//
//   bytes that the term shares with the one before, bytes that follow, these
//   documents << 2 | is_apart << 1 | is_counted
//   from kLongList documents on: occurrences where it is counted, and, unless it is apart, bytes of
//   the postings
//   the postings, unless they are apart: of each the docid less the one before; in a counted list
//   shifted by one, its lowest bit says that the count is 1, else the count follows
//
// A list that no document counts is not counted; one that is apart lies somewhere else.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/varint.h"
#include "core/index/posting.h"

namespace tracuu {

// Lists of so many documents say how many bytes they have; shorter ones are read over.
inline constexpr std::uint32_t kLongList = 16;

// Greater docids cannot be packed.
inline constexpr std::uint32_t kMaxPackedDocid = (1U << 30) - 1;

// What stands before the postings of a term.
struct PackedList {
  std::uint32_t documents = 0;
  bool is_counted = false;
  bool is_apart = false;
  std::uint32_t occurrences = 0;  // of the term in all of them
  std::string_view postings{};    // empty when they are apart; holds as long as the block
};

// Calls visit(Posting) for each posting, by docid. Returns whether the bytes were so many postings
// and nothing else; what is visited before it turns out that they are not is of no use.
template <typename Visit>
bool for_each_posting(const PackedList& list, std::string_view postings, Visit visit) {
  std::uint64_t docid = 0;
  for (std::uint32_t i = 0; i < list.documents; ++i) {
    const std::optional<std::uint32_t> step = take_varint(postings);
    if (!step) return false;
    docid += list.is_counted ? *step >> 1 : *step;
    std::uint32_t count = list.is_counted ? 1 : 0;
    if (list.is_counted && (*step & 1U) == 0) {
      const std::optional<std::uint32_t> more = take_varint(postings);
      if (!more) return false;
      count = *more;
    }
    if (docid > kMaxPackedDocid) return false;
    visit(Posting{static_cast<std::uint32_t>(docid), count});
  }
  return postings.empty();
}

// Appends the postings. REQUIRES: they are sorted by docid, none comes twice, none is beyond
// kMaxPackedDocid. Returns what is to stand before them, without a view of them.
PackedList put_postings(std::span<const Posting> postings, std::string& bytes);

class BlockWriter {
 public:
  // Adds a term. REQUIRES: it is greater than the one before, and has postings, as put_postings()
  // takes them.
  void add(std::string_view term, std::span<const Posting> postings);

  // Adds one whose postings lie somewhere else.
  void add_apart(std::string_view term, const PackedList& list);

  const std::string& bytes() const { return bytes_; }
  const std::string& last_term() const { return last_; }
  bool empty() const { return bytes_.empty(); }
  void clear();

 private:
  void put_head(std::string_view term, const PackedList& list, std::size_t bytes);

  std::string bytes_;
  std::string last_;
  std::string postings_;  // work space
};

// Reads the terms one by one. Damaged bytes end it with kIndexDamaged.
class BlockReader {
 public:
  // REQUIRES: what `bytes` views outlives this object.
  explicit BlockReader(std::string_view bytes) : bytes_(bytes) {}

  // Goes to the next term; returns false behind the last. Throws kIndexDamaged.
  bool next();

  const std::string& term() const { return term_; }
  const PackedList& list() const { return list_; }

 private:
  std::string_view bytes_;
  std::string term_;
  PackedList list_;
};

}  // namespace tracuu
