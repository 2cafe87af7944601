// Queries and what the dictionary finds in them, with a small dictionary of the table's own.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/dictionary/shown.h"

namespace tracuu {
namespace {

using testing::ElementsAreArray;

constexpr DictionaryFiles kFiles{
    .abbreviations =
        "UBND\tỦy ban nhân dân\n"
        "HĐND\tHội đồng nhân dân\n"
        "HĐ\thợp đồng\t\texpand\nHD\thướng dẫn\t\texpand\n"
        "TT&TT\tThông tin và Truyền thông\nTTTT\tThông tin và Truyền thông\n"
        "KT-XH\tkinh tế - xã hội\n"
        "CT-XH\tchính trị - xã hội\nCTXH\tcông tác xã hội\n"
        "QP-AN\tquốc phòng - an ninh\n"
        "CĐS\tchuyển đổi số\nBCĐ\tBan Chỉ đạo\n"
        "CTr\tchương trình\t\texpand\nCTR\tchất thải rắn\n"
        "CT\tchỉ thị\t\texpand\nCT\tchương trình\t\texpand\nCT\tchủ tịch\t\texpand\n"
        "CT MTQG\tchương trình mục tiêu quốc gia\n"
        "BCH\tBan Chấp hành\nBCH\tBan Chỉ huy\n"
        "AI\ttrí tuệ nhân tạo\n"
        "TW\tTrung ương\nTƯ\tTrung ương\t\texpand\n"
        "TU\tTỉnh ủy\t\texpand\nTU\tThành ủy\t\texpand\n"
        "KH\tkế hoạch\t\texpand\nTHE\ttrung học\t\texpand\n"
        "TT\tthông tư\t\texpand\nTT\ttrung tâm\t\texpand\n"
        "VN\tViệt Nam\n"
        "CCCD\tcăn cước công dân\n",
    .synonyms =
        "same\tcăn cước công dân; thẻ căn cước\n"
        "narrow\tỦy ban nhân dân; ủy ban\n"
        "narrow\tcăn cước công dân; căn cước\n"
        "not\tchuyển đổi số; số hóa\n"
        "same\tchuyển đổi số; hiện đại hóa bằng số\n"
        "same\tsố hóa; hiện đại hóa bằng số\n"
        "not\tbổ nhiệm; bổ nhiệm lại\nsame\tbổ nhiệm; cử giữ chức\n"
        "same\tkỹ thuật viên; thợ máy\n"
        "same\tphí; tiền nộp\n",
    .place_names =
        "same\tĐắk Lắk; Đăk Lăk; Daklak\nsame\tBắc Kạn; Bắc Cạn\n"
        "same\tThành phố Hồ Chí Minh; TP.HCM\n"};

struct Row {
  std::string_view query;
  std::vector<std::string> found;
};

const Row kRows[] = {
    // Abbreviations in capitals, without their marks, in small letters.
    {"UBND tỉnh", {"UBND=Ủy ban nhân dân|ủy ban*"}},
    {"ubnd tinh", {"ubnd=Ủy ban nhân dân|ủy ban*"}},
    {"Ubnd", {"Ubnd=Ủy ban nhân dân|ủy ban*"}},
    {"HDND", {"HDND=Hội đồng nhân dân"}},
    {"hdnd va ubnd", {"hdnd=Hội đồng nhân dân", "ubnd=Ủy ban nhân dân|ủy ban*"}},
    {"UBND;HĐND", {"UBND=Ủy ban nhân dân|ủy ban*", "HĐND=Hội đồng nhân dân"}},
    {"CDS", {"CDS=chuyển đổi số|hiện đại hóa bằng số"}},
    // Đ as typed beats the toneless spelling.
    {"HĐ", {"HĐ=hợp đồng"}},
    {"HD", {"HD=hướng dẫn"}},
    {"TƯ", {"TƯ=Trung ương|TW"}},
    {"TU", {"TU?Tỉnh ủy|Thành ủy"}},
    // Joiners: the same parts first, then the same letters.
    {"TT&TT", {"TT&TT=Thông tin và Truyền thông|TTTT"}},
    {"TT & TT", {"TT & TT=Thông tin và Truyền thông|TTTT"}},
    {"TTTT", {"TTTT=Thông tin và Truyền thông|TT&TT"}},
    {"KTXH", {"KTXH=kinh tế - xã hội"}},
    {"KT XH", {"KT XH=kinh tế - xã hội"}},
    {"kt-xh", {"kt-xh=kinh tế - xã hội"}},
    {"kt xh", {"kt xh=kinh tế - xã hội"}},
    {"CT XH", {"CT XH=chính trị - xã hội"}},
    {"CTXH", {"CTXH=công tác xã hội"}},
    {"qp-an", {"qp-an=quốc phòng - an ninh"}},
    {"T.Ư", {"T.Ư=Trung ương|TW"}},
    {"Công ty T&T", {}},
    {"trang mic.gov.vn", {}},
    // Case tells two abbreviations apart; without it both are shown.
    {"CTr 05", {"CTr=chương trình"}},
    {"CTR", {"CTR=chất thải rắn"}},
    {"ctr", {"ctr?chương trình|chất thải rắn"}},
    // Ambiguity is shown, and settled by the words beside.
    {"CT số 5", {"CT?chỉ thị|chương trình|chủ tịch"}},
    {"CT MTQG", {"CT MTQG=chương trình mục tiêu quốc gia"}},
    {"ct mtqg", {"ct mtqg=chương trình mục tiêu quốc gia"}},
    {"BCH", {"BCH?Ban Chấp hành|Ban Chỉ huy"}},
    {"ban chấp hành", {"ban chấp hành=BCH*"}},
    // Syllables are words: in small letters and in a title in capitals.
    {"AI viết báo", {"AI=trí tuệ nhân tạo"}},
    {"ai viết báo", {}},
    {"AI LÀ TRIỆU PHÚ", {}},
    {"the", {}},
    {"THE", {"THE=trung học"}},
    {"BAN CHỈ ĐẠO CĐS", {"BAN CHỈ ĐẠO=BCĐ", "CĐS=chuyển đổi số|hiện đại hóa bằng số"}},
    {"tư pháp", {}},
    // Document numbers are left alone.
    {"37/KH-UBND", {}},
    {"12-NQ/TW", {}},
    {"KH của UBND", {"KH=kế hoạch", "UBND=Ủy ban nhân dân|ủy ban*"}},
    // Words to abbreviation, in any case, style of tone marks and punctuation.
    {"Uỷ ban nhân dân", {"Uỷ ban nhân dân=UBND|ủy ban*"}},
    {"uy ban nhan dan", {"uy ban nhan dan=UBND|ủy ban*"}},
    {"kinh tế, xã hội", {"kinh tế, xã hội=KT-XH"}},
    {"KINH TẾ - XÃ HỘI", {"KINH TẾ - XÃ HỘI=KT-XH"}},
    {"kinh tế; xã hội", {}},
    {"\"kinh tế\" xã hội", {}},
    {"kinh tế\nxã hội", {}},
    {"kế hoạch", {}},                                // KH stands in every number: expand
    {"trí tuệ nhân tạo", {"trí tuệ nhân tạo=AI*"}},  // "ai" is a word too
    {"trung ương", {"trung ương=TW"}},
    // A mark typed is respected; marks elsewhere mean that none is missing here.
    {"kinh tê xa hoi", {}},
    {"trung uong", {"trung uong=TW"}},
    {"thẻ của trung uong", {}},
    {"kĩ thuật viên", {"kĩ thuật viên=thợ máy"}},
    // A term of one syllable needs a mark or a capital.
    {"phí", {"phí=tiền nộp"}},
    {"phi", {}},
    {"Phi", {"Phi=tiền nộp"}},
    {"tiền nộp", {"tiền nộp=phí"}},
    // Two steps: the abbreviation of a synonym. Narrow goes one way.
    {"thẻ căn cước", {"thẻ căn cước=căn cước công dân|CCCD|căn cước*"}},
    {"CCCD", {"CCCD=căn cước công dân|thẻ căn cước|căn cước*"}},
    {"ủy ban", {}},
    {"căn cước", {}},
    // `not`: never, though "hiện đại hóa bằng số" is the same as both.
    {"chuyển đổi số", {"chuyển đổi số=hiện đại hóa bằng số|CĐS"}},
    {"số hóa", {"số hóa=hiện đại hóa bằng số"}},
    {"bổ nhiệm", {"bổ nhiệm=cử giữ chức"}},
    {"bổ nhiệm lại", {}},
    // Place names.
    {"Đắk Lắk", {"Đắk Lắk=Đăk Lăk|Daklak"}},
    // Without marks the first spelling is meant, which the words find as they are.
    {"dak lak", {"dak lak=Đăk Lăk|Daklak"}},
    {"daklak", {"daklak=Đắk Lắk|Đăk Lăk"}},
    {"Bắc Cạn", {"Bắc Cạn=Bắc Kạn"}},
    {"TP.HCM", {"TP.HCM=Thành phố Hồ Chí Minh"}},
    {"tp hcm", {"tp hcm=Thành phố Hồ Chí Minh"}},
    {"TP. HCM", {"TP. HCM=Thành phố Hồ Chí Minh"}},
    // Look-alikes of Đ, decomposed letters, nothing at all.
    {"H\u00D0ND", {"H\u00D0ND=Hội đồng nhân dân"}},
    {"Bắc Ca\u0323n", {"Bắc Ca\u0323n=Bắc Kạn"}},
    {"", {}},
    {"- , /", {}},
};

TEST(DictionaryFindTest, TableOfQueries) {
  const Dictionary dictionary(kFiles);
  ASSERT_TRUE(dictionary.warnings().empty());
  for (const Row& row : kRows) {
    EXPECT_THAT(shown(dictionary, row.query), ElementsAreArray(row.found)) << row.query;
  }
}

TEST(DictionaryFindTest, KindsSayWhatWasReplaced) {
  const Dictionary dictionary(kFiles);
  const auto kind_of = [&](std::string_view query) {
    text::Analysis analysis;
    text::Analyzer().analyze(query, analysis);
    return dictionary.find(dictionary_words(query, analysis)).at(0).alternatives.at(0).kind;
  };
  EXPECT_EQ(kind_of("HĐND"), AlternativeKind::kExpansion);
  EXPECT_EQ(kind_of("hội đồng nhân dân"), AlternativeKind::kAbbreviation);
  EXPECT_EQ(kind_of("thẻ căn cước"), AlternativeKind::kSynonym);
  EXPECT_EQ(kind_of("Bắc Kạn"), AlternativeKind::kPlace);
}

TEST(DictionaryFindTest, ExpansionsAndAlternativesAreBounded) {
  std::string group = "same\t";
  for (std::size_t i = 0; i < kMaxTermsOfGroup; ++i) group += "từ số " + std::to_string(i) + ";";
  const Dictionary dictionary({.abbreviations = "", .synonyms = group, .place_names = ""});
  std::string query;
  for (int i = 0; i < 100; ++i) query += "từ số 3, ";
  text::Analysis analysis;
  text::Analyzer().analyze(query, analysis);
  const auto found = dictionary.find(dictionary_words(query, analysis));
  ASSERT_EQ(found.size(), kMaxQueryExpansions);
  EXPECT_EQ(found.back().alternatives.size(), std::size_t{8});
}

}  // namespace
}  // namespace tracuu
