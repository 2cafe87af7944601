// The days a text names, for filtering and for showing.
//
//   find_text_dates("họp ngày 12/4 … đến 30/4/2021", "2021-04-17")   2021-04-12, 2021-04-30
//
// A day without a year is the last such day not after the document's own date.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/document/date.h"

namespace tracuu {

inline constexpr std::size_t kMaxTextDates = 200;

struct TextDate {
  Date day;
  std::size_t offset = 0;  // of its first mention; bytes
  std::size_t length = 0;

  friend bool operator==(const TextDate&, const TextDate&) = default;
};

// Returns the distinct days in the order of the text, the first kMaxTextDates; months and quarters
// are none. `document_date` is ISO or empty. Linear.
std::vector<TextDate> find_text_dates(std::string_view text, std::string_view document_date);

}  // namespace tracuu
