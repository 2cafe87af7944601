#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/typing/raw_typing.h"

namespace tracuu::text {
namespace {

struct Reading {
  std::optional<InputMethod> method;
  std::string shown;  // tokens as they are to be searched, '~' before ambiguous ones
};

Reading read(const std::string& query) {
  std::istringstream stream(query);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  const std::vector<std::string_view> tokens(words.begin(), words.end());
  const RawReading reading = read_raw_typing(tokens);
  Reading result{.method = reading.method, .shown = {}};
  EXPECT_EQ(reading.tokens.size(), reading.method ? tokens.size() : 0);
  for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
    if (i > 0) result.shown += ' ';
    const RawToken& token = reading.tokens[i];
    if (token.ambiguous) result.shown += '~';
    result.shown += token.text.empty() ? words[i] : token.text;
  }
  return result;
}

struct RawQuery {
  InputMethod method;
  const char* query;
  const char* shown;
};

const RawQuery kRaw[] = {
    {InputMethod::kTelex, "quyeets", "quyết"},
    {InputMethod::kTelex, "nghij quyeest chuyeern ddooir soos", "nghị quyết chuyển đổi số"},
    {InputMethod::kTelex, "NGHIJ QUYEETS", "NGHỊ QUYẾT"},
    {InputMethod::kTelex, "\"nghij quyeets\" chinhs phur,", "\"nghị quyết\" chính phủ,"},
    {InputMethod::kTelex, "coong boos too test his cos", "công bố ~tô ~tét ~hí ~có"},
    {InputMethod::kTelex, "quyeets ddinhj 749/QD-TTg cuar KT-XH TT01 mic.gov.vn a@b.vn",
     "quyết định 749/QD-TTg của KT-XH TT01 mic.gov.vn a@b.vn"},
    {InputMethod::kTelex, "maatj khaaur data for loss", "mật khẩu data for loss"},
    {InputMethod::kTelex, "banr tin thoong tin", "bản tin thông tin"},
    {InputMethod::kTelex, "nghij quyeets GAS", "nghị quyết ~GÁ"},
    {InputMethod::kVni, "nghi5", "nghị"},
    {InputMethod::kVni, "nghi5 quye6t1 chuye6n3 d9o6i3 so61", "nghị quyết chuyển đổi số"},
    {InputMethod::kVni, "quyet16 d9inh5 khoan2 quy4", "quyết định ~khoàn ~quỹ"},
    {InputMethod::kVni, "bo6 phim2 A4 tet2016 d9ep5", "bô ~phìm ~Ã tet2016 đẹp"},
    {InputMethod::kViqr, "nghi. quye^'t Tha'i Nguye^n", "~nghị quyết ~Thái Nguyên"},
    {InputMethod::kViqr, "ddo^?i mo+'i", "đổi mới"},
};

TEST(RawReadingTest, ReadsRawQueries) {
  for (const RawQuery& row : kRaw) {
    const Reading reading = read(row.query);
    EXPECT_EQ(reading.method, row.method) << row.query;
    EXPECT_EQ(reading.shown, row.shown);
  }
}

TEST(RawReadingTest, LeavesOtherQueriesAsTyped) {
  for (const char* query : {"",
                            "nghi quyet chuyen doi so",
                            "ban tin",
                            "thong tin",
                            "nghị quyết chuyển đổi số",
                            "nghị quyeets",  // the input method was on
                            "data for loss",
                            "test",
                            "car box",
                            "taxi noi bai",
                            "cos",
                            "too",
                            "u23 viet nam vao",
                            "khoan2",
                            "khoan2 dieu3",
                            "khoa1 quy4 ban2",
                            "QD1",
                            "TT01",
                            "749/QD-TTg",
                            "KT-XH",
                            "A4",
                            "covid19",
                            "iphone6",
                            "tet2016",
                            "hoi? dap.",
                            "so. nha",
                            "H'Mong",
                            "it's",
                            "mic.gov.vn",
                            "https://mic.gov.vn/nghij",
                            "abc@gov.vn",
                            "room len 100%",
                            "a star is born",
                            "\xff\xfe",
                            "-",
                            "[]"}) {
    EXPECT_FALSE(read(query).method) << query;
  }
}

TEST(RawReadingTest, LongQueriesAreLinear) {
  const std::vector<std::string_view> tokens(100'000, "nghij");
  EXPECT_EQ(read_raw_typing(tokens).tokens.size(), tokens.size());
}

}  // namespace
}  // namespace tracuu::text
