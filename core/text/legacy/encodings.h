// Decodes the bytes of the encodings that Vietnamese was written in before Unicode.
//
//   decode_bytes(RepairKind::kTcvn3, "ngh\xDE")    == "nghị"
//   decode_bytes(RepairKind::kVni, "quye\xE1t")    == "quyết"    vowel, then a byte for its marks
//   decode_bytes(RepairKind::kWindows1258, "nghi\xF2") == "nghị" composed to NFC
//   decode_bytes(RepairKind::kMojibake, "ngh\xE1\xBB\x8B") == "nghị": the bytes are UTF-8
//
// A byte that a table does not give reads as cp1252; so does a malformed sequence of mojibake,
// but for a final C3: it was à (C3 A0), and the no-break space A0 is easily lost.
// Source of the tables: data/encodings.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/legacy/repair_kind.h"

namespace tracuu::text {

// One row of a table: one or two bytes and the character they are.
struct EncodingRow {
  std::string bytes;
  char32_t character = 0;
};

// Returns the table of an encoding; empty for kinds that have none. The reference lives as long
// as the program.
const std::vector<EncodingRow>& encoding_rows(RepairKind kind);

// Returns the text of the bytes in UTF-8, NFC. Linear. Letters of TCVN3 come out in the case of
// their code (see core/text/legacy/capitals.h). REQUIRES: kind != kVniDamage.
std::string decode_bytes(RepairKind kind, std::string_view bytes);

}  // namespace tracuu::text
