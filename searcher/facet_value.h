// One value of a facet, as it is counted, shown and filtered by.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tracuu {

struct FacetValue {
  std::string value;  // what --filter takes
  std::string label;  // what a person reads
  std::uint64_t count = 0;
  bool is_group = false;  // stands for all below it: a province, not an agency
  std::size_t depth = 0;  // in a tree: below the last value before it that has one less
};

// A filter that the words of the query suggest: {"agency", "Hội đồng nhân dân tỉnh X", …}.
struct OfferedFilter {
  std::string field;  // what --filter takes
  std::string value;
  std::string words;  // of the query
};

}  // namespace tracuu
