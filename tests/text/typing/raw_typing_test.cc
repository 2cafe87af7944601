#include "core/text/typing/raw_typing.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/document/domain_table.h"
#include "tests/text/typing/typist.h"

namespace tracuu::text {
namespace {

InputMethod method_named(const std::string& name) {
  if (name == "telex") return InputMethod::kTelex;
  return name == "vni" ? InputMethod::kVni : InputMethod::kViqr;
}

TEST(RawTypingTest, AgreesWithTheDomainTable) {
  const auto rows = domain_table("typing_pairs.tsv", 3);
  ASSERT_EQ(rows.size(), 120u);
  for (const auto& row : rows) {
    const std::optional<RawSyllable> read = decode_raw(row[1], method_named(row[0]));
    EXPECT_EQ(read ? read->text + read->trailing : "", row[2]) << row[0] << ' ' << row[1];
    EXPECT_EQ(read && read->uses_keys, read && row[1] != row[2]) << row[1];
  }
}

struct RawCase {
  InputMethod method;
  const char* typed;
  const char* decoded;  // empty: nothing
};

const RawCase kCases[] = {
    {InputMethod::kTelex, "dangd", "đang"},
    {InputMethod::kTelex, "tw", "tư"},
    {InputMethod::kTelex, "ng]if", "ngừi"},
    {InputMethod::kTelex, "ng][if", "người"},
    {InputMethod::kTelex, "W", "Ư"},
    {InputMethod::kTelex, "luuw", "lưu"},
    {InputMethod::kTelex, "ruouwj", "rượu"},
    {InputMethod::kTelex, "hoawcj", "hoặc"},
    {InputMethod::kTelex, "quawng", "quăng"},
    {InputMethod::kTelex, "xooong", "xoong"},
    {InputMethod::kTelex, "ngoeof", "ngoèo"},
    {InputMethod::kTelex, "toanfz", "toan"},
    {InputMethod::kTelex, "toanz", ""},  // no tone to clear
    {InputMethod::kTelex, "ass", ""},    // a doubled key is the letter
    {InputMethod::kTelex, "quoocss", ""},
    {InputMethod::kTelex, "quyeet", ""},  // a stop coda without its tone
    {InputMethod::kTelex, "nghi5", ""},
    {InputMethod::kTelex, "quyếts", ""},
    {InputMethod::kTelex, "nghieengffffffffffffffffffffff", ""},
    {InputMethod::kTelex, "", ""},
    {InputMethod::kTelex, "\xff", ""},
    {InputMethod::kVni, "quyet610", ""},
    {InputMethod::kVni, "toan20", "toan"},
    {InputMethod::kVni, "NGHI5", "NGHỊ"},
    {InputMethod::kVni, "dieu1", ""},
    {InputMethod::kVni, "d9", ""},
    {InputMethod::kVni, "123", ""},
    {InputMethod::kViqr, "nu+o+'c", "nước"},
    {InputMethod::kViqr, "nu*o*'c", "nước"},
    {InputMethod::kViqr, "H'Mong", ""},
    {InputMethod::kViqr, "so^'/ky`", ""},
};

TEST(RawTypingTest, DecodesKeysInTheirOrders) {
  for (const RawCase& row : kCases) {
    const std::optional<RawSyllable> read = decode_raw(row.typed, row.method);
    EXPECT_EQ(read ? read->text : "", row.decoded) << row.typed;
  }
}

TEST(RawTypingTest, PunctuationTrailsAViqrSyllable) {
  const std::optional<RawSyllable> read = decode_raw("ho?i?", InputMethod::kViqr);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text, "hỏi");
  EXPECT_EQ(read->trailing, "?");
}

TEST(RawTypingTest, EverySyllableComesBackFromRandomKeyOrders) {
  constexpr unsigned kSeed = 7;
  for (const InputMethod method : {InputMethod::kTelex, InputMethod::kVni}) {
    Typist typist(method, kSeed);
    std::size_t syllables = 0;
    for (const Syllable& syllable : all_syllables()) {
      const std::string keys = typist.type(syllable);
      const std::optional<RawSyllable> read = decode_raw(keys, method);
      ++syllables;
      ASSERT_EQ(read ? read->text : "", syllable.text()) << keys << ", seed " << kSeed;
    }
    EXPECT_GT(syllables, 18'000u);
  }
}

}  // namespace
}  // namespace tracuu::text
