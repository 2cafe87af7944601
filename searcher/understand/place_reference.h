// The place of a document that a query asks for.
//
//   «khoản 2 điều 5 nđ 15/2020»   khoản 2 Điều 5
//   «dieu 5 luat 57/2020/QH14»    Điều 5
//   «điều kiện khoản vay»         none
//
// The place is no word to look for: it says where to open what the rest of the query finds.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/document/outline/reference.h"

namespace tracuu {

struct PlaceReference {
  Reference place;
  std::size_t offset = 0;  // bytes of the query
  std::size_t length = 0;
};

// Returns the first place that a query names. Linear.
std::optional<PlaceReference> find_place_reference(std::string_view query);

}  // namespace tracuu
