// Undoes the damage of Unicode text that went once more through a VNI converter.
//
//   "khơng cĩ dịng chữ"   không có dòng chữ   khơng, cĩ and dịng are no syllables
//   "tơi bị phạt"         tôi bị phạt         tơi and bị are; the commoner reading is taken
//   "thịt bị"             thịt bò             … unless the word beside it speaks for the rarer one
//
// The converter took ó ò ô for its codes of ĩ ị ơ, all of them; so damage is proved by some words
// that only the undo makes syllables, in a text where ó ò ô hardly occur. Counts of the readings:
// data/encodings/vni-damage.tsv. Internal to core/text/legacy.

#pragma once

#include <cstddef>
#include <string>

#include "core/text/legacy/evidence.h"

namespace tracuu::text::legacy {

// Repairs `text` in place when its survey proves the damage. Returns the letters changed. Linear.
std::size_t repair_vni_damage(std::string& text, const Survey& survey);

}  // namespace tracuu::text::legacy
