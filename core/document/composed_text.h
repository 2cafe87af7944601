// A text in composed letters (NFC), as the readers of heads expect it, and the way back.
//
//   "Hương Kha◌́nh, nga◌̀y 14 …"  ->  "Hương Khánh, ngày 14 …"
//
// Lines are composed one by one, so offsets go back to the line they are in. Text that is composed
// already, as most is, is not copied. Internal to core/document.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

class ComposedText {
 public:
  // `text` must live as long as this.
  explicit ComposedText(std::string_view text);

  std::string_view text() const { return is_copy_ ? std::string_view(copy_) : original_; }

  // Returns the offset in the original: exact when nothing was composed, of the line's beginning
  // otherwise, or of its end.
  std::size_t line_begin(std::size_t offset) const;
  std::size_t line_end(std::size_t offset) const;

 private:
  struct Line {
    std::size_t composed = 0;
    std::size_t original = 0;
  };
  std::size_t line_of(std::size_t offset) const;

  std::string_view original_;
  std::string copy_;
  std::vector<Line> lines_;
  bool is_copy_ = false;
};

}  // namespace tracuu
