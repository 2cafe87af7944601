// Decodes one paragraph chunk by chunk, leaving alone what is Unicode already.
//
//   rewrite("Căn cứ LuËt Tæ chøc", kTcvn3) = "Căn cứ Luật Tổ chức"
//
// Internal to core/text/legacy.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/text/legacy/repair_kind.h"

namespace tracuu::text::legacy {

struct Rewritten {
  std::string text;
  std::size_t letters = 0;  // characters beyond ASCII that decoding put there
  bool is_damaged = false;  // parts of letters are left: bytes were lost on the way
};

// Returns the paragraph decoded. Linear.
Rewritten rewrite(std::string_view paragraph, RepairKind kind);

}  // namespace tracuu::text::legacy
