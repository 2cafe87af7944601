#include "core/document/entities/topics.h"

#include <string>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

std::string shown(const std::vector<std::string>& topics) {
  std::string out;
  for (const std::string& topic : topics) out += (out.empty() ? "" : "; ") + topic;
  return out;
}

// The sentence three times: what recurs.
std::string thrice(const std::string& text) {
  return text + ". " + text + ". " + text + ".";
}

struct TopicCase {
  const char* name;
  const char* title;
  const char* body;
  const char* want;
};

const TopicCase kCases[] = {
    {"Whole", "Kế hoạch thực hiện chuyển đổi số năm 2021", "về chuyển đổi số", "chuyển đổi số"},
    {"NoPartOfIt", "Về đổi số", "chuyển đổi số", ""},
    {"Longer", "Luật Bảo hiểm y tế", "thẻ và bảo hiểm y tế", "bảo hiểm y tế"},
    {"Capitals", "BẢO HIỂM Y TẾ", "bảo hiểm y tế", "bảo hiểm y tế"},
    {"Formula", "Về việc ban hành quy định", "về việc ban hành quy định", ""},
    {"TooGeneral", "Báo cáo hoạt động", "hoạt động", ""},
    {"NotInTheTitle", "Thông báo", "cải cách hành chính", ""},
    {"NotInTheBody", "Cải cách hành chính", "x", ""},
    {"NotAcrossPunctuation", "Sốt, xuất huyết", "sốt xuất huyết", ""},
    {"Place", "Mưa ở Thái Nguyên", "Thái Nguyên", ""},
    {"NameWithin", "Cao tốc Bắc Nam", "cao tốc Bắc và cao tốc Trung", "cao tốc"},
    {"NumberBehindTheWord", "Bảo hiểm xã hội số 41", "bảo hiểm xã hội số 41", "bảo hiểm xã hội"},
    {"WordWithFunctionSyllable", "Giới thiệu việc làm", "có giới thiệu việc làm",
     "giới thiệu việc làm"},
    {"Two", "Khiếu nại, tố cáo", "khiếu nại và tố cáo", "khiếu nại; tố cáo"},
    {"Decomposed", "Chuye\u0302\u0309n đo\u0302\u0309i so\u0302\u0301", "chuyển đổi số",
     "chuyển đổi số"},
    {"Empty", "", "", ""},
};

class TopicsTest : public testing::TestWithParam<TopicCase> {};

TEST_P(TopicsTest, FindsWholePhrases) {
  EXPECT_EQ(shown(find_topics(GetParam().title, thrice(GetParam().body))), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, TopicsTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(TopicsTest, HostileTitlesAreBounded) {
  std::string title;
  for (int i = 0; i < 100'000; ++i) title += "tính toán ";
  EXPECT_LE(find_topics(title, title).size(), kMaxTopics);
}

}  // namespace
}  // namespace tracuu
