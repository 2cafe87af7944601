// The rank of a document among those that make law, by its type and who issues it.
//
//   legal_level("Bộ luật", "91/2015/QH13")         2
//   legal_level("Nghị định", "15/2020/ND-CP")      5
//   legal_level("Nghị quyết", "12/2021/NQ-HDND")   9
//   legal_level("Công văn", "123/BTC-QLCS")        kNoLegalLevel
//
// Levels follow the items of Điều 4 of Luật Ban hành văn bản quy phạm pháp luật (80/2015/QH13,
// amended by 63/2020/QH14). Nghị quyết and Quyết định are issued at every level, so their number
// tells whose they are; one without it has none. Provinces, districts and communes are not told
// apart. A Văn bản hợp nhất has no rank of its own: it joins texts of others (Pháp lệnh
// 01/2012/UBTVQH13).

#pragma once

#include <string_view>

namespace tracuu {

inline constexpr int kNoLegalLevel = 0;
inline constexpr int kLowestLegalLevel = 10;

// Returns 1 for the highest, at most kLowestLegalLevel, kNoLegalLevel for what is not known or
// makes no law. `type` is a name as canonical_type() writes it, `number_key` that of the document's
// number (number.h), or empty. Cost: some comparisons.
int legal_level(std::string_view type, std::string_view number_key);

}  // namespace tracuu
