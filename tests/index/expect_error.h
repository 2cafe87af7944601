// Expects an Error with its exact sentence, as a user reads it.
//
//   expect_error([&] { directory.live(); }, ErrorCode::kIndexMissing,
//                "open index '/x': no such folder; …");

#pragma once

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace tracuu {

inline void expect_error(const std::function<void()>& action, ErrorCode code,
                         const std::string& sentence) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_EQ(static_cast<int>(error.code()), static_cast<int>(code)) << error.what();
    EXPECT_EQ(describe(error, Language::kEnglish), sentence);
    return;
  }
  ADD_FAILURE() << "nothing was thrown; expected: " << sentence;
}

}  // namespace tracuu
