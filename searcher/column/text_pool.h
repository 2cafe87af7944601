// Many short texts in one piece of memory, by number.
//
//   pool.add("tỉnh Thái Nguyên") == 0     pool.add("tỉnh Bắc Kạn") == 1     pool[1] == "tỉnh Bắc
//   Kạn"
//
// Four bytes beside the text itself, where a std::string takes thirty-two. Texts are only added.

#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace tracuu {

class TextPool {
 public:
  std::size_t size() const { return ends_.size(); }
  std::size_t size_bytes() const {
    return texts_.capacity() + ends_.capacity() * sizeof(std::uint32_t);
  }

  // REQUIRES: number < size(). The view holds until the next add().
  std::string_view operator[](std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(texts_).substr(begin, ends_[number] - begin);
  }

  // Returns the number of the text, which is size() before. Throws kInternal beyond 4 GiB of text.
  std::uint32_t add(std::string_view text) {
    if (text.size() > std::numeric_limits<std::uint32_t>::max() - texts_.size()) {
      throw Error(ErrorCode::kInternal, {"read columns", "more than 4 GiB of distinct values"});
    }
    texts_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
    return static_cast<std::uint32_t>(ends_.size() - 1);
  }

  void shrink_to_fit() {
    texts_.shrink_to_fit();
    ends_.shrink_to_fit();
  }

 private:
  std::string texts_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace tracuu
