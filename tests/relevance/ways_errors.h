// One slip of the keyboard in a query.
//
//   neighbouring key   nghị quyết -> mghị quyết      wrong tone     nghị quyết -> nghỉ quyết
//   missing letter     nghị quyết -> nghị quết       missing tone   nghị quyết -> nghị quyêt
//   doubled letter     nghị quyết -> nghhị quyết     swapped letters   nghị quyết -> ngịh quyết
//
// The outcome differs from the query and may be a syllable or none: a clerk's slips are not chosen
// for what a program can repair.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tests/relevance/ways_random.h"

namespace tracuu::ways {

enum class ErrorKind : unsigned char {
  kNeighbouringKey,
  kMissingLetter,
  kDoubledLetter,
  kSwappedLetters,
  kWrongTone,
  kMissingTone,
};
inline constexpr std::size_t kErrorKinds = 6;

struct Mistake {
  std::vector<std::string> words;
  ErrorKind kind = ErrorKind::kNeighbouringKey;
};

// Returns the words with one error in one of those that are letters only. The kinds are drawn
// evenly; one that no word has room for (no tone to miss) gives way to another. Nothing when there
// is no word of letters.
std::optional<Mistake> with_error(std::span<const std::string> words, Random& random);

// "neighbouring_key"…
std::string_view name(ErrorKind kind);

}  // namespace tracuu::ways
