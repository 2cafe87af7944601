// The words of names of agencies, and the units of the country that stand at their ends:
//
//   «uy ban nhan dan xa chieng mai huyen mai son tinh son la»
//                    |   commune  |   district  | province |
//
// All is over name keys: small letters without marks. «xa hoi», «quan su», «tinh uy» are no units.
// Internal to core/document/authority.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/authority/place.h"

namespace tracuu {

inline constexpr std::size_t kMaxPlaceWords = 6;
inline constexpr std::size_t kMaxUnits = 3;
// Three units with their types.
inline constexpr std::size_t kMaxUnitsWords = kMaxUnits * (kMaxPlaceWords + 2);

// A key and where its words begin. The first kMaxWords are read.
class KeyWords {
 public:
  static constexpr std::size_t kMaxWords = 80;

  explicit KeyWords(std::string key);

  std::size_t size() const { return starts_.size(); }
  const std::string& key() const { return key_; }
  std::string_view operator[](std::size_t i) const { return text(i, i + 1); }

  // Returns the words `first` … `last` - 1. REQUIRES: first ≤ last ≤ size().
  std::string_view text(std::size_t first, std::size_t last) const;

 private:
  std::string key_;
  std::vector<std::size_t> starts_;
};

// Returns the number of words of a unit's type at `i` («thanh pho»: 2), 0 when there is none.
std::size_t unit_type_length(const KeyWords& words, std::size_t i);

// Returns the levels a unit of that type may be of: both upper ones for «thanh pho».
bool may_be_level(std::string_view type, PlaceLevel level);

// Returns the type that «q», «h» and «p» abbreviate; any other as it is.
std::string_view full_type(std::string_view type);

// Returns the type with its marks: "thị xã" for "thi xa".
std::string_view written_type(std::string_view type);

// Returns the key of a type with its marks, for as long as the program runs.
std::string_view type_key(std::string_view written);

// A unit as a name has it. Views are of the KeyWords.
struct UnitName {
  std::string_view type;  // "huyen"; "q", "p", "h" abbreviated
  std::string_view name;  // empty: «UBND tỉnh»
};

enum class UnitNames { kOfTables, kAny };

// Returns the units that the words from `i` on are, the smallest first; empty when they are none,
// or when a name is unknown and only those of the tables are asked for.
std::vector<UnitName> read_units(const KeyWords& words, std::size_t i, UnitNames names);

}  // namespace tracuu
