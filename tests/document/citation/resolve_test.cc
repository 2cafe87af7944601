#include "core/document/citation/resolve.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

// The catalogue of all rows; ids are the indices.
const std::vector<Candidate> kCatalogue = {
    {0, "30/2020/ND-CP", "Nghị định", "Chính phủ", "2020-03-05", "Nghị định 30/2020/NĐ-CP Văn thư"},
    {1, "30/2020/ND-CP", "Nghị định", "Chính phủ", "2020-03-05", "Về công tác văn thư"},
    {2, "15/QD-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Sông Lam", "2020-01-10", ""},
    {3, "15/QD-UBND", "Quyết định", "UBND tỉnh Thái Nguyên", "2020-01-08", ""},
    {4, "1-NQ/TU", "Nghị quyết", "Tỉnh ủy Sông Lam", "2015-10-01", ""},
    {5, "1-NQ/TU", "Nghị quyết", "Tỉnh ủy Sông Lam", "2020-10-01", ""},
    {6, "45/2013/QH13", "Luật", "Quốc hội", "2013-11-29", "Luật 45/2013/QH13 ĐẤT ĐAI"},
    {7, "31/2024/QH15", "Luật", "Quốc hội", "2024-01-18", "Luật 31/2024/QH15 Luật Đất đai"},
    {8, "57/2020/QH14", "Luật", "Quốc hội", "2020-06-16", "Luật 57/2020/QH14 Luật Thanh niên"},
    {9, "66-QD/TW", "Quy định", "Ban Bí thư", "2017-02-06", ""},
    {10, "66-QD/TW", "Quyết định", "Ban Bí thư", "2012-05-01", ""},
    {11, "22/2020/TT-BTC", "Thông tư", "", "", "Thông tư 22/2020/TT-BTC"},
    {12, "7/QD-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Sông Lam", "2019-03-03", ""},
    {13, "7/QD-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Sông Lam", "2021-03-03", ""},
    {14, "91/2015/QH13", "Bộ luật", "Quốc hội", "2015-11-24", "Bộ luật 91/2015/QH13 Dân sự"},
};

struct ResolveCase {
  const char* name;
  Citation citation;
  const char* agency;  // of the citing document
  const char* date;
  Resolution::Kind kind;
  std::vector<std::size_t> ids;
};

Citation cited(const char* type, const char* key, const char* date = "", const char* agency = "") {
  Citation citation;
  citation.type = type;
  citation.key = key;
  citation.number = key;
  citation.date = date;
  citation.agency = agency;
  return citation;
}

Citation named(const char* type, const char* name, const char* date = "") {
  Citation citation;
  citation.type = type;
  citation.name = name;
  citation.date = date;
  return citation;
}

Citation loose(const char* number, const char* date, const char* agency) {
  Citation citation = cited("Nghị quyết", "", date, agency);
  citation.number = number;
  return citation;
}

constexpr auto kAsserted = Resolution::Kind::kAsserted;
constexpr auto kRanked = Resolution::Kind::kRanked;
constexpr auto kNone = Resolution::Kind::kNone;
constexpr const char* kSongLam = "Ủy ban nhân dân tỉnh Sông Lam";

class ResolveTest : public testing::TestWithParam<ResolveCase> {};

TEST_P(ResolveTest, AssertsOnlyWhatIsTold) {
  const ResolveCase& row = GetParam();
  CitationContext citing;
  citing.agency = row.agency;
  citing.date = row.date;
  const Resolution found = resolve(row.citation, citing, kCatalogue);
  EXPECT_EQ(found.kind, row.kind);
  EXPECT_EQ(found.ids, row.ids);
}

const ResolveCase kCases[] = {
    {"CopiesAreOneAct", cited("Nghị định", "30/2020/ND-CP"), "", "2021-01-01", kAsserted, {0, 1}},
    {"DateContradicts",
     cited("Nghị định", "30/2020/ND-CP", "2020-03-06"),
     "",
     "2021-01-01",
     kRanked,
     {0, 1}},
    {"NumberTellsTheMinistry",
     cited("Thông tư", "22/2020/TT-BTC", "2020-04-13"),
     "",
     "2021-01-01",
     kAsserted,
     {11}},
    {"Absent", cited("Nghị định", "31/2020/ND-CP"), "", "2021-01-01", kNone, {}},
    {"LaterThanTheCiting", cited("Nghị định", "30/2020/ND-CP"), "", "2020-03-04", kNone, {}},
    {"OfTheSameDay", cited("Nghị định", "30/2020/ND-CP"), "", "2020-03-05", kAsserted, {0, 1}},
    {"EachProvinceHasIt", cited("Quyết định", "15/QD-UBND"), "", "2021-01-01", kRanked, {2, 3}},
    {"ProvinceIsNamed",
     cited("Quyết định", "15/QD-UBND", "", "UBND tỉnh Thái Nguyên"),
     kSongLam,
     "2021-01-01",
     kAsserted,
     {3}},
    {"ProvinceIsTheCitingOne",
     cited("Quyết định", "15/QD-UBND", "", "Ủy ban nhân dân tỉnh"),
     kSongLam,
     "2021-01-01",
     kAsserted,
     {2}},
    {"ChairmanIsHisCommittee",
     cited("Quyết định", "15/QD-UBND", "", "Chủ tịch Ủy ban nhân dân tỉnh"),
     kSongLam,
     "2021-01-01",
     kAsserted,
     {2}},
    {"DateTellsTheProvince",
     cited("Quyết định", "15/QD-UBND", "2020-01-08"),
     "",
     "2021-01-01",
     kAsserted,
     {3}},
    {"NumberRecursInOneProvince",
     cited("Quyết định", "7/QD-UBND", "", "Ủy ban nhân dân tỉnh"),
     kSongLam,
     "2022-01-01",
     kRanked,
     {13, 12}},
    {"NumberRecursButOneIsLater",
     cited("Quyết định", "7/QD-UBND", "", "Ủy ban nhân dân tỉnh"),
     kSongLam,
     "2020-01-01",
     kAsserted,
     {12}},
    {"PartyNumberOfTwoTerms",
     cited("Nghị quyết", "1-NQ/TU"),
     kSongLam,
     "2021-01-01",
     kRanked,
     {5, 4}},
    {"PartyNumberWithDate",
     cited("Nghị quyết", "1-NQ/TU", "2015-10-01"),
     kSongLam,
     "2021-01-01",
     kAsserted,
     {4}},
    {"TypeTellsTwoWithOneNumber",
     cited("Quy định", "66-QD/TW", "2017-02-06"),
     "",
     "2021-01-01",
     kAsserted,
     {9}},
    {"LawByName", named("Luật", "Luật Thanh niên"), "", "2021-01-01", kAsserted, {8}},
    {"LawByNameOfTwo", named("Luật", "Luật Đất đai"), "", "2025-01-01", kRanked, {7, 6}},
    {"LawByNameBeforeTheSecond", named("Luật", "Luật Đất đai"), "", "2020-01-01", kAsserted, {6}},
    {"LawByNameAndYear", named("Luật", "Luật đất đai", "2013"), "", "2025-01-01", kAsserted, {6}},
    {"LawByNameAndDate",
     named("Luật", "Luật Đất đai", "2024-01-18"),
     "",
     "2025-01-01",
     kAsserted,
     {7}},
    {"CodeByName", named("Bộ luật", "Bộ luật Dân sự"), "", "2021-01-01", kAsserted, {14}},
    {"CodeByNumberCalledALaw", cited("Luật", "91/2015/QH13"), "", "2021-01-01", kAsserted, {14}},
    {"LooseIsRanked", loose("01", "", "Tỉnh ủy"), kSongLam, "2021-01-01", kRanked, {5, 4}},
    {"LooseWithAgencyAndDate",
     loose("01", "2020-10-01", "Tỉnh ủy"),
     kSongLam,
     "2021-01-01",
     kAsserted,
     {5}},
    {"NothingSaid", Citation{}, "", "", kNone, {}},
};

INSTANTIATE_TEST_SUITE_P(Rows, ResolveTest, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(ResolveTest, NoDocumentCitesItself) {
  CitationContext citing;
  citing.key = "57/2020/QH14";
  citing.date = "2020-06-16";
  EXPECT_EQ(resolve(named("Luật", "Luật Thanh niên"), citing, kCatalogue).kind, kNone);
}

TEST(CompletedTest, NameTakesTheNumberOfTheDocument) {
  Citation full = named("Luật", "Luật Đất đai");
  full.number = full.key = "31/2024/QH15";
  const auto out = completed(std::vector<Citation>{full, named("Luật", "Luật đất đai")});
  EXPECT_EQ(out[1].key, "31/2024/QH15");
}

TEST(CompletedTest, NameOfTwoLawsTellsNothing) {
  const auto out = completed(std::vector<Citation>{named("Luật", "Luật Đất đai", "2013"),
                                                   named("Luật", "Luật Đất đai", "2024-01-18"),
                                                   named("Luật", "Luật Đất đai")});
  EXPECT_EQ(out[2].name, "");
}

TEST(ActingContextTest, LawIsOfTheDayOfItsSubject) {
  const std::vector<Citation> all = {cited("Nghị định", "30/2020/ND-CP", "2020-03-05"),
                                     named("Luật", "Luật Đất đai")};
  Citation law = all[1];
  law.subject = 0;
  CitationContext citing;
  citing.date = "2025-01-01";
  EXPECT_EQ(resolve(law, acting_context(law, all, citing), kCatalogue).ids,
            std::vector<std::size_t>{6});
  EXPECT_EQ(acting_context(all[1], all, citing).date, "2025-01-01");
}

TEST(LawNameKeyTest, TitlesAndNamesMeet) {
  for (const char* text : {"Luật Thanh niên", "Luật 57/2020/QH14 Luật Thanh niên",
                           "LUẬT 57/2020/QH14 THANH NIÊN", "Luật thanh niên"}) {
    EXPECT_EQ(law_name_key("Luật", text), "luat|thanh nien") << text;
  }
  EXPECT_EQ(law_name_key("Luật", ""), "luat|");
  EXPECT_EQ(law_name_key("Luật", "Luật 57/2020/QH14"), "luat|");
}

}  // namespace
}  // namespace tracuu
