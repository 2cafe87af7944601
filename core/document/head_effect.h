// From when, and until when, a document says it is in force.
//
//   "Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2021."   from 2021-07-01
//   "Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký."                   45 days after signing
//   "Nghị quyết này có hiệu lực từ ngày ký đến hết ngày 31/12/2025."        until 2025-12-31
//
// Only a sentence about the document itself counts: its own type with «này» is what is in force.
// Not «từ ngày Nghị định này có hiệu lực», not «Điều 5 của Luật này có hiệu lực», not the words
// of another document, which stand in quotation marks. Internal to core/document.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/document/date.h"
#include "core/document/head_elements.h"

namespace tracuu {

struct Effect {
  HeadValue from;                         // ISO
  std::optional<int> days_after_signing;  // where no date is given: 0 for «từ ngày ký»
  bool is_from_passing = false;           // «từ ngày thông qua»; 0 days after signing, too
  HeadValue until;                        // ISO, the last day in force
  std::string_view where;
};

// Returns what the text says of a document of this type; of any type that is law, when it is
// empty. Linear.
Effect read_effect(std::string_view text, std::string_view own_type);

// Returns the day some days later. REQUIRES: is_valid(date), days ≥ 0.
Date plus_days(Date date, int days);

}  // namespace tracuu
