#include "core/text/look_alike.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tracuu::text {
namespace {

struct LookAlike {
  char32_t seen;
  char32_t meant;
};

// In code point order, for binary search.
constexpr auto kLookAlikes = std::to_array<LookAlike>(
    {{0x00D0, U'Đ'}, {0x00F0, U'đ'}, {0x0189, U'Đ'}, {0x01CD, U'Ă'}, {0x01CE, U'ă'}, {0x0256, U'đ'},
     {0x0261, U'g'}, {0x039F, U'O'}, {0x03B1, U'a'}, {0x03BF, U'o'}, {0x0410, U'A'}, {0x0412, U'B'},
     {0x0415, U'E'}, {0x041A, U'K'}, {0x041C, U'M'}, {0x041D, U'H'}, {0x041E, U'O'}, {0x0420, U'P'},
     {0x0421, U'C'}, {0x0422, U'T'}, {0x0425, U'X'}, {0x0430, U'a'}, {0x0435, U'e'}, {0x043E, U'o'},
     {0x0440, U'p'}, {0x0441, U'c'}, {0x0443, U'y'}, {0x0445, U'x'}, {0x0455, U's'}, {0x0456, U'i'},
     {0x0458, U'j'}, {0x04BB, U'h'}, {0x0501, U'd'}, {0x1D04, U'c'}, {0x1D20, U'v'}});

}  // namespace

char32_t resolve_look_alike(char32_t c) {
  if (c < kLookAlikes.front().seen) return c;
  const auto found = std::ranges::lower_bound(kLookAlikes, c, {}, &LookAlike::seen);
  return found != kLookAlikes.end() && found->seen == c ? found->meant : c;
}

}  // namespace tracuu::text
