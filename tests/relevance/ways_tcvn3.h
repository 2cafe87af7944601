// Text in TCVN3 (ABC) read as Windows-1252, as it looks when pasted from an old document.
//
//   as_tcvn3("nghị quyết") == "nghÞ quyÕt"       as_tcvn3("ỦY BAN") == "ñY BAN"
//
// TCVN3 has no codes for capitals with a tone; old documents show them by a font of capitals over
// the codes of small letters. Table: data/encodings/tcvn3.tsv, compiled in.

#pragma once

#include <string>
#include <string_view>

namespace tracuu::ways {

// Returns the text as pasted. Characters without a code stay as they are.
std::string as_tcvn3(std::string_view utf8);

}  // namespace tracuu::ways
