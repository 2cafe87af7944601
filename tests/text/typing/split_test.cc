#include "core/text/typing/split.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu::text {
namespace {

void walk(std::string_view run, const std::vector<SyllablePiece>& pieces, std::size_t from,
          const std::string& way, std::vector<std::string>& ways) {
  if (from == run.size()) ways.push_back(way);
  for (const SyllablePiece& piece : pieces) {
    if (piece.begin != from) continue;
    std::string next = way;
    if (!way.empty()) next += '|';
    next += run.substr(from, piece.end - from);
    walk(run, pieces, piece.end, next, ways);
  }
}

std::vector<std::string> ways_of(std::string_view run) {
  std::vector<std::string> ways;
  walk(run, syllable_lattice(run), 0, "", ways);
  return ways;
}

bool has_way(std::string_view run, std::string_view way) {
  return std::ranges::count(ways_of(run), way) == 1;
}

TEST(SplitTest, HoldsTheWayMeant) {
  for (const auto& [run, way] : std::vector<std::pair<std::string, std::string>>{
           {"chuyendoiso", "chuyen|doi|so"},
           {"phiênbản", "phiên|bản"},
           {"hoatdong", "hoat|dong"},
           {"hoatdong", "ho|at|dong"},
           {"uybannhandan", "uy|ban|nhan|dan"},
           {"nghịquyết", "nghị|quyết"},
           {"NghịQuyết", "Nghị|Quyết"},
           {"nghịquyet", "nghị|quyet"},
           {"thôngtin", "thông|tin"},
           {"hoàbình", "hoà|bình"},
           {"quyet", "quyet"},
       }) {
    EXPECT_TRUE(has_way(run, way)) << run;
  }
}

TEST(SplitTest, EveryWayIsMadeOfSyllables) {
  EXPECT_EQ(ways_of("hoatdong"), (std::vector<std::string>{"ho|at|dong", "hoat|dong"}));
  EXPECT_EQ(ways_of("phiênbản"), (std::vector<std::string>{"phi|ên|bản", "phiên|bản"}));
  // "quyêt" lacks its tone: neither toned nor toneless.
  EXPECT_TRUE(ways_of("nghịquyêt").empty());
}

TEST(SplitTest, OtherWordsHaveNoLattice) {
  for (const std::string run : {"", "facebook", "covid", "internet", "google", "quyetdinh749",
                                "nghi quyet", "nghi-quyet", "\xff", "zzz"}) {
    EXPECT_TRUE(syllable_lattice(run).empty()) << run;
    EXPECT_FALSE(can_split(run)) << run;
  }
}

TEST(SplitTest, OneSyllableIsNotSplit) {
  EXPECT_FALSE(can_split("nghị"));
  EXPECT_FALSE(can_split("binh"));
  EXPECT_TRUE(can_split("hoatdong"));
}

TEST(SplitTest, LongRunsAreLeftAlone) {
  std::string run;
  for (std::size_t i = 0; i < kMaxSplitLetters / 2; ++i) run += "ạo";
  EXPECT_TRUE(can_split(run));
  EXPECT_FALSE(can_split(run + "a"));
}

}  // namespace
}  // namespace tracuu::text
