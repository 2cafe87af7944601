#include "searcher/column/column.h"

#include <algorithm>
#include <numeric>

namespace tracuu {

void Column::count(std::span<const std::uint32_t> docids, std::span<std::uint32_t> counts) const {
  codes_.visit([&](const auto& codes) {
    for (const std::uint32_t docid : docids) {
      const std::uint32_t code = codes[docid];
      if ((code & 1U) == 0) {
        ++counts[code >> 1U];
      } else {
        for_each_of_code(code, lists_, [&](Ordinal spelling) { ++counts[spelling]; });
      }
    }
  });
}

void Column::count_single(std::span<const std::uint32_t> docids, std::span<std::uint32_t> counts,
                          std::vector<std::uint32_t>& several) const {
  codes_.visit([&](const auto& codes) {
    for (const std::uint32_t docid : docids) {
      const std::uint32_t code = codes[docid];
      if ((code & 1U) == 0) {
        ++counts[code >> 1U];
      } else {
        several.push_back(docid);
      }
    }
  });
}

void Column::gather(std::span<std::uint32_t> counts) const {
  for (auto link = links_.rbegin(); link != links_.rend(); ++link) {
    counts[link->second] += counts[link->first];
    if (kind_ == Links::kSpellings) counts[link->first] = 0;
  }
}

std::vector<Column::Ordinal> Column::values() const {
  std::vector<Ordinal> values(ordinal_count());
  std::iota(values.begin(), values.end(), Ordinal{0});
  if (kind_ == Links::kFolders) return values;
  for (const auto& [spelling, value] : links_) values[spelling] = value;
  return values;
}

std::string_view Column::label(Ordinal value) const {
  const auto chosen = std::ranges::lower_bound(labels_, value, {}, &Pair::first);
  const bool has_other = chosen != labels_.end() && chosen->first == value;
  return spellings_[has_other ? chosen->second : value];
}

void Column::shrink_to_fit() {
  lists_.shrink_to_fit();
  spellings_.shrink_to_fit();
  key_hashes_.shrink_to_fit();
  links_.shrink_to_fit();
  labels_.shrink_to_fit();
}

std::size_t Column::size_bytes() const {
  return codes_.size_bytes() + lists_.capacity() + spellings_.size_bytes() +
         key_hashes_.capacity() * sizeof(key_hashes_[0]) +
         (links_.capacity() + labels_.capacity()) * sizeof(Pair);
}

}  // namespace tracuu
