// One document of a term, and how often it says the term.

#pragma once

#include <cstdint>

namespace tracuu {

struct Posting {
  std::uint32_t docid = 0;
  std::uint32_t count = 0;

  friend bool operator==(const Posting&, const Posting&) = default;
};

}  // namespace tracuu
