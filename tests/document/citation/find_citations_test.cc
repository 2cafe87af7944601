#include "core/document/citation/find_citations.h"

#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

// One citation on a line of its own: relation, number or name, «[part]», «@date», «%agency»,
// «from date», «by» the one that acts on it.
std::string shown(const std::vector<Citation>& citations) {
  std::string out;
  for (const Citation& citation : citations) {
    out += std::string(relation_code(citation.relation)) + ' ';
    out += citation.number.empty() ? citation.name : citation.number;
    if (!citation.part.empty()) out += " [" + citation.part + ']';
    if (!citation.from.empty()) out += " from " + citation.from;
    if (citation.subject != kNoSubject) {
      const Citation& actor = citations[citation.subject];
      out += " by " + (actor.number.empty() ? actor.name : actor.number);
    }
    out += '\n';
  }
  return out;
}

struct RelationCase {
  const char* name;
  const char* type;  // of the citing document
  const char* title;
  const char* body;
  const char* want;
};

class RelationTest : public testing::TestWithParam<RelationCase> {};

TEST_P(RelationTest, IsReadFromTheWords) {
  const RelationCase& row = GetParam();
  CitationContext context;
  context.type = row.type;
  context.title = row.title;
  context.key = "99/2026/QD-UBND";
  context.date = "2026-05-05";
  EXPECT_EQ(shown(find_citations(row.body, context)), row.want) << row.body;
}

const RelationCase kCases[] = {
    {"Recital", "Quyết định", "",
     "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn "
     "thư;\n",
     "based_on 30/2020/NĐ-CP\n"},
    {"RecitalOverLineEnds", "Quyết định", "",
     "Căn cứ Nghị định số\n30/2020/NĐ-CP ngày 05 tháng\n3 năm 2020 của Chính\nphủ;\n",
     "based_on 30/2020/NĐ-CP\n"},
    {"LawByNameWithDate", "Quyết định", "",
     "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n",
     "based_on Luật Tổ chức chính quyền địa phương\n"},
    {"AmendingLawInTheSameLine", "Quyết định", "",
     "Căn cứ Luật Bảo hiểm y tế ngày 14 tháng 11 năm 2008; Luật sửa đổi, bổ sung một số điều của "
     "Luật Bảo hiểm y tế ngày 13 tháng 6 năm 2014;\n",
     "based_on Luật Bảo hiểm y tế\n"
     "based_on Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế\n"
     "amends Luật Bảo hiểm y tế [một số điều] by Luật sửa đổi, bổ sung một số điều của Luật Bảo "
     "hiểm y tế\n"},
    {"AmendingLawInTheNextLine", "Quyết định", "",
     "Căn cứ Luật Bảo hiểm y tế ngày 14 tháng 11 năm 2008;\nLuật sửa đổi, bổ sung một số điều của "
     "Luật Bảo hiểm y tế ngày 13 tháng 6 năm 2014;\n",
     "based_on Luật Bảo hiểm y tế\n"
     "based_on Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế\n"
     "amends Luật Bảo hiểm y tế [một số điều] by Luật sửa đổi, bổ sung một số điều của Luật Bảo "
     "hiểm y tế\n"},
    {"AmendingLawOfSeveral", "Quyết định", "",
     "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Kế toán và Luật Đầu tư công số "
     "56/2024/QH15;\n",
     "based_on 56/2024/QH15\n"
     "amends Luật Kế toán [một số điều] by 56/2024/QH15\n"
     "amends Luật Đầu tư công by 56/2024/QH15\n"},
    {"RecitalWithPassive", "Nghị định", "",
     "Căn cứ Luật Chăn nuôi số 32/2018/QH14 được sửa đổi, bổ sung bởi Luật số 11/2022/QH15 và Luật "
     "số 146/2025/QH15;\n",
     "based_on 32/2018/QH14\n"
     "amends 32/2018/QH14 by 11/2022/QH15\n"
     "amends 32/2018/QH14 by 146/2025/QH15\n"
     "refers_to 11/2022/QH15\nrefers_to 146/2025/QH15\n"},
    {"PassiveBetweenTwoOthers", "Nghị định", "",
     "theo Luật số 25/2008/QH12 đã được sửa đổi, bổ sung theo Luật số 46/2014/QH13.",
     "amends 25/2008/QH12 by 46/2014/QH13\nrefers_to 46/2014/QH13\n"},
    {"TitleOfTheCitedAmends", "Thông tư", "",
     "theo Nghị định số 12/2022/NĐ-CP ngày 17 tháng 01 năm 2022 của Chính phủ sửa đổi, bổ sung một "
     "số điều của Nghị định số 28/2020/NĐ-CP.",
     "refers_to 12/2022/NĐ-CP\namends 28/2020/NĐ-CP [một số điều] by 12/2022/NĐ-CP\n"},
    {"TitleOfTheCitedGuides", "Thông tư", "",
     "Căn cứ Nghị định số 10/2018/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật Quản "
     "lý ngoại thương;\n",
     "based_on 10/2018/NĐ-CP\nguides Luật Quản lý ngoại thương [một số điều] by 10/2018/NĐ-CP\n"},
    {"DecreeDoesNotAmendTheLawInItsTitle", "Nghị quyết", "",
     "quy định tại Nghị định số 47/2011/NĐ-CP quy định chi tiết Luật Bưu chính, được sửa đổi, bổ "
     "sung bởi Nghị định số 25/2022/NĐ-CP.",
     "amends 47/2011/NĐ-CP by 25/2022/NĐ-CP\nguides Luật Bưu chính by 47/2011/NĐ-CP\n"
     "refers_to 25/2022/NĐ-CP\n"},
    {"ThisReplaces", "Quyết định", "",
     "Điều 1. A\nĐiều 2. Quyết định này có hiệu lực từ ngày 25 tháng 8 năm 2020 và thay thế Quyết "
     "định số 31/2016/QĐ-UBND ngày 20 tháng 10 năm 2016 của Ủy ban nhân dân tỉnh.\n",
     "replaces 31/2016/QĐ-UBND from 2020-08-25\n"},
    {"ThisReplacesTwo", "Quyết định", "",
     "Quyết định này thay thế Quyết định số 24/2017/QĐ-UBND ngày 15 tháng 8 năm 2017 ban hành Quy "
     "định một cửa và Quyết định số 11/2019/QĐ-UBND ngày 22 tháng 3 năm 2019 sửa đổi, bổ sung một "
     "số điều của Quyết định số 24/2017/QĐ-UBND.",
     "replaces 24/2017/QĐ-UBND\nreplaces 11/2019/QĐ-UBND\n"
     "amends 24/2017/QĐ-UBND [một số điều] by 11/2019/QĐ-UBND\n"},
    {"ListWithOneType", "Quyết định", "",
     "Quyết định này thay thế các Quyết định số 12/2018/QĐ-UBND, số 13/2018/QĐ-UBND và số "
     "14/2018/QĐ-UBND.",
     "replaces 12/2018/QĐ-UBND\nreplaces 13/2018/QĐ-UBND\nreplaces 14/2018/QĐ-UBND\n"},
    {"ReplacesAndRepeals", "Quyết định", "",
     "Quyết định này thay thế Quyết định số 12/2018/QĐ-UBND và bãi bỏ Quyết định số "
     "13/2018/QĐ-UBND.",
     "replaces 12/2018/QĐ-UBND\nrepeals 13/2018/QĐ-UBND\n"},
    {"ReplacesWithExcepted", "Thông tư", "",
     "Thông tư này thay thế Thông tư số 06/2016/TT-BYT, trừ trường hợp quy định tại Thông tư số "
     "07/2016/TT-BYT.",
     "replaces 06/2016/TT-BYT [trừ trường hợp quy định tại Thông tư số 07/2016/TT-BYT.]\n"
     "refers_to 07/2016/TT-BYT\n"},
    {"RepealsAnArticle", "Quyết định", "", "Điều 1. Bãi bỏ Điều 5 Quyết định số 12/2019/QĐ-UBND.\n",
     "repeals 12/2019/QĐ-UBND [Điều 5]\n"},
    {"RepealsPart", "Quyết định", "", "Điều 1. Bãi bỏ một phần Quyết định số 12/2019/QĐ-UBND.\n",
     "repeals 12/2019/QĐ-UBND [một phần]\n"},
    {"AnnulsInOldSpelling", "Quyết định", "",
     "Điều 1. Huỷ bỏ Quyết định số 12/QĐ-UBND ngày 01/02/2019.\n", "repeals 12/QĐ-UBND\n"},
    {"WithoutMarks", "Quyết định", "", "Điều 1. Bai bo Quyet dinh so 12/2019/QD-UBND.\n",
     "repeals 12/2019/QĐ-UBND\n"},
    {"Decomposed", "Quyết định", "",
     "Điều 1. Ba\u0303i bo\u0309 Quye\u0302\u0301t đi\u0323nh so\u0302\u0301 12/2019/QĐ-UBND.\n",
     "repeals 12/2019/QĐ-UBND\n"},
    {"AmendsAClause", "Nghị định", "",
     "Điều 1. Sửa đổi, bổ sung khoản 2 Điều 5 của Nghị định số 12/2015/NĐ-CP như sau:\n",
     "amends 12/2015/NĐ-CP [khoản 2 Điều 5]\n"},
    {"Supplements", "Nghị định", "",
     "Điều 1. Bổ sung khoản 9 vào sau khoản 8 Điều 2 Nghị định số 12/2015/NĐ-CP như sau:\n",
     "supplements 12/2015/NĐ-CP [khoản 9 vào sau khoản 8 Điều 2]\n"},
    {"WordsOnly", "Nghị định", "",
     "Điều 1. A\n2. Thay thế cụm từ “Sở A” bằng cụm từ “Sở B” tại Điều 3 Nghị định số "
     "12/2015/NĐ-CP.\n",
     "amends 12/2015/NĐ-CP [cụm từ “Sở A” bằng cụm từ “Sở B” tại Điều 3]\n"},
    {"AnnexOfADecision", "Quyết định", "",
     "Điều 1. Sửa đổi, bổ sung Bảng giá các loại đất ban hành kèm theo Quyết định số "
     "52/2019/QĐ-UBND.\n",
     "amends 52/2019/QĐ-UBND [Bảng giá các loại đất]\n"},
    {"EnactingFormula", "Nghị định", "",
     "Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 72/2015/NĐ-CP.\n"
     "Điều 1. A\n",
     "amends 72/2015/NĐ-CP [một số điều]\n"},
    {"SubjectLineOfAnAmendingDocument", "Nghị định",
     "Sửa đổi, bổ sung một số điều của Nghị định số 72/2015/NĐ-CP",
     "NGHỊ ĐỊNH\n\nSửa đổi, bổ sung một số điều của Nghị định số 72/2015/NĐ-CP\n\nĐiều 1. A\n",
     "amends 72/2015/NĐ-CP [một số điều]\n"},
    {"NameOfTheAmendingLawItself", "Luật",
     "Luật 26/2012/QH13 Sửa đổi, bổ sung một số Điều của Luật Thuế thu nhập cá nhân",
     "LUẬT\nSửa đổi, bổ sung một số Điều của Luật Thuế thu nhập cá nhân\n",
     "amends Luật Thuế thu nhập cá nhân [một số Điều]\n"},
    {"ListBehindAColon", "Thông tư", "",
     "Điều 1. Bãi bỏ các văn bản sau đây:\na) Thông tư số 11/2013/TT-BYT ngày 11 tháng 6 năm "
     "2013;\nb) Thông tư số 12/2013/TT-BYT.\n",
     "repeals 11/2013/TT-BYT\nrepeals 12/2013/TT-BYT\n"},
    {"ListWithStops", "Nghị định", "",
     "Điều 1. A\n2. Nghị định này bãi bỏ:\na) Nghị định số 187/2013/NĐ-CP.\nb) Các Điều 2, 3 Nghị "
     "định số 77/2016/NĐ-CP.\n3. Nghị định số 78/2016/NĐ-CP tiếp tục có hiệu lực.\n",
     "repeals 187/2013/NĐ-CP\nrepeals 77/2016/NĐ-CP [Điều 2, 3]\nrefers_to 78/2016/NĐ-CP\n"},
    {"SomeProvisions", "Thông tư", "", "theo một số quy định của Bộ luật Tố tụng hình sự.",
     "refers_to Bộ luật Tố tụng hình sự [một số]\n"},
    {"ExceptionIsOfThisDocumentOnly", "Luật", "",
     "Luật Kinh doanh bảo hiểm số 24/2000/QH10 đã được sửa đổi theo Luật số 61/2010/QH12 hết hiệu "
     "lực "
     "kể từ ngày Luật này có hiệu lực, trừ trường hợp sau đây:",
     "replaces 24/2000/QH10 [trừ trường hợp sau đây:]\namends 24/2000/QH10 by 61/2010/QH12\n"
     "refers_to 61/2010/QH12\n"},
    {"MannerIsNoPart", "Nghị định", "",
     "đã được sửa đổi, bổ sung một số điều theo Luật số 90/2015/QH13.", "refers_to 90/2015/QH13\n"},
    {"ImplementingAmongArticlesIsNoTie", "Nghị định", "",
     "Điều 1. Kinh phí\nBố trí kinh phí thực hiện Pháp lệnh Ngoại hối.\n",
     "refers_to Pháp lệnh Ngoại hối\n"},
    {"ConsolidatesWithoutANumberedList", "Văn bản hợp nhất", "",
     "Thông tư số 07/2023/TT-BYT ngày 28 tháng 8 năm 2023 về A, được sửa đổi, bổ sung bởi:\nThông "
     "tư "
     "số 10/2024/TT-BYT ngày 25 tháng 10 năm 2024.\n",
     "consolidates 07/2023/TT-BYT\namends 07/2023/TT-BYT by 10/2024/TT-BYT\n"
     "consolidates 10/2024/TT-BYT\n"},
    {"PartWithinAJoinIsNoJoin", "Kế hoạch", "",
     "Tổ chức thực hiện Quyết định số 19/2014/QĐ-TTg, được quy định tại các khoản 3 và 4 Điều 12 "
     "Quyết "
     "định số 20/2014/QĐ-TTg.",
     "implements 19/2014/QĐ-TTg\nrefers_to 20/2014/QĐ-TTg [khoản 3 và 4 Điều 12]\n"},
    {"PreventingIsNoException", "Thông tư", "",
     "Điều 1. Bãi bỏ Thông tư số 108/2006/TT-BTC hướng dẫn phòng, trừ dịch rầy nâu.\n",
     "repeals 108/2006/TT-BTC\n"},
    {"ListBehindTheEnd", "Thông tư", "",
     "Điều 1. A\nĐiều 9. B\n1. Các văn bản sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu "
     "lực:\na) Thông tư số 11/2013/TT-BYT;\nb) Quyết định số 12/2003/QĐ-BYT.\n",
     "replaces 11/2013/TT-BYT\nrepeals 12/2003/QĐ-BYT\n"},
    {"EndsWithThis", "Quyết định", "",
     "Quyết định số 12/2019/QĐ-UBND ngày 01 tháng 3 năm 2019 hết hiệu lực kể từ ngày Quyết định "
     "này "
     "có hiệu lực thi hành.",
     "replaces 12/2019/QĐ-UBND\n"},
    {"EndsFromTheDayOfThis", "Quyết định", "",
     "Kể từ ngày Quyết định này có hiệu lực thi hành, Quyết định số 12/2019/QĐ-UBND hết hiệu lực.",
     "replaces 12/2019/QĐ-UBND\n"},
    {"EndsInPart", "Quyết định", "",
     "Khoản 3 Điều 5 Quyết định số 12/2019/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu "
     "lực.",
     "repeals 12/2019/QĐ-UBND [Khoản 3 Điều 5]\n"},
    {"EndsForAnotherReason", "Quyết định", "",
     "Quyết định số 12/2019/QĐ-UBND hết hiệu lực kể từ ngày 01 tháng 01 năm 2020.",
     "refers_to 12/2019/QĐ-UBND\n"},
    {"PassiveByThis", "Quyết định", "",
     "Quyết định số 12/2019/QĐ-UBND được thay thế bởi Quyết định này.",
     "replaces 12/2019/QĐ-UBND\n"},
    {"Suspends", "Quyết định", "",
     "Điều 1. Đình chỉ việc thi hành Quyết định số 12/QĐ-UBND của Ủy ban nhân dân huyện A.\n",
     "suspends 12/QĐ-UBND\n"},
    {"Pauses", "Thông tư", "",
     "Điều 1. Ngưng hiệu lực thi hành Thông tư số 11/2013/TT-BYT từ ngày 01 tháng 7 năm 2025.\n",
     "pauses 11/2013/TT-BYT from 2025-07-01\n"},
    {"Corrects", "Quyết định", "",
     "Điều 1. Đính chính khoản 1 Điều 2 Thông tư số 11/2013/TT-BYT như sau:\n",
     "corrects 11/2013/TT-BYT [khoản 1 Điều 2]\n"},
    {"Guides", "Thông tư", "",
     "Điều 1. Phạm vi\nThông tư này hướng dẫn thi hành một số điều của Nghị định số "
     "10/2018/NĐ-CP.\n",
     "guides 10/2018/NĐ-CP [một số điều]\n"},
    {"Implements", "Kế hoạch", "",
     "Thực hiện Nghị quyết số 05-NQ/TU ngày 28 tháng 12 năm 2020 của Ban Chấp hành Đảng bộ tỉnh,",
     "implements 05-NQ/TU\n"},
    {"Consolidates", "Văn bản hợp nhất", "",
     "Thông tư số 05/2015/TT-BYT ngày 17 tháng 3 năm 2015 ban hành Danh mục, có hiệu lực kể từ "
     "ngày "
     "01 tháng 5 năm 2015, được sửa đổi, bổ sung bởi:\n1. Thông tư số 50/2017/TT-BYT ngày 29 tháng "
     "12 năm 2017.\nCăn cứ Luật Dược;\n",
     "consolidates 05/2015/TT-BYT\namends 05/2015/TT-BYT by 50/2017/TT-BYT\n"
     "consolidates 50/2017/TT-BYT\nbased_on Luật Dược\n"},
    {"ConsolidatedTextSpeaksOfAnother", "Văn bản hợp nhất", "",
     "Căn cứ A;\nĐiều 9. Thông tư này thay thế Thông tư số 11/2013/TT-BYT.\n",
     "refers_to 11/2013/TT-BYT\n"},
    {"Footnote", "Văn bản hợp nhất", "",
     "Điều 1. A\n3 Điều này được sửa đổi theo khoản 2 Điều 9 của Thông tư số 12/2024/TT-BYT, có "
     "hiệu "
     "lực từ ngày 29 tháng 12 năm 2024.\n",
     "refers_to 12/2024/TT-BYT [khoản 2 Điều 9]\n"},
    {"QuotedTextOnlyRefers", "Nghị định", "",
     "Điều 1. Sửa đổi Điều 5 Nghị định số 12/2015/NĐ-CP như sau:\n“Điều 5. Hiệu lực\nNghị định này "
     "thay thế Nghị định số 11/2010/NĐ-CP.”\n",
     "amends 12/2015/NĐ-CP [Điều 5]\nrefers_to 11/2010/NĐ-CP\n"},
    {"TaskOfAPlan", "Kế hoạch", "", "1. Sửa đổi, bổ sung Quyết định số 08/2022/QĐ-UBND.\n",
     "refers_to 08/2022/QĐ-UBND\n"},
    {"TaskOfAnAgency", "Nghị quyết", "",
     "Điều 1. A\nBộ Tài chính trình Chính phủ ban hành Nghị định sửa đổi, bổ sung Nghị định số "
     "12/2015/NĐ-CP.\n",
     "refers_to 12/2015/NĐ-CP\n"},
    {"NoneChangesWhatStandsAbove", "Quyết định", "",
     "Điều 1. Sửa đổi, bổ sung Nghị định số 12/2015/NĐ-CP.\n", "refers_to 12/2015/NĐ-CP\n"},
    {"NoneChangesWhatIsLater", "Quyết định", "",
     "Điều 1. Bãi bỏ Quyết định số 12/2027/QĐ-UBND ngày 01 tháng 02 năm 2027.\n",
     "refers_to 12/2027/QĐ-UBND\n"},
    {"OtherObjectOfTheVerb", "Nghị định", "",
     "Điều 1. A\nThay thế thiết bị cũ theo Nghị định số 12/2015/NĐ-CP.\n",
     "refers_to 12/2015/NĐ-CP\n"},
    {"EffectClauseIsNoDeed", "Nghị định", "", "Kể từ ngày có hiệu lực thi hành Luật Đầu tư công.",
     "refers_to Luật Đầu tư công\n"},
    {"PartOfAReference", "Nghị định", "",
     "theo quy định tại điểm a khoản 2 Điều 5 Thông tư số 22/2020/TT-BTC.",
     "refers_to 22/2020/TT-BTC [điểm a khoản 2 Điều 5]\n"},
    {"OwnNumberIsNoCitation", "Quyết định", "",
     "Số: 99/2026/QĐ-UBND\nVề Quyết định số "
     "98/2026/QĐ-UBND",
     "refers_to 98/2026/QĐ-UBND\n"},
    {"LawsOfAHeadingInCapitals", "Nghị quyết", "",
     "DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT ĐƯỢC ĐỀ XUẤT", ""},
};

INSTANTIATE_TEST_SUITE_P(Rows, RelationTest, testing::ValuesIn(kCases),
                         [](const auto& row) { return std::string(row.param.name); });

struct FieldCase {
  const char* name;
  const char* text;
  const char* type;
  const char* number;
  const char* key;
  const char* date;
  const char* agency;
  const char* law;
  const char* span;
};

class FieldTest : public testing::TestWithParam<FieldCase> {};

TEST_P(FieldTest, IsReadAsWritten) {
  const FieldCase& row = GetParam();
  const std::string text = row.text;
  const auto found = find_citations(text, {});
  ASSERT_EQ(found.size(), 1U) << shown(found);
  const Citation& citation = found.front();
  EXPECT_EQ(citation.type, row.type);
  EXPECT_EQ(citation.number, row.number);
  EXPECT_EQ(citation.key, row.key);
  EXPECT_EQ(citation.date, row.date);
  EXPECT_EQ(citation.agency, row.agency);
  EXPECT_EQ(citation.name, row.law);
  EXPECT_EQ(text.substr(citation.offset, citation.length), row.span);
}

const FieldCase kFields[] = {
    {"Whole", "theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về văn thư",
     "Nghị định", "30/2020/NĐ-CP", "30/2020/ND-CP", "2020-03-05", "Chính phủ", "",
     "Nghị định số 30/2020/NĐ-CP"},
    {"WithoutSo", "theo Thông tư 22/2020/TT-BTC", "Thông tư", "22/2020/TT-BTC", "22/2020/TT-BTC",
     "", "", "", "Thông tư 22/2020/TT-BTC"},
    {"NumberAlone", "theo 22/2020/TT-BTC", "", "22/2020/TT-BTC", "22/2020/TT-BTC", "", "", "",
     "22/2020/TT-BTC"},
    {"LawWithNumber", "theo Luật Đầu tư số 61/2020/QH14,", "Luật", "61/2020/QH14", "61/2020/QH14",
     "", "", "Luật Đầu tư", "Luật Đầu tư số 61/2020/QH14"},
    {"LongestName", "theo Luật Hôn nhân và gia đình và các văn bản", "Luật", "", "", "", "",
     "Luật Hôn nhân và gia đình", "Luật Hôn nhân và gia đình"},
    {"UnknownNameWithDate", "theo Luật Vũ trụ và không gian ngày 01 tháng 7 năm 2025", "Luật", "",
     "", "2025-07-01", "", "Luật Vũ trụ và không gian", "Luật Vũ trụ và không gian"},
    {"LawOfAYear", "theo Luật Đất đai năm 2013 thì", "Luật", "", "", "2013", "", "Luật Đất đai",
     "Luật Đất đai"},
    {"Code", "theo Bộ luật Dân sự.", "Bộ luật", "", "", "", "", "Bộ luật Dân sự", "Bộ luật Dân sự"},
    {"Minister",
     "Thông tư số 12/2024/TT-BLĐTBXH của Bộ trưởng Bộ Lao động - Thương binh và Xã hội quy định",
     "Thông tư", "12/2024/TT-BLĐTBXH", "12/2024/TT-BLDTBXH", "",
     "Bộ trưởng Bộ Lao động - Thương binh và Xã hội", "", "Thông tư số 12/2024/TT-BLĐTBXH"},
    {"Province", "Quyết định số 15/QĐ-UBND của Ủy ban nhân dân tỉnh Sông Lam về", "Quyết định",
     "15/QĐ-UBND", "15/QD-UBND", "", "Ủy ban nhân dân tỉnh Sông Lam", "",
     "Quyết định số 15/QĐ-UBND"},
    {"ProvinceWithoutName", "Quyết định số 15/QĐ-UBND của Ủy ban nhân dân tỉnh ban hành Quy chế",
     "Quyết định", "15/QĐ-UBND", "15/QD-UBND", "", "Ủy ban nhân dân tỉnh", "",
     "Quyết định số 15/QĐ-UBND"},
    {"AgencyBeforeDate", "Nghị định số 15/2020/NĐ-CP của Chính phủ ngày 03/02/2020", "Nghị định",
     "15/2020/NĐ-CP", "15/2020/ND-CP", "2020-02-03", "Chính phủ", "", "Nghị định số 15/2020/NĐ-CP"},
    {"Loose", "Nghị quyết 01 của Ban Chấp hành Đảng bộ tỉnh về", "Nghị quyết", "01", "", "",
     "Ban Chấp hành Đảng bộ tỉnh", "", "Nghị quyết 01"},
    {"LooseWithDate", "Chỉ thị số 05 ngày 15/5/2016", "Chỉ thị", "05", "", "2016-05-15", "", "",
     "Chỉ thị số 05"},
    {"IssuerBeforeNumber", "theo Nghị định của Chính phủ số 91/CP ngày 17/8/1994", "Nghị định",
     "91-CP", "91-CP", "1994-08-17", "", "", "Nghị định của Chính phủ số 91/CP"},
    {"LineEndInNumber", "Thông tư số 08/2023/TT-\nBYT ngày 29 tháng 8 năm 2023", "Thông tư",
     "08/2023/TT-BYT", "8/2023/TT-BYT", "2023-08-29", "", "", "Thông tư số 08/2023/TT-\nBYT"},
};

INSTANTIATE_TEST_SUITE_P(Rows, FieldTest, testing::ValuesIn(kFields),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(FindCitationsTest, LooksLikeACitationButIsNone) {
  for (const char* text :
       {"Quyết định 5 triệu đồng", "khoản 2 Điều 5", "Luật sư Nguyễn Văn A", "Luật này có hiệu lực",
        "ngày 12/4/2021", "TCVN 6909:2001", "Nghị quyết 5 điểm", "pháp luật về đất đai"}) {
    EXPECT_TRUE(find_citations(text, {}).empty()) << text;
  }
}

TEST(FindCitationsTest, NewsChangesNothing) {
  CitationContext context;
  context.is_news = true;
  const auto found = find_citations(
      "Điều 1. Bãi bỏ Quyết định số 12/2019/QĐ-UBND.\nQuyết định này thay thế Quyết định số "
      "13/2019/QĐ-UBND. Luật số 25/2008/QH12 được sửa đổi theo Luật số 46/2014/QH13. Triển khai "
      "thực hiện Chỉ thị số 05/CT-TTg.",
      context);
  EXPECT_EQ(shown(found),
            "refers_to 12/2019/QĐ-UBND\nrefers_to 13/2019/QĐ-UBND\n"
            "refers_to 25/2008/QH12\nrefers_to 46/2014/QH13\nimplements 05/CT-TTg\n");
}

TEST(FindCitationsTest, SentenceIsTheOneAround) {
  const std::string body =
      "Điều 1. Đầu tiên.\nĐiều 2. Theo Thông tư số 22/2020/TT-BTC\nthì được. Câu sau.";
  const auto found = find_citations(body, {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(body.substr(found[0].sentence_offset, found[0].sentence_length),
            "Điều 2. Theo Thông tư số 22/2020/TT-BTC\nthì được.");
}

// Spans lie within the body and subjects within the list, whatever the text.
void expect_sound(const std::string& body) {
  const auto found =
      find_citations(body, {"1/2020/QD-UBND", "Quyết định", "", "2020-01-01", "", {}});
  for (const Citation& citation : found) {
    EXPECT_LE(citation.offset + citation.length, body.size());
    EXPECT_LE(citation.sentence_offset + citation.sentence_length, body.size());
    EXPECT_LE(citation.sentence_offset, citation.offset);
    EXPECT_TRUE(citation.subject == kNoSubject || citation.subject < found.size());
  }
}

TEST(FindCitationsTest, HostileTextIsReadInLinearTime) {
  constexpr std::size_t kMegabyte = 1 << 20;
  constexpr double kMaxSeconds = 10;  // a sanitizer's build included; a quadratic pass takes hours
  for (const char* piece :
       {"“", "”", "(", "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư, ",
        "Nghị định số 1/2020/NĐ-CP ", "1/2020/NĐ-CP, ", "Luật ", "sửa đổi, ", "của ", "ngày ", "\n",
        "a) ", "được sửa đổi theo ", "Điều 1. Bãi bỏ ", "\xE2\x80", "\xFF", "1", "Quyết định 1 "}) {
    std::string body;
    while (body.size() < kMegabyte) body += piece;
    const auto start = std::chrono::steady_clock::now();
    expect_sound(body);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    EXPECT_LT(time.count(), kMaxSeconds) << piece;
  }
}

TEST(FindCitationsTest, EveryPrefixOfATextIsSound) {
  const std::string body =
      "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Kế toán và Luật Đầu tư ngày 01 tháng 7 "
      "năm "
      "2020;\nĐiều 1. Sửa đổi “khoản 2” (Điều 5) Nghị định số 12/2015/NĐ-CP được sửa đổi bởi Nghị "
      "định số 13/2016/NĐ-CP, trừ các khoản:\na) Nghị quyết 01 của Ban Chấp hành Đảng bộ tỉnh;\n";
  for (std::size_t length = 0; length <= body.size(); ++length) {
    expect_sound(body.substr(0, length));
  }
}

}  // namespace
}  // namespace tracuu
