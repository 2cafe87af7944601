// Control characters that are letters: VISCII and VPS have capitals there.
//
//   "H\x12I NGH\xCE"    H·I NGHÎ      0x12 is Ộ in VPS: HỘI NGHỊ, once text::repair_document() has
//                                     read it
//
// They must come through whatever drops or refuses controls before the repair.

#pragma once

#include <string>
#include <string_view>

namespace tracuu::input {

// Whether a control character at `offset` may be a letter: VISCII and VPS have capitals there
// ("H\x12I", HỘI in VPS).
bool is_control_letter(std::string_view bytes, std::size_t offset);

// Returns the text with these letters as private characters, which the HTML parser keeps: it drops
// controls. show_control_letters() undoes it. Linear.
std::string hide_control_letters(std::string_view utf8);
std::string show_control_letters(std::string_view utf8);

}  // namespace tracuu::input
