// What a long run says of itself: on a terminal a line in the user's language, elsewhere one log
// line a minute. The programs are too quick here to be waited for, so time is given.

#include "indexer/progress.h"

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

namespace tracuu {
namespace {

IndexProgress at(double seconds) {
  return {.documents = 12400,
          .bytes_read = 250,
          .bytes_total = 1000,
          .bytes_text = static_cast<std::uint64_t>(8.1e6 * seconds),
          .seconds = seconds};
}

TEST(ProgressTest, TheLineIsInTheUsersLanguage) {
  EXPECT_EQ(progress_line(at(10), Language::kVietnamese),
            "[██░░░░░░░░] 25 % · 12.400 văn bản · 8,1 MB/giây · còn 30 giây");
  EXPECT_EQ(progress_line(at(10), Language::kEnglish),
            "[██░░░░░░░░] 25 % · 12,400 documents · 8.1 MB/s · 30 s left");
  EXPECT_EQ(progress_line(at(50), Language::kVietnamese),
            "[██░░░░░░░░] 25 % · 12.400 văn bản · 8,1 MB/giây · còn 2 phút 30 giây");
}

TEST(ProgressTest, NothingReadYetIsNoDivision) {
  EXPECT_EQ(progress_line({}, Language::kEnglish),
            "[░░░░░░░░░░] 0 % · 0 documents · 0.0 MB/s · 0 s left");
}

TEST(ProgressTest, FailuresAndTheFileAreNamedWhereThereIsRoom) {
  IndexProgress progress = at(10);
  progress.failures = 1234;
  progress.file = "văn-bản/năm 2021/quyết định.docx";
  const std::string start =
      "[██░░░░░░░░] 25 % · 12.400 văn bản · 8,1 MB/giây · còn 30 giây · 1.234 lỗi";
  EXPECT_EQ(progress_line(progress, Language::kVietnamese, 200), start + " · " + progress.file);
  EXPECT_EQ(progress_line(progress, Language::kVietnamese, 89), start + " · …t định.docx");
  EXPECT_EQ(progress_line(progress, Language::kVietnamese, 80), start);
}

TEST(ProgressTest, OneLogLineAMinuteWhereThereIsNoTerminal) {
  std::ostringstream log;
  const auto earlier = spdlog::default_logger();
  spdlog::set_default_logger(std::make_shared<spdlog::logger>(
      "test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
  ProgressDisplay display(Language::kVietnamese, false);
  for (int second = 0; second <= 150; ++second) display.show(at(second));
  display.clear();
  spdlog::set_default_logger(earlier);
  const std::string text = log.str();
  EXPECT_EQ(std::ranges::count(text, '\n'), 2) << text;
  EXPECT_NE(text.find("indexed 12400 documents, 8.1 MB/s, 180 s left"), std::string::npos) << text;
}

TEST(ProgressTest, ALiveLineOnATerminalIsTakenAway) {
  testing::internal::CaptureStderr();
  ProgressDisplay display(Language::kVietnamese, true);
  display.show(at(0.1));
  display.show(at(0.3));
  display.show(at(0.4));
  display.clear();
  display.clear();
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "\r\x1b[K" + progress_line(at(0.3), Language::kVietnamese) + "\r\x1b[K");
}

}  // namespace
}  // namespace tracuu
