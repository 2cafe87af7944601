// Syllables that say little by themselves: "của", "là", "những", "gì".
//
// They are indexed and ranked as all others and count in phrases; only, no document is refused for
// lacking one. The list stands in data/light_syllables.txt.

#pragma once

#include <string_view>

namespace tracuu {

// Whether the canonical syllable is on the list. With has_marks false its toneless form counts,
// since "la gi" is how people type "là gì".
bool is_light(std::string_view toned, std::string_view toneless, bool has_marks);

}  // namespace tracuu
