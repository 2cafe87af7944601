// What a font's name says about the letters that are set in it.
//
//   font_encoding(".VnTimeH")          TCVN3, shown as capitals
//   font_encoding("VNI-Times")         VNI
//   font_encoding("Times New Roman")   nothing: Unicode, or whatever the text proves
//   decode_run("céng hßa", *font_encoding(".VnTimeH")) == "CỘNG HÒA"
//
// Such a font is evidence for its run of text alone, however short. It breaks ties: text that reads
// better as it stands was typed in Unicode whatever its font, as forms that were converted
// carelessly show. Source of the names: the fonts of the real files that core/text/legacy was
// measured on.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/text/legacy/repair_kind.h"

namespace tracuu::text {

struct FontEncoding {
  RepairKind kind = RepairKind::kTcvn3;
  bool is_capital = false;

  friend bool operator==(const FontEncoding&, const FontEncoding&) = default;
};

// Returns the encoding of a font; nothing for fonts of Unicode. A PDF's mark of a subset before the
// name is passed over.
std::optional<FontEncoding> font_encoding(std::string_view name);

// Returns the run, whose bytes are shown as windows-1252 does, as Unicode; nothing where it stays
// as it is. Linear.
std::optional<std::string> decode_run(std::string_view utf8, const FontEncoding& font);

}  // namespace tracuu::text
