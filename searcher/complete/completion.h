// What may be put into the search box: one continuation of what was typed.

#pragma once

#include <cstdint>
#include <string>

namespace tracuu {

struct Completion {
  enum class Kind { kTitle, kNumber, kAgency, kPhrase };

  std::string text;  // the whole box, in the spelling of the index: "chuyển đổi số"
  Kind kind = Kind::kPhrase;
  std::uint64_t documents = 0;  // that it stands for; of phrases an estimate
  std::int32_t latest = 0;      // yyyymmdd, the newest of them; 0: unknown
  std::string id;               // of the document, when it stands for one
};

}  // namespace tracuu
