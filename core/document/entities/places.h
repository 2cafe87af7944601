// The provinces, districts and communes a text names.
//
//   "UBND tỉnh Thái Nguyên … huyện Đại Từ … Thái Nguyên"   "tỉnh Thái Nguyên", "huyện Đại Từ"
//   "TP.HCM", "TP Hồ Chí Minh", "Sài Gòn"                  "thành phố Hồ Chí Minh"
//   "hòa bình", "Thái Bình Dương", "ông Trần Bình Dương"   none
//
// A class word («tỉnh», «huyện», «TX.») before a capitalized name makes it a place. Provinces need
// none, if both syllables are capitals and nothing capitalized stands next to them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tracuu {

inline constexpr std::size_t kMaxPlaces = 20;

// Names of places that are known without a class word, and how they are shown. Immutable; safe
// from any thread.
class PlaceNames {
 public:
  struct Entry {
    std::string_view spelling;  // "Bắc Cạn"
    std::string display;        // "tỉnh Bắc Kạn"
  };

  explicit PlaceNames(const std::vector<Entry>& entries);

  // Returns the names of the project's table of provinces (data/provinces.tsv).
  static const PlaceNames& provinces();

  // Returns how a place is shown, nothing for a name that is none. Case does not matter.
  const std::string* find(std::string_view name) const;
  // The same by entities::word_hash of its words, joined by entities::joined.
  const std::string* find(std::uint64_t key) const;

  std::size_t longest() const { return longest_; }  // name, in words

 private:
  std::unordered_map<std::uint64_t, std::string> displays_;
  std::size_t longest_ = 0;
};

// Returns the places by how often the text names them, the most frequent first, at most
// kMaxPlaces. Linear.
std::vector<std::string> find_places(std::string_view text,
                                     const PlaceNames& names = PlaceNames::provinces());

}  // namespace tracuu
