// Folds short Vietnamese text to the form that names and keys are compared in.
//
//   fold("Tiếng Việt", Marks::kKeep) == "tiếng việt"   (NFC, lower case)
//   fold("Tiếng Việt", Marks::kDrop) == "tieng viet"
//   fold("ÐÀ NẴNG",    Marks::kDrop) == "da nang"      (đ has no decomposition; Ð is a look-alike)
//
// Invariant, tested as a property: folding twice changes nothing. For running text use the
// Analyzer (core/text/analyzer.h), which is many times faster and gives byte spans.

#pragma once

#include <string>
#include <string_view>

namespace tracuu {

enum class Marks { kKeep, kDrop };

// Returns the folded form. Blanks are kept; malformed UTF-8 becomes U+FFFD; never fails.
// Cost: two passes of ICU normalization. Safe from any thread.
std::string fold(std::string_view utf8, Marks marks);

// Returns fold(utf8, kDrop) with every run of anything but letters and digits as one blank, none
// at the ends: the key under which names are equal ("Sở TT&TT" and "SỞ TT & TT": "so tt tt").
std::string name_key(std::string_view utf8);

}  // namespace tracuu
