// Which documents are copies by their fields, and which of them is shown.

#include "core/document/copies/copy_traits.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/document/copies/random_text.h"

namespace tracuu {
namespace {

constexpr unsigned kSeed = 20240611;

CopyTraits traits(const char* number, const char* agency, const char* date, const char* type = "",
                  bool is_draft = false) {
  Document document;
  document.number = number;
  document.agency = agency;
  document.date = date;
  document.type = type;
  document.is_draft = is_draft;
  return copy_traits(document);
}

struct Row {
  const char* name = "";
  CopyTraits a;
  CopyTraits b;
  SameAct want = SameAct::kUnknown;
};

class CompareActsTest : public testing::TestWithParam<Row> {};

TEST_P(CompareActsTest, SameOrNot) {
  EXPECT_EQ(compare_acts(GetParam().a.act, GetParam().b.act), GetParam().want);
  EXPECT_EQ(compare_acts(GetParam().b.act, GetParam().a.act), GetParam().want);
}

constexpr const char* kProvince = "Ủy ban nhân dân tỉnh Sông Lam";
constexpr const char* kLabour = "Bộ Lao động - Thương binh và Xã hội";

INSTANTIATE_TEST_SUITE_P(
    All, CompareActsTest,
    testing::Values(
        Row{"number_agency_and_date", traits("17/QĐ-UBND", kProvince, "2020-01-05"),
            traits("Số: 017/QĐ-UBND", "UBND TỈNH SÔNG LAM", "2020-01-05"), SameAct::kYes},
        Row{"the_next_number", traits("17/QĐ-UBND", kProvince, "2020-01-05"),
            traits("18/QĐ-UBND", kProvince, "2020-01-05"), SameAct::kNo},
        Row{"another_province", traits("17/QĐ-UBND", kProvince, "2020-01-05"),
            traits("17/QĐ-UBND", "UBND tỉnh Sông Thương", "2020-01-05"), SameAct::kNo},
        Row{"two_communes_of_one_day", traits("19/NQ-HĐND", "HĐND xã Phiêng", "2026-06-26"),
            traits("19/NQ-HĐND", "HĐND xã Kim", "2026-06-26"), SameAct::kNo},
        Row{"another_year", traits("17/QĐ-UBND", kProvince, "2020-01-05"),
            traits("17/QĐ-UBND", kProvince, "2021-01-05"), SameAct::kNo},
        Row{"one_date_not_known", traits("17/QĐ-UBND", kProvince, "2020-01-05"),
            traits("17/QĐ-UBND", kProvince, ""), SameAct::kUnknown},
        Row{"one_date_not_known_the_number_has_its_year",
            traits("15/2020/NĐ-CP", "Chính phủ", "2020-02-03"),
            traits("15/2020/NĐ-CP", "CHÍNH PHỦ", ""), SameAct::kYes},
        Row{"one_agency_not_known", traits("17/QĐ-UBND", kProvince, "2020-01-05"),
            traits("17/QĐ-UBND", "", "2020-01-05"), SameAct::kUnknown},
        Row{"law_and_resolution_of_one_day",
            traits("18/2008/QH12", "Quốc hội", "2008-06-03", "Luật"),
            traits("18/2008/QH12", "Quốc hội", "2008-06-03", "Nghị quyết"), SameAct::kUnknown},
        Row{"joint_circular_under_one_and_under_all",
            traits("01/2022/TTLT-BCA-BLĐTBXH", kLabour, "2022-02-18"),
            traits("01/2022/TTLT-BCA-BLĐTBXH", "Bộ Công an, Bộ Lao động - Thương binh và Xã hội",
                   "2022-02-18"),
            SameAct::kUnknown},
        Row{"part_of_a_name_is_no_name", traits("17/QĐ-UBND", "UBND xã Tân An", "2020-01-05"),
            traits("17/QĐ-UBND", "UBND xã Tân Anh", "2020-01-05"), SameAct::kNo},
        Row{"consolidated_version", traits("91/2015/QH13", "Quốc hội", "2015-11-24", "Bộ luật"),
            traits("12/VBHN-VPQH", "Văn phòng Quốc hội", "2018-01-01", "Văn bản hợp nhất"),
            SameAct::kNo},
        Row{"draft_and_act", traits("", "Bộ Tư pháp", "2019-11-01", "Nghị định", true),
            traits("15/2020/NĐ-CP", "Chính phủ", "2020-02-03", "Nghị định"), SameAct::kUnknown},
        Row{"unnumbered_of_two_agencies", traits("", kProvince, ""),
            traits("", "UBND tỉnh Sông Thương", ""), SameAct::kNo},
        Row{"unnumbered_of_two_days", traits("", kProvince, "2020-01-05"),
            traits("", kProvince, "2020-02-05"), SameAct::kNo},
        Row{"a_report_printed_twice", traits("", "", "2020-01-05"), traits("", "", "2020-01-06"),
            SameAct::kUnknown},
        Row{"nothing_known", traits("", "", ""), traits("", "", ""), SameAct::kUnknown}),
    [](const auto& row) { return std::string(row.param.name); });

Sketch sketch_of(const std::string& text) {
  text::Analysis analysis;
  text::Analyzer().analyze(text, analysis);
  SketchBuilder builder;
  builder.add(analysis);
  return builder.finish();
}

TEST(AreCopiesTest, FieldsDecideAndElseTheText) {
  const Sketch text = sketch_of(joined(RandomText(kSeed).syllables(500)));
  const Sketch other = sketch_of(joined(RandomText(kSeed + 1).syllables(500)));
  struct {
    const char* name = "";
    CopyTraits a;
    CopyTraits b;
    Sketch second;
    bool want = false;
  } rows[] = {
      {"one act, another text", traits("17/QĐ-UBND", kProvince, "2020-01-05"),
       traits("17/QĐ-UBND", kProvince, "2020-01-05"), other, true},
      {"one act, its text not known",
       traits("17/QĐ-UBND", kProvince, "2020-01-05"),
       traits("17/QĐ-UBND", kProvince, "2020-01-05"),
       {},
       true},
      {"two acts, one text", traits("17/QĐ-UBND", kProvince, "2020-01-05"),
       traits("18/QĐ-UBND", kProvince, "2020-01-05"), text, false},
      {"not known, one text", traits("17/QĐ-UBND", kProvince, "2020-01-05"), traits("", "", ""),
       text, true},
      {"not known, another text", traits("17/QĐ-UBND", kProvince, "2020-01-05"), traits("", "", ""),
       other, false},
      {"nothing known at all", traits("", "", ""), traits("", "", ""), {}, false},
  };
  for (auto& row : rows) {
    row.a.sketch = text;
    row.b.sketch = row.second;
    EXPECT_EQ(are_copies(row.a, row.b), row.want) << row.name;
    EXPECT_EQ(are_copies(row.b, row.a), row.want) << row.name;
  }
}

TEST(BestCopyTest, SignedBeforeDraftFullBeforeExtractThenRank) {
  const CopyQuality draft{.is_draft = true, .is_signed = false, .length = 9000};
  const CopyQuality signed_draft{.is_draft = true, .is_signed = true, .length = 9000};
  const CopyQuality full{.is_draft = false, .is_signed = false, .length = 9000};
  const CopyQuality nearly_full{.is_draft = false, .is_signed = false, .length = 8000};
  const CopyQuality signed_full{.is_draft = false, .is_signed = true, .length = 8000};
  const CopyQuality signed_line{.is_draft = false, .is_signed = true, .length = 80};
  struct {
    const char* name;
    std::vector<CopyQuality> copies;
    std::size_t want;
  } rows[] = {
      {"one", {draft}, 0},
      {"the act before its draft", {draft, full}, 1},
      {"a line of a register before a draft", {draft, signed_line}, 1},
      {"the text before a line of a register", {signed_line, full}, 1},
      {"signed before not signed", {full, signed_full}, 1},
      {"the better rank", {nearly_full, full}, 0},
      {"of drafts the signed one", {draft, signed_draft}, 1},
      {"a long draft makes no act an extract", {draft, signed_line, full, signed_full}, 3},
  };
  for (const auto& row : rows) EXPECT_EQ(best_copy(row.copies), row.want) << row.name;
}

TEST(TraitsEncodingTest, BytesAreThoseOfTheFormat) {
  struct {
    CopyQuality quality;
    const char* bytes = "";
  } rows[] = {
      {{false, false, 0}, "0"},
      {{true, false, 12}, "d12"},
      {{false, true, 12345}, "s12345"},
      {{true, true, 4294967295}, "ds4294967295"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(encode_traits(row.quality), row.bytes);
    EXPECT_EQ(decode_traits(row.bytes), row.quality);
  }
  for (const char* bytes : {"", "d", "ds", "sd1", "x1", "1d", "-1", " 1", "4294967296"}) {
    EXPECT_EQ(decode_traits(bytes), std::nullopt) << bytes;
  }
}

}  // namespace
}  // namespace tracuu
