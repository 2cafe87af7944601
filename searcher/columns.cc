#include "searcher/columns.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace tracuu {
namespace {

// Gives each spelling its ordinal and counts how often it is used.
class Spellings {
 public:
  Spellings(Column& column, std::string (*key_of)(std::string_view))
      : column_(column), key_of_(key_of) {
    column_.keys.emplace_back();
    column_.labels.emplace_back();
  }

  std::uint32_t use(std::string_view written) {
    const auto [it, is_new] = spellings_.try_emplace(std::string(written));
    Spelling& spelling = it->second;
    ++spelling.count;
    if (!is_new) return spelling.ordinal;
    const auto fresh = static_cast<std::uint32_t>(column_.keys.size());
    const auto [entry, is_new_key] = by_key_.try_emplace(key_of_(it->first), fresh);
    if (is_new_key) {
      column_.keys.push_back(entry->first);
      column_.labels.emplace_back();
    }
    spelling.ordinal = entry->second;
    return spelling.ordinal;
  }

  // Labels each value as most documents write it.
  void label() {
    std::vector<std::uint64_t> most(column_.keys.size(), 0);
    for (const auto& [written, spelling] : spellings_) {
      std::string& best = column_.labels[spelling.ordinal];
      std::uint64_t& count = most[spelling.ordinal];
      if (spelling.count > count || (spelling.count == count && written < best)) {
        best = written;
        count = spelling.count;
      }
    }
  }

 private:
  struct Spelling {
    std::uint32_t ordinal = 0;
    std::uint64_t count = 0;
  };

  Column& column_;
  std::string (*key_of_)(std::string_view);
  std::unordered_map<std::string, Spelling> spellings_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
};

}  // namespace

void Column::put(Xapian::docid docid, std::span<const std::uint32_t> ordinals) {
  if (starts_.empty()) starts_.push_back(0);
  starts_.resize(std::max<std::size_t>(starts_.size(), docid + std::size_t{1}),
                 static_cast<std::uint32_t>(ordinals_.size()));
  ordinals_.insert(ordinals_.end(), ordinals.begin(), ordinals.end());
  starts_.push_back(static_cast<std::uint32_t>(ordinals_.size()));
}

Column load_column(const Xapian::Database& database, Xapian::valueno slot,
                   std::string (*key_of)(std::string_view)) {
  Column column;
  Spellings spellings(column, key_of);
  std::vector<std::uint32_t> ordinals;
  const auto end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    const std::string lines = *value;
    ordinals.clear();
    for (std::string_view rest = lines; !rest.empty();) {
      const std::size_t line = std::min(rest.find('\n'), rest.size());
      if (line > 0) ordinals.push_back(spellings.use(rest.substr(0, line)));
      rest.remove_prefix(std::min(line + 1, rest.size()));
    }
    std::ranges::sort(ordinals);
    ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
    column.put(value.get_docid(), ordinals);
  }
  spellings.label();
  return column;
}

std::vector<std::int32_t> load_dates(const Xapian::Database& database, Xapian::valueno slot) {
  std::vector<std::int32_t> dates(database.get_lastdocid() + 1, 0);
  const auto end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    const std::string text = *value;
    // "-20251231": the end of force alone. from_chars would take the dash for a sign.
    if (text.starts_with('-')) continue;
    std::from_chars(text.data(), text.data() + text.size(), dates[value.get_docid()]);
  }
  return dates;
}

}  // namespace tracuu
