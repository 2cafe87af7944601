// The damage of a wrong VNI conversion, on the project's table of pairs.

#include "core/text/legacy/vni_damage.h"

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "core/text/legacy/repair.h"
#include "tests/document/domain_table.h"

namespace tracuu::text {
namespace {

// Proves the damage whatever stands beside it.
const std::string kProof =
    "Cơng văn khơng cĩ dịng chữ nào. Phịng họp cịn chỗ; thơng tin được gĩp ý, khơng cĩ gì khác.\n";
const std::string kRepairedProof =
    "Công văn không có dòng chữ nào. Phòng họp còn chỗ; thông tin được góp ý, không có gì khác.\n";

// Words that are syllables both ways and commoner as they stand: the word beside them decides.
const std::map<std::string, std::pair<std::string, std::string>> kBeside{
    {"bị", {"thịt bị", "thịt bò"}},
    {"cơ", {"cơ giáo", "cô giáo"}},
};

TEST(VniDamageTest, EveryPairIsRepairedInADamagedText) {
  const auto rows = domain_table("vni_damage_pairs.tsv", 2);
  ASSERT_EQ(rows.size(), 22u);
  for (const auto& row : rows) {
    const auto beside = kBeside.find(row[0]);
    const std::string damaged = beside == kBeside.end() ? row[0] : beside->second.first;
    const std::string whole = beside == kBeside.end() ? row[1] : beside->second.second;
    const RepairedText repaired = repair_document(kProof + damaged + "\n");
    EXPECT_EQ(repaired.text, kRepairedProof + whole + "\n");
    ASSERT_EQ(repaired.repairs.size(), 1u);
    EXPECT_EQ(repaired.repairs[0].kind, RepairKind::kVniDamage);
  }
}

TEST(VniDamageTest, CommonReadingsStay) {
  const std::string text = kProof + "Cơ quan bị phạt, cơ sở nơi đây, hơn một thị xã.\n";
  EXPECT_EQ(repair_document(text).text,
            kRepairedProof + "Cơ quan bị phạt, cơ sở nơi đây, hơn một thị xã.\n");
}

TEST(VniDamageTest, CapitalsAreRepairedToo) {
  EXPECT_EQ(repair_document("THƠNG TƯ\n" + kProof).text, "THÔNG TƯ\n" + kRepairedProof);
}

TEST(VniDamageTest, SlipsInACleanTextProveNothing) {
  const std::string clean = "Không có dòng chữ nào. Ông còn nói: phòng họp không có gì.\n";
  EXPECT_EQ(repair_document(clean + "khơng cĩ dịng thơng cơng phịng").text,
            clean + "khơng cĩ dịng thơng cơng phịng");
  EXPECT_EQ(repair_document("khơng cĩ").text, "khơng cĩ");
}

}  // namespace
}  // namespace tracuu::text
