// Compares text with a file kept under tests/golden/.
//
//   expect_golden("query/help_vi.txt", query_help(Language::kVietnamese));
//
// Run with TRACUU_UPDATE_GOLDEN=1 to rewrite the files, then read the diff:
// a golden file is reviewed like code.

#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace tracuu {

inline void expect_golden(std::string_view name, std::string_view got) {
  const std::string path = std::string(TRACUU_TEST_DATA "/golden/") + std::string(name);
  if (std::getenv("TRACUU_UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << got;
  std::ifstream in(path, std::ios::binary);
  ASSERT_TRUE(in) << path << ": missing; run with TRACUU_UPDATE_GOLDEN=1 and review it";
  std::ostringstream want;
  want << in.rdbuf();
  EXPECT_EQ(want.str(), got) << path;
}

}  // namespace tracuu
