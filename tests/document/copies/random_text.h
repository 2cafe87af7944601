// Texts of random syllables, and what happens to copies of them on their way.

#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace tracuu {

class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t end) { return random_() % end; }

  std::vector<std::string> syllables(std::size_t count) {
    static constexpr std::array<const char*, 12> kInitials{"",   "b",  "c",  "đ",  "gi", "h",
                                                           "kh", "ng", "nh", "qu", "th", "tr"};
    static constexpr std::array<const char*, 16> kRhymes{"an",   "ấp",  "ảy",   "ế",  "iện", "ích",
                                                         "o",    "ộng", "ống",  "ơi", "ũ",   "úc",
                                                         "uyết", "ưng", "ường", "ượt"};
    std::vector<std::string> made;
    made.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      std::string syllable = kInitials[below(kInitials.size())];
      syllable += kRhymes[below(kRhymes.size())];
      made.push_back(std::move(syllable));
    }
    return made;
  }

 private:
  std::mt19937 random_;
};

inline std::string joined(const std::vector<std::string>& words, const std::string& between = " ") {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

}  // namespace tracuu
