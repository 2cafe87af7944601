#include "searcher/column/load_column.h"

#include <string_view>

#include "searcher/column/column_builder.h"
#include "searcher/column/value_stream.h"

namespace tracuu {

Column load_column(const IndexView& database, const FacetField& field) {
  ColumnBuilder builder({}, field);
  builder.resize(database.get_lastdocid() + std::size_t{1});
  for_each_value(database, field.slot,
                 [&](Xapian::docid docid, std::string_view lines) { builder.put(docid, lines); });
  return builder.finish();
}

std::optional<Column> follow_column(const Column& earlier, const IndexView& database,
                                    const FacetField& field,
                                    std::span<const Xapian::docid> touched) {
  // A few stay: an index of a hundred documents is loaded in no time either way.
  constexpr std::size_t kUnusedAllowed = 1000;
  ColumnBuilder builder(earlier, field);
  builder.resize(database.get_lastdocid() + std::size_t{1});
  for_each_value_of(
      database, field.slot, touched,
      [&](Xapian::docid docid, std::string_view lines) { builder.put(docid, lines); });
  Column column = builder.finish();
  const std::size_t unused = builder.unused_count();
  if (unused > kUnusedAllowed && unused > column.ordinal_count() / 2) return std::nullopt;
  return column;
}

}  // namespace tracuu
