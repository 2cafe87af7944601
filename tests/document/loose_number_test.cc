// Numbers said without their symbol.

#include "core/document/loose_number.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

// "Quyết định|749|2020" or, for a whole number, its canonical form; joined by "; ".
std::string shown(std::string_view query) {
  std::string out;
  for (const LooseNumber& number : find_loose_numbers(query)) {
    if (!out.empty()) out += "; ";
    out += number.whole ? number.whole->canonical
                        : number.type + "|" + number.sequence + "|" + std::to_string(number.year);
  }
  return out;
}

TEST(LooseNumber, Table) {
  struct Row {
    const char* query;
    const char* expected;
  };
  static constexpr Row kRows[] = {
      {"quyết định 749 năm 2020", "Quyết định|749|2020"},
      {"quyet dinh so 749 nam 2020", "Quyết định|749|2020"},
      {"QĐ 749", "Quyết định|749|0"},
      {"qd749", "Quyết định|749|0"},
      {"qđ 749/2020", "Quyết định|749|2020"},
      {"QĐ 749 TTg", "749/QĐ-TTg"},
      {"qd 749 ttg", "749/QĐ-TTg"},
      {"nđ 15/2020", "Nghị định|15|2020"},
      {"khoản 2 điều 5 nđ 15/2020", "Nghị định|15|2020"},
      {"nghị quyết 01 của HĐND tỉnh", "Nghị quyết|01|0"},
      {"quyết định số 12 phê duyệt đề án", "Quyết định|12|0"},
      {"quyết định 12 về phân bổ vốn, nghị quyết 5", "Quyết định|12|0; Nghị quyết|5|0"},
      {"quyết định 749 ngày 3/6/2020", "Quyết định|749|0"},
      // No numbers: lengths of time, years, parts of something, whole numbers.
      {"kế hoạch 5 năm", ""},
      {"ke hoach 5 nam 2021-2025", ""},
      {"luật 2020", ""},
      {"kế hoạch 2021", ""},
      {"báo cáo 3 tháng đầu năm", ""},
      {"quyết định 5 người", ""},
      {"quyết định 50% vốn", ""},
      {"quyết định 749/QĐ-TTg", ""},
      {"nghị định 15/2020/NĐ-CP", ""},
      {"quyết định 1.500 tỷ", ""},
      {"quyết định", ""},
      {"", ""},
      {"số 749", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(shown(row.query), row.expected) << row.query;
}

TEST(LooseNumber, SpansTheWordsItIsMadeOf) {
  const std::string query = "tìm quyết định 749 năm 2020 chuyển đổi số";
  const std::vector<LooseNumber> numbers = find_loose_numbers(query);
  ASSERT_EQ(numbers.size(), 1U);
  EXPECT_EQ(query.substr(numbers[0].offset, numbers[0].length), "quyết định 749 năm 2020");
}

// Words longer than any of ours, digits without end, bytes that are no UTF-8.
TEST(LooseNumber, TakesAnything) {
  EXPECT_TRUE(find_loose_numbers(std::string(100000, 'q')).empty());
  EXPECT_TRUE(find_loose_numbers("quyết định " + std::string(100000, '7')).empty());
  EXPECT_TRUE(find_loose_numbers("qd\xC3 7\xFF").empty());
}

}  // namespace
}  // namespace tracuu
