#include "searcher/server/metrics.h"

#include <set>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/desk_fixture.h"

namespace tracuu {
namespace {

using std::chrono::microseconds;
using testing::HasSubstr;

std::uint64_t value_of(const std::string& text, const std::string& series) {
  const std::size_t at = text.find("\n" + series + " ");
  return at == std::string::npos ? 0 : std::stoull(text.substr(at + series.size() + 2));
}

// What the server has counted under NAME{LABEL="OF"}.
std::uint64_t counted(TestDesk& desk, const std::string& name, const std::string& label,
                      const std::string& of) {
  return value_of(desk.site().metrics().text(0), name + "{" + label + "=\"" + of + "\"}");
}

TEST(HistogramTest, BucketsCountWhatIsNotLonger) {
  Histogram histogram;
  for (const int took : {0, 100, 101, 2'000'000, 9'000'000}) histogram.count(microseconds(took));
  std::string out = "\n";
  histogram.write("t", "a=\"b\"", out);
  EXPECT_EQ(value_of(out, R"(t_bucket{a="b",le="0.0001"})"), 2u);
  EXPECT_EQ(value_of(out, R"(t_bucket{a="b",le="0.00025"})"), 3u);
  EXPECT_EQ(value_of(out, R"(t_bucket{a="b",le="1"})"), 3u);
  EXPECT_EQ(value_of(out, R"(t_bucket{a="b",le="2.5"})"), 4u);
  EXPECT_EQ(value_of(out, R"(t_bucket{a="b",le="+Inf"})"), 5u);
  EXPECT_EQ(value_of(out, R"(t_count{a="b"})"), 5u);
  EXPECT_THAT(out, HasSubstr("t_sum{a=\"b\"} 11.000201\n"));
}

TEST(MetricsTest, EveryStageOfASearchIsCounted) {
  TestDesk desk(office_documents());
  const auto count = [&](const char* stage) {
    return counted(desk, "tracuu_stage_seconds_count", "stage", stage);
  };
  desk.get("/search?q=m%E1%BB%99t+c%E1%BB%ADa");
  desk.get("/api/v1/search?q=m%E1%BB%99t+c%E1%BB%ADa");
  for (const char* stage : {"query", "first", "second", "results", "facets"}) {
    EXPECT_EQ(count(stage), 2u) << stage;
  }
  EXPECT_EQ(count("render"), 1u);
}

TEST(MetricsTest, SayWhatSearchesFindInMemory) {
  TestDesk desk(office_documents());
  const auto count = [&](const char* from) {
    return counted(desk, "tracuu_posting_lists_total", "from", from);
  };
  desk.get("/search?q=m%E1%BB%99t+c%E1%BB%ADa");
  const std::uint64_t read = count("index");
  EXPECT_GT(read, 0u);
  const std::uint64_t kept = count("cache");
  desk.get("/search?q=m%E1%BB%99t+c%E1%BB%ADa&lang=en");
  EXPECT_EQ(count("index"), read) << "the second time nothing is read";
  EXPECT_GT(count("cache"), kept);
}

TEST(MetricsTest, SayWhichStateOfTheIndexIsServed) {
  TestDesk desk(office_documents());
  const std::string before = desk.site().metrics().text(7);
  EXPECT_EQ(value_of(before, "tracuu_index_generation"), 1u);
  EXPECT_EQ(value_of(before, "tracuu_documents"), 4u);
  EXPECT_EQ(value_of(before, "tracuu_queue_length"), 7u);
}

// What a scraper refuses: a series twice, a name without its kind, a line of another form.
TEST(MetricsTest, AreInTheFormOfPrometheus) {
  TestDesk desk(office_documents());
  desk.get("/search?q=a");
  std::istringstream lines(desk.site().metrics().text(0));
  std::set<std::string> seen;
  std::set<std::string> kinds;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# TYPE ")) kinds.insert(line.substr(7, line.find(' ', 7) - 7));
    if (line.starts_with('#')) continue;
    const std::size_t blank = line.rfind(' ');
    ASSERT_NE(blank, std::string::npos) << line;
    EXPECT_TRUE(seen.insert(line.substr(0, blank)).second) << line;
    EXPECT_NO_THROW(std::stod(line.substr(blank + 1))) << line;
    std::string name = line.substr(0, line.find_first_of("{ "));
    for (const char* end : {"_bucket", "_sum", "_count"}) {
      if (name.ends_with(end)) name.resize(name.size() - std::string(end).size());
    }
    EXPECT_TRUE(kinds.contains(name)) << line;
  }
  EXPECT_GT(seen.size(), 100u);
}

}  // namespace
}  // namespace tracuu
