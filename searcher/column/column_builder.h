// Puts the values of documents into a column: gives spellings their ordinals and joins those that
// are one value.
//
//   ColumnBuilder builder(Column(), *find_facet_field("agency"));
//   builder.resize(3);
//   builder.put(1, "UBND tỉnh X");
//   builder.put(2, "Uỷ ban nhân dân tỉnh X\nSở Y tế");
//   Column column = builder.finish();
//
// Not copyable; belongs to one thread.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/column/column.h"
#include "searcher/column/ordinal_table.h"
#include "searcher/facet_fields.h"

namespace tracuu {

// Folders above a folder that are counted, at most, from the outermost in.
inline constexpr std::size_t kMaxFolders = 64;

inline constexpr std::uint32_t kMaxOrdinals = 1U << 30;  // a column's codes are twice as large
inline constexpr std::size_t kMaxListBytes = std::size_t{1} << 31;

class ColumnBuilder {
 public:
  // Goes on from a column of the same field; from an empty one it begins.
  ColumnBuilder(Column column, const FacetField& field);
  ColumnBuilder(const ColumnBuilder&) = delete;
  ColumnBuilder& operator=(const ColumnBuilder&) = delete;

  // Makes room for documents below `document_end`.
  void resize(std::size_t document_end) { column_.codes_.resize(document_end); }

  // Puts the values of a document, one a line, in place of those that it has.
  // REQUIRES: docid is below document_end. Throws kInternal for more than kMaxOrdinals spellings.
  void put(Xapian::docid docid, std::string_view lines);

  // Returns the column. Nothing may be put after it.
  Column finish();

  // How many spellings no document has. REQUIRES: finish() was called.
  std::size_t unused_count() const { return unused_count_; }

 private:
  using Ordinal = Column::Ordinal;

  Ordinal spelling(std::string_view written);
  Ordinal folder(std::string_view path);
  Ordinal find(std::string_view written) const;
  Ordinal add(std::string_view written);
  void link_value(Ordinal added);
  std::uint32_t list_code();
  void drop_list(std::uint32_t code);
  void repack_lists();
  void choose_labels(const std::vector<std::uint32_t>& counts);

  Column column_;
  const FacetField& field_;
  OrdinalTable by_text_;
  OrdinalTable by_key_;
  std::vector<Ordinal> values_;    // by spelling
  std::vector<Ordinal> document_;  // spellings of the document that is put
  std::size_t unused_count_ = 0;
};

}  // namespace tracuu
