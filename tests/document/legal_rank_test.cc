// Which level a document has among those that make law: Luật 80/2015/QH13, Điều 4.

#include "core/document/legal_rank.h"

#include <string>

#include <gtest/gtest.h>

#include "core/document/doctype.h"
#include "core/document/number.h"

namespace tracuu {
namespace {

struct LevelCase {
  const char* type;
  const char* number;
  int level;
};

const LevelCase kCases[] = {
    {"Hiến pháp", "", 1},
    {"Bộ luật", "91/2015/QH13", 2},
    {"Luật", "", 2},
    {"Nghị quyết", "202/2025/QH15", 2},
    {"Pháp lệnh", "04/2020/UBTVQH14", 3},
    {"Nghị quyết", "528/2018/UBTVQH14", 3},
    {"Nghị quyết", "1234/NQ-UBTVQH15", 3},
    {"Nghị quyết liên tịch", "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTƯMTTQVN", 3},
    {"Lệnh", "05/2020/L-CTN", 4},
    {"Quyết định", "1234/2020/QĐ-CTN", 4},
    {"Nghị định", "15/2020/NĐ-CP", 5},
    {"Nghị định", "217-HĐBT", 5},
    {"Nghị quyết", "01/2021/NQ-CP", 5},
    {"Nghị quyết liên tịch", "19/2008/NQLT-CP-UBTƯMTTQVN", 5},
    {"Quyết định", "749/QĐ-TTg", 6},
    {"Nghị quyết", "02/2023/NQ-HĐTP", 7},
    {"Thông tư", "01/2011/TT-BNV", 8},
    {"Thông tư liên tịch", "17/2015/TTLT-BTP-BQP", 8},
    {"Quyết định", "08/2022/QĐ-KTNN", 8},
    {"Nghị quyết", "12/2021/NQ-HĐND", 9},
    {"Quyết định", "19/2020/QĐ-UBND", 10},
    // Whose it is is not known, or it makes no law.
    {"Nghị quyết", "", kNoLegalLevel},
    {"Quyết định", "", kNoLegalLevel},
    {"Quyết định", "44/2005/QĐ-BTC", kNoLegalLevel},
    {"Nghị quyết", "05-NQ/TU", kNoLegalLevel},
    {"Công văn", "123/BTC-QLCS", kNoLegalLevel},
    {"Văn bản hợp nhất", "03/VBHN-VPQH", kNoLegalLevel},
    {"Tin tức", "", kNoLegalLevel},
    {"", "15/2020/NĐ-CP", kNoLegalLevel},
};

TEST(LegalRankTest, LevelsAreThoseOfTheLaw) {
  for (const LevelCase& c : kCases) {
    EXPECT_EQ(legal_level(c.type, number_key(c.number)), c.level) << c.type << " " << c.number;
    EXPECT_LE(c.level, kLowestLegalLevel);
  }
}

TEST(LegalRankTest, EveryTypeOfTheTableIsWrittenAsTypesAre) {
  for (const LevelCase& c : kCases) {
    if (c.level == kNoLegalLevel) continue;
    EXPECT_EQ(canonical_type(c.type), c.type);
  }
}

}  // namespace
}  // namespace tracuu
