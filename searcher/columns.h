// Values of all documents as dense arrays, for counting facets and sorting by date.
//
//   column.of(docid) == {3, 8}, .labels[3] == "tỉnh Thái Nguyên", .labels[8] == "tỉnh Bắc Kạn"
//
// Read once from the value slots of a snapshot; immutable afterwards. Values whose keys are equal
// ("Uỷ ban nhân dân tỉnh X", "UBND tỉnh X") share one ordinal, labelled as most documents write it.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace tracuu {

class Column {
 public:
  std::vector<std::string> keys;    // by ordinal; [0] is empty
  std::vector<std::string> labels;  // by ordinal

  // Returns the ordinals of a document's values, each once; none for a document without any.
  std::span<const std::uint32_t> of(Xapian::docid docid) const {
    if (docid + std::size_t{1} >= starts_.size()) return {};
    return std::span(ordinals_).subspan(starts_[docid], starts_[docid + 1] - starts_[docid]);
  }

  // Puts the values of the next document; those between it and the last one have none.
  // REQUIRES: docid is above every one put so far.
  void put(Xapian::docid docid, std::span<const std::uint32_t> ordinals);

 private:
  std::vector<std::uint32_t> starts_;  // by docid, and one more
  std::vector<std::uint32_t> ordinals_;
};

// Returns the column of a slot, whose values hold one value of the document a line; `key_of` gives
// the key under which values are equal.
Column load_column(const Xapian::Database& database, Xapian::valueno slot,
                   std::string (*key_of)(std::string_view));

// Returns the dates that the values of a slot begin with as yyyymmdd by docid, 0 where there is
// none.
std::vector<std::int32_t> load_dates(const Xapian::Database& database, Xapian::valueno slot);

}  // namespace tracuu
