#include "core/document/legal_rank.h"

#include <algorithm>
#include <array>

namespace tracuu {
namespace {

// `organ`: who issues it, as in keys of numbers; empty: whoever does.
struct Level {
  int level;
  std::string_view type;
  std::string_view organ;
};

// The first that fits holds. Behind each level stands the item of Điều 4.
constexpr std::array kLevels = std::to_array<Level>({
    {1, "Hiến pháp", ""},  // khoản 1
    {2, "Bộ luật", ""},    // khoản 2
    {2, "Luật", ""},
    {2, "Nghị quyết", "QH"},
    {3, "Pháp lệnh", ""},  // khoản 3
    {3, "Nghị quyết", "UBTVQH"},
    {3, "Nghị quyết liên tịch", "UBTVQH"},
    {4, "Lệnh", ""},  // khoản 4
    {4, "Quyết định", "CTN"},
    {5, "Nghị định", ""},             // khoản 5
    {5, "Nghị quyết", "CP"},          // makes law again by Luật 64/2025/QH15
    {5, "Nghị quyết liên tịch", ""},  // of Chính phủ
    {6, "Quyết định", "TTG"},         // khoản 6
    {7, "Nghị quyết", "HDTP"},        // khoản 7
    {8, "Thông tư", ""},              // khoản 8
    {8, "Quyết định", "KTNN"},
    {8, "Thông tư liên tịch", ""},  // khoản 8a
    {9, "Nghị quyết", "HDND"},      // khoản 9, 12, 14
    {10, "Quyết định", "UBND"},     // khoản 10, 13, 15
});

// "UBTVQH14" is of the 14th term.
std::string_view without_term(std::string_view organ) {
  return organ.substr(0, organ.find_last_not_of("0123456789") + 1);
}

bool has_organ(std::string_view key, std::string_view organ) {
  while (!key.empty()) {
    const std::size_t end = std::min(key.find_first_of("/-"), key.size());
    if (without_term(key.substr(0, end)) == organ) return true;
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return false;
}

}  // namespace

int legal_level(std::string_view type, std::string_view number_key) {
  const auto* found = std::ranges::find_if(kLevels, [&](const Level& level) {
    return level.type == type && (level.organ.empty() || has_organ(number_key, level.organ));
  });
  return found == kLevels.end() ? kNoLegalLevel : found->level;
}

}  // namespace tracuu
