// The escapes of the domain tables: \uXXXX is one UTF-16 code unit.

#pragma once

#include <string>
#include <string_view>

#include "core/text/utf8.h"

namespace tracuu::text {

inline std::string unescape(std::string_view field) {
  std::string out;
  char32_t high = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field.substr(i, 2) != "\\u" || i + 6 > field.size()) {
      out += field[i];
      continue;
    }
    const auto unit =
        static_cast<char32_t>(std::stoul(std::string(field.substr(i + 2, 4)), nullptr, 16));
    i += 5;
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
    } else if (unit >= 0xDC00 && unit < 0xE000 && high != 0) {
      append_utf8(out, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
    } else {
      append_utf8(out, unit);
    }
  }
  return out;
}

}  // namespace tracuu::text
