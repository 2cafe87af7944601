// The stretch of a text that holds most of what was looked for.
//
//   matched  . . 0 . 1 2 . . . . 0      (which wanted word each token is, -1 for none)
//   best_window(matched, {1, 1, 1}, 5)  the five tokens from the first 0 to the 2
//
// A window counts each wanted word once, by its weight, and up to as much again where it ends a run
// of wanted words in their order, so that «chuyển đổi số» beats «chuyển đổi, đổi số».

#pragma once

#include <cstddef>
#include <vector>

namespace tracuu {

struct Window {
  std::size_t first = 0;   // token
  std::size_t last = 0;    // token, inclusive
  std::size_t anchor = 0;  // the first matched token in it
};

// Returns the best window of `size` tokens, the first of several; the beginning of the text when
// nothing matches. REQUIRES: matched is not empty; its values are below weights.size(); size > 0.
// Cost: O(tokens).
Window best_window(const std::vector<int>& matched, const std::vector<double>& weights,
                   std::size_t size);

}  // namespace tracuu
