#include "indexer/repair_counts.h"

#include <algorithm>
#include <utility>

#include "core/index/quality.h"

namespace tracuu {
namespace {

constexpr Bilingual kRepaired{"Đã sửa mã chữ {0} văn bản: {1}.\n",
                              "Repaired the encoding of {0} documents: {1}.\n"};
constexpr Bilingual kDamaged{"{0} văn bản đã mất chữ, cần bản khác.\n",
                             "{0} documents have lost letters: get better copies.\n"};

}  // namespace

void RepairCounts::add(const std::vector<std::string>& codes) {
  bool is_repaired = false;
  for (const std::string& code : codes) {
    if (code == kDamagedCode) {
      ++damaged;
    } else {
      ++by_kind[code];
      is_repaired = true;
    }
  }
  documents += is_repaired ? 1 : 0;
}

std::string to_text(const RepairCounts& counts, Language language) {
  std::vector<std::pair<std::string, std::uint64_t>> kinds(counts.by_kind.begin(),
                                                           counts.by_kind.end());
  std::ranges::stable_sort(kinds, [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string list;
  for (const auto& [code, count] : kinds) {
    if (!list.empty()) list += ", ";
    list.append(repair_name(code)).append(" ").append(std::to_string(count));
  }
  std::string out;
  if (counts.documents > 0) {
    out += say(kRepaired, language, {std::to_string(counts.documents), list});
  }
  if (counts.damaged > 0) out += say(kDamaged, language, {std::to_string(counts.damaged)});
  return out;
}

}  // namespace tracuu
