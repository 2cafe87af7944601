// The decoders against the project's table of pairs: text as it is seen, and what it was.

#include "core/text/legacy/encodings.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/fold.h"
#include "core/text/legacy/repair.h"
#include "core/text/legacy/repair_kind.h"
#include "tests/document/domain_table.h"
#include "tests/text/escapes.h"

namespace tracuu::text {
namespace {

enum Column : std::size_t { kEncoding, kSeen, kDecoded, kColumns };

// The table says how small codes look in a capital font; the text itself is small.
std::string without_note(const std::string& decoded) {
  return decoded.substr(0, decoded.find(" (shown"));
}

TEST(EncodingPairsTest, EveryPairIsRepairedAsAShortText) {
  const auto rows = domain_table("encoding_pairs.tsv", kColumns);
  ASSERT_EQ(rows.size(), 81u);
  for (const auto& row : rows) {
    const std::string seen = unescape(row[kSeen]);
    const auto repaired = repair_short(seen);
    ASSERT_TRUE(repaired) << row[kEncoding] << ' ' << seen;
    EXPECT_EQ(repaired->text, without_note(row[kDecoded])) << row[kEncoding] << ' ' << seen;
  }
}

TEST(EncodingPairsTest, EveryPairIsRepairedAsADocument) {
  for (const auto& row : domain_table("encoding_pairs.tsv", kColumns)) {
    const std::string seen = unescape(row[kSeen]);
    EXPECT_EQ(repair_document(seen).text, without_note(row[kDecoded])) << row[kEncoding];
  }
}

TEST(EncodingsTest, TablesHaveAllLettersOfTheAlphabet) {
  EXPECT_EQ(encoding_rows(RepairKind::kVni).size(), 134u);
  EXPECT_EQ(encoding_rows(RepairKind::kViscii).size(), 134u);
  EXPECT_EQ(encoding_rows(RepairKind::kVps).size(), 134u);
  EXPECT_TRUE(encoding_rows(RepairKind::kMojibake).empty());
}

TEST(EncodingsTest, SoftHyphenAndControlCodesAreLetters) {
  EXPECT_EQ(decode_bytes(RepairKind::kTcvn3,
                         "ch\xAD\xAC"
                         "ng"),
            "chương");
  EXPECT_EQ(decode_bytes(RepairKind::kViscii, "\x02\x05\x06\x14\x19\x1E"), "ẲẴẪỶỸỴ");
  EXPECT_EQ(decode_bytes(RepairKind::kVps, "\x02\x03"), "ẠẬ");
}

TEST(EncodingsTest, TheLetterOfVniSaysTheCase) {
  EXPECT_EQ(decode_bytes(RepairKind::kVni, "A\xD9 A\xF9 a\xF9"), "Á Á á");
}

TEST(EncodingsTest, KindsHaveDifferentNames) {
  std::vector<std::string_view> codes;
  for (std::size_t i = 0; i < kRepairKinds; ++i) {
    codes.push_back(repair_code(static_cast<RepairKind>(i)));
    EXPECT_FALSE(repair_label(static_cast<RepairKind>(i)).empty());
  }
  std::ranges::sort(codes);
  EXPECT_EQ(std::ranges::adjacent_find(codes), codes.end());
  EXPECT_EQ(repair_code(RepairKind::kTcvn3), "tcvn3");
}

}  // namespace
}  // namespace tracuu::text
