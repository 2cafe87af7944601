#include "core/document/file_number.h"

#include <algorithm>
#include <vector>

#include "core/document/number.h"
#include "core/document/scan.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxNameBytes = 200;
constexpr std::size_t kMaxSequenceDigits = 5;
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kMaxGroups = 6;

bool is_number(std::string_view part, std::size_t max_digits) {
  return !part.empty() && part.size() <= max_digits && std::ranges::all_of(part, scan::is_digit);
}

bool is_year(std::string_view part) {
  return part.size() == kYearDigits && is_number(part, kYearDigits) &&
         (part.starts_with("19") || part.starts_with("20"));
}

std::vector<std::string_view> parts_of(std::string_view name) {
  constexpr std::string_view kSeparators = "-_. ";
  std::vector<std::string_view> parts;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(kSeparators), name.size());
    if (end > 0) parts.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return parts;
}

// The number whose sequence is parts[i], with as many groups behind it as make one.
std::string number_at(const std::vector<std::string_view>& parts, std::size_t i) {
  std::string start = std::string(parts[i]) + "/";
  std::size_t first = i + 1;
  if (first < parts.size() && is_year(parts[first])) start += std::string(parts[first++]) + "/";
  std::size_t count = 0;
  while (first + count < parts.size() && count < kMaxGroups &&
         !scan::is_digit(parts[first + count].front())) {
    ++count;
  }
  for (; count > 0; --count) {
    std::string text = start;
    for (std::size_t k = 0; k < count; ++k) {
      text += (k == 0 ? "" : "-") + std::string(parts[first + k]);
    }
    if (const auto number = parse_number(text)) return number->canonical;
  }
  return {};
}

}  // namespace

std::string number_in_file_name(std::string_view path) {
  std::string_view name = path.substr(path.find_last_of("/\\") + 1);
  name = name.substr(0, name.rfind('.'));
  if (name.size() > kMaxNameBytes) return {};
  const std::vector<std::string_view> parts = parts_of(name);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!is_number(parts[i], kMaxSequenceDigits)) continue;
    if (std::string number = number_at(parts, i); !number.empty()) return number;
  }
  return {};
}

}  // namespace tracuu
