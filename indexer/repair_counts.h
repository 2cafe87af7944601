// How many documents had text in a legacy encoding.
//
//   «Đã sửa mã chữ 12 văn bản: TCVN3 (ABC) 10, VNI Windows 2.»
//   «1 văn bản đã mất chữ, cần bản khác.»

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/language.h"

namespace tracuu {

struct RepairCounts {
  std::uint64_t documents = 0;                   // repaired
  std::map<std::string, std::uint64_t> by_kind;  // a document with two kinds counts in both
  std::uint64_t damaged = 0;

  // Counts one document by its repair_codes() (core/index/quality.h).
  void add(const std::vector<std::string>& codes);
};

// Returns the sentences, each ending in a line feed; nothing where there is nothing to say.
std::string to_text(const RepairCounts& counts, Language language);

}  // namespace tracuu
