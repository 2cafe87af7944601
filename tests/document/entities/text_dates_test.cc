#include "core/document/entities/text_dates.h"

#include <string>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

std::string days(const std::vector<TextDate>& dates) {
  std::string out;
  for (const TextDate& date : dates) out += (out.empty() ? "" : " ") + to_iso(date.day);
  return out;
}

TEST(TextDatesTest, DaysWithoutAYearTakeItFromTheDocument) {
  EXPECT_EQ(days(find_text_dates("họp ngày 12/4, hạn ngày 31/12", "2021-04-17")),
            "2021-04-12 2020-12-31");
  EXPECT_EQ(days(find_text_dates("họp ngày 12/4 và 30/4/2021", "")), "2021-04-30");
}

TEST(TextDatesTest, EachDayStandsOnceWithItsFirstMention) {
  const std::string text = "ngày 01/02/2020, tháng 3/2020, ngày 1 tháng 2 năm 2020";
  const std::vector<TextDate> dates = find_text_dates(text, "");
  ASSERT_EQ(days(dates), "2020-02-01");
  EXPECT_EQ(text.substr(dates[0].offset, dates[0].length), "01/02/2020");
}

TEST(TextDatesTest, TheNumberIsBounded) {
  std::string text;
  for (int year = 1900; year < 2100; ++year) {
    text += "01/01/" + std::to_string(year) + ", 02/01/" + std::to_string(year) + ". ";
  }
  EXPECT_EQ(find_text_dates(text, "").size(), kMaxTextDates);
}

}  // namespace
}  // namespace tracuu
