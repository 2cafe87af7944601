// Reads the agency behind «của», as it is written there.
//
//   «của Bộ trưởng Bộ Lao động - Thương binh và Xã hội quy định …»
//      Bộ trưởng Bộ Lao động - Thương binh và Xã hội
//   «của Ban Chấp hành Đảng bộ tỉnh»   Ban Chấp hành Đảng bộ tỉnh
//
// Names of data/agencies.tsv are read whole; others as far as their words are capitalized or belong
// to names of agencies. Internal to core/document/citation.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tracuu::citation {

// Whether several agencies may stand there: «của Bộ Y tế và Bộ Tài chính».
enum class Issuers { kOne, kJoint };

// Returns the offset behind the agency that begins at or behind `i`, `i` if there is none.
std::size_t agency_end(std::string_view text, std::size_t i, Issuers issuers);

// Returns the agency without the office of the one who signs: «Bộ trưởng Bộ Tài chính» is
// «Bộ Tài chính», «Chủ tịch Ủy ban nhân dân tỉnh» is «Ủy ban nhân dân tỉnh».
std::string_view without_office(std::string_view agency);

}  // namespace tracuu::citation
