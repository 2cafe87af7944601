// Documents whose text reads badly, for whoever looks after the collection: what tracuu-index
// --report lists, as one reader sees it, the worst ones only.
//
//   12 %  vb/1998/17.txt   nghÞ quyÕt …     an encoding that was not found out
//   61 %  vb/1999/3.txt    Nghị quyết về…   half of it was lost before it came here (damaged)

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/index_view.h"

namespace tracuu {

inline constexpr std::size_t kMaxPoorRead = 1000;  // records that are looked at

struct PoorText {
  double quality = 0;              // share of valid syllables, 0…1
  std::vector<std::string> codes;  // repair_codes() (core/index/quality.h)
  std::string id;
  std::string title;
};

struct PoorTexts {
  std::vector<PoorText> worst;  // worst first, then by id
  std::uint64_t poor =
      0;  // below kPoorQuality (core/index/quality.h), those of few words among them
  std::uint64_t damaged = 0;   // letters of which are lost
  std::uint64_t repaired = 0;  // from an encoding before Unicode
};

// Returns at most `most` documents. Throws Xapian::Error, kIndexDamaged. Cost: a walk over two
// values of each document, and the records of those that are listed.
PoorTexts poor_texts(const IndexView& view, std::size_t most);

}  // namespace tracuu
