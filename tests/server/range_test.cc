#include "searcher/server/http/range.h"

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu::http {
namespace {

TEST(RangeTest, IsAsTheHeaderSays) {
  const ByteRange whole{0, 1000};
  struct Case {
    std::string header;
    std::optional<ByteRange> range;
  };
  for (const Case& test : std::vector<Case>{
           {"bytes=0-99", ByteRange{0, 100}},
           {"bytes=500-", ByteRange{500, 500}},
           {"bytes=-100", ByteRange{900, 100}},
           {"bytes=-5000", whole},
           {"bytes=999-5000", ByteRange{999, 1}},
           {"bytes= 1-2 ", ByteRange{1, 2}},
           {"bytes=0-99999999999999999999", whole},
           {"bytes=1000-", std::nullopt},
           {"bytes=99999999999999999999-", std::nullopt},
           {"bytes=-0", std::nullopt},
           // what means nothing is answered by the whole
           {"", whole},
           {"bytes", whole},
           {"bytes=", whole},
           {"bytes=-", whole},
           {"bytes=5", whole},
           {"bytes=9-5", whole},
           {"bytes=a-b", whole},
           {"bytes=+1-2", whole},
           {"bytes=0x1-2", whole},
           {"bytes=0-1,5-6", whole},
           {"bytes=--1", whole},
           {"lines=0-1", whole},
       }) {
    EXPECT_EQ(read_range(test.header, 1000), test.range) << test.header;
  }
  EXPECT_EQ(read_range("bytes=0-", 0), std::nullopt);
  EXPECT_EQ(read_range("bytes=-1", 0), std::nullopt);
}

TEST(RangeTest, AnyRangeLiesInTheBody) {
  for (std::uint64_t size = 0; size < 6; ++size) {
    for (const char* first : {"", "0", "1", "4", "5", "6"}) {
      for (const char* last : {"", "0", "1", "4", "5", "6"}) {
        const auto range = read_range("bytes=" + std::string(first) + "-" + last, size);
        if (!range) continue;
        EXPECT_LE(range->offset + range->length, size) << first << "-" << last << " of " << size;
        EXPECT_TRUE(size == 0 || range->length > 0);
      }
    }
  }
}

}  // namespace
}  // namespace tracuu::http
