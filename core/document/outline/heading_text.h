// Where the title of a heading stands: behind its number, or on the lines below.
//
//   Chương I                      Điều 2. Đối tượng tham gia bảo hiểm xã hội
//   NHỮNG QUY ĐỊNH CHUNG          bắt buộc
//
// Internal to core/document/outline.

#pragma once

#include <cstddef>
#include <string_view>

#include "core/document/outline/candidate.h"

namespace tracuu::outline {

struct HeadingText {
  std::size_t offset = 0;
  std::size_t length = 0;
};

inline constexpr std::size_t kMaxHeadingBytes = 600;

HeadingText heading_text(std::string_view body, const Candidate& candidate);

}  // namespace tracuu::outline
