#include "indexer/number_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>

namespace tracuu {

std::string one_decimal(double value, Language language) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f", value);
  std::string text = buffer;
  if (language == Language::kVietnamese) std::ranges::replace(text, '.', ',');
  return text;
}

std::string grouped(std::uint64_t value, Language language) {
  std::string text = std::to_string(value);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), 1, language == Language::kVietnamese ? '.' : ',');
  }
  return text;
}

}  // namespace tracuu
