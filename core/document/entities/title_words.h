// The words by which a person's title is told: heads («giám đốc»), the agencies between head and
// name («… Sở Y tế»), and words after which a capitalized name is no person's («đường Nguyễn
// Trãi»).
//
// Internal to core/document/entities.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

#include "core/document/entities/words.h"

namespace tracuu::entities {

// Of a syllable, what it may be.
enum class Role : std::uint16_t {
  kFamilyName = 1,
  kHeadEnd = 2,    // the last syllable of a head: «đốc»
  kHonorific = 4,  // ông, bà, đồng chí
  kDegree = 8,     // GS, PGS, TS, ThS
  kAgency = 16,  // small letters within names of agencies: «Sở Tài nguyên và Môi trường»
  kNamed = 32,   // its name follows: đường, phường, trường, công ty
  kModifier = 64,  // phó, nguyên, cựu, quyền, cố
  kHeadBegin = 128,
};

class TitleWords {
 public:
  // Returns the words of the project's tables.
  static const TitleWords& instance();

  bool is(const Word& word, Role role) const {
    const auto found = roles_.find(word.hash);
    return found != roles_.end() && (found->second & static_cast<std::uint16_t>(role)) != 0;
  }

  // Returns how many words the longest head that ends with `words` has; 0 for none.
  std::size_t head_ending(std::span<const Word> words) const;
  // … or that begins with them.
  std::size_t head_beginning(std::span<const Word> words) const;

 private:
  TitleWords();
  void add(std::string_view syllables, Role role);
  void add_head(std::string_view head);

  std::unordered_map<std::uint32_t, std::uint16_t> roles_;
  std::unordered_map<std::uint64_t, std::size_t> heads_;  // by the hashes of the words
};

}  // namespace tracuu::entities
