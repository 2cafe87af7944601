#include "searcher/columns.h"

#include <charconv>
#include <unordered_map>

#include "core/index/schema.h"

namespace tracuu {

Column load_column(const Xapian::Database& database, Xapian::valueno slot,
                   std::string (*key_of)(std::string_view)) {
  Column column;
  column.ordinals.assign(database.get_lastdocid() + 1, 0);
  column.keys.emplace_back();
  column.labels.emplace_back();

  struct Spelling {
    std::uint32_t ordinal = 0;
    std::uint64_t count = 0;
  };
  std::unordered_map<std::string, Spelling> spellings;
  std::unordered_map<std::string, std::uint32_t> by_key;
  const auto end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    const auto [it, is_new] = spellings.try_emplace(*value);
    Spelling& spelling = it->second;
    if (is_new) {
      const auto fresh = static_cast<std::uint32_t>(column.keys.size());
      const auto [entry, is_new_key] = by_key.try_emplace(key_of(it->first), fresh);
      if (is_new_key) {
        column.keys.push_back(entry->first);
        column.labels.emplace_back();
      }
      spelling.ordinal = entry->second;
    }
    ++spelling.count;
    column.ordinals[value.get_docid()] = spelling.ordinal;
  }
  std::vector<std::uint64_t> most(column.keys.size(), 0);
  for (const auto& [label, spelling] : spellings) {
    std::string& best = column.labels[spelling.ordinal];
    std::uint64_t& count = most[spelling.ordinal];
    if (spelling.count > count || (spelling.count == count && label < best)) {
      best = label;
      count = spelling.count;
    }
  }
  return column;
}

std::vector<std::int32_t> load_dates(const Xapian::Database& database) {
  std::vector<std::int32_t> dates(database.get_lastdocid() + 1, 0);
  const auto end = database.valuestream_end(schema::kDateSlot);
  for (auto value = database.valuestream_begin(schema::kDateSlot); value != end; ++value) {
    const std::string text = *value;
    std::from_chars(text.data(), text.data() + text.size(), dates[value.get_docid()]);
  }
  return dates;
}

}  // namespace tracuu
