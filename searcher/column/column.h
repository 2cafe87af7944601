// The values of one field in memory, for counting them over many documents.
//
//   documents     1: «UBND tỉnh X»    2: «Uỷ ban nhân dân tỉnh X»; «Sở Y tế»    3: none
//   spellings     1 «UBND tỉnh X»   2 «Uỷ ban nhân dân tỉnh X»   3 «Sở Y tế»
//   values        1 (spellings 1 and 2, shown as most documents write it)   3
//
// Values whose keys are equal are one value. A value's ordinal is that of its first spelling; each
// document keeps its spellings, so that the label stays right as documents come and go. In a column
// of folders every folder has its parent for a link, and a document counts for all above it.
//
// Compact: a document with one spelling or none is one number of 1 to 4 bytes, one with several a
// place in a pool where each takes 1 to 3 bytes. Immutable for readers; made by load_column.h.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/column/packed_array.h"
#include "searcher/column/text_pool.h"

namespace tracuu {

class Column {
 public:
  using Ordinal = std::uint32_t;

  // Ordinals of spellings and values are in [1, ordinal_count()); 0 stands for none.
  std::size_t ordinal_count() const { return spellings_.size(); }

  // Calls visit(spelling) for each of the document's, no two of them of one value. A docid that
  // the column was not made for has none.
  template <typename Visit>
  void for_each(Xapian::docid docid, Visit visit) const {
    if (docid >= codes_.size()) return;
    for_each_of_code(codes_[docid], lists_, visit);
  }

  // Adds to counts[spelling] the documents that have it; counts[0] is without meaning.
  // REQUIRES: counts.size() == ordinal_count(), docids are below document_end().
  void count(std::span<const std::uint32_t> docids, std::span<std::uint32_t> counts) const;

  // Likewise, but adds the documents with more than one spelling to `several` and does not count
  // them.
  void count_single(std::span<const std::uint32_t> docids, std::span<std::uint32_t> counts,
                    std::vector<std::uint32_t>& several) const;

  // Moves the counts of spellings to their values; of folders, adds them to all above.
  void gather(std::span<std::uint32_t> counts) const;

  std::size_t document_end() const { return codes_.size(); }

  // Returns the value of each spelling, by ordinal. In a column of folders, each is its own.
  std::vector<Ordinal> values() const;

  // Returns how the value is written. The view holds as long as this object.
  std::string_view label(Ordinal value) const;

  std::size_t size_bytes() const;

 private:
  friend class ColumnBuilder;
  using Pair = std::pair<Ordinal, Ordinal>;

  enum class Links { kSpellings, kFolders };

  void shrink_to_fit();

  // A code is an ordinal twice, or a place in lists_ twice and one more. A list is its ordinals in
  // seven bits a byte, the lowest first; each twice, and one more for the last of the list.
  template <typename Visit>
  static void for_each_of_code(std::uint32_t code, const std::vector<std::uint8_t>& lists,
                               Visit visit) {
    if (code == 0) return;
    if ((code & 1U) == 0) {
      visit(code >> 1U);
      return;
    }
    std::size_t at = code >> 1U;
    for (bool is_last = false; !is_last;) {
      std::uint32_t number = 0;
      unsigned shift = 0;
      for (; (lists[at] & 0x80U) != 0; shift += 7) number |= (lists[at++] & 0x7FU) << shift;
      number |= std::uint32_t{lists[at++]} << shift;
      is_last = (number & 1U) != 0;
      visit(number >> 1U);
    }
  }

  PackedArray codes_;  // by docid
  std::vector<std::uint8_t> lists_;
  TextPool spellings_;                     // by ordinal; [0] is empty
  std::vector<std::uint32_t> key_hashes_;  // by ordinal
  std::vector<Pair> links_;   // spelling and its value, folder and its parent: the latter is less
  std::vector<Pair> labels_;  // value and spelling, where it is not the first
  std::size_t stale_bytes_ = 0;  // of lists_, of documents that have others now
  Links kind_ = Links::kSpellings;
};

}  // namespace tracuu
