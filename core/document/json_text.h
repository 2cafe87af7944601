// Makes the bytes of one JSON text safe to hand to the JSON library.
//
// Input lines come from anywhere. Three things would make the library refuse a record that is
// otherwise fine, or cost more than the record is worth:
//
//   bytes that are not UTF-8          "Ngh\xE1"      ->  "Ngh\uFFFD"
//   halves of a surrogate pair        "\ud83d"       ->  "\ufffd"   (as Python writes them)
//   brackets nested without end       [[[[[…         ->  refused before parsing
//
// Internal to core/document.

#pragma once

#include <string>
#include <string_view>

namespace tracuu {

// Nesting beyond this is no document of ours: a record has arrays of strings, and fields we do not
// know may be small trees.
inline constexpr int kMaxJsonDepth = 64;

// Returns `bytes` with every malformed UTF-8 byte replaced by U+FFFD. Linear.
std::string repair_utf8(std::string_view bytes);

// Returns `json` with malformed UTF-8 and lone \uD800…\uDFFF escapes replaced by U+FFFD. Linear.
std::string repair_json(std::string_view json);

// Returns whether arrays and objects of `json` nest at most kMaxJsonDepth deep. Linear, brackets
// in strings do not count.
bool is_shallow_json(std::string_view json);

}  // namespace tracuu
