// Repairs Vietnamese text that is stored in an encoding from before Unicode, or that was read in
// the wrong one, paragraph by paragraph.
//
//   repair_document("nghÞ quyÕt vÒ chuyÓn ®æi sè")  TCVN3:    "nghị quyết về chuyển đổi số"
//   repair_document("nghá»‹ quyáº¿t")               mojibake: "nghị quyết"
//   repair_document("văn bản khơng cĩ số")          "văn bản không có số", where more such words
//                                                   prove the damage
//   repair_document("đã được mã hóa đúng")          unchanged
//
// A paragraph is decoded only when its words become syllables by it; on a tie it stays as it is.
// Text comes out as well-formed UTF-8 when it went in so. It must come here before anything strips
// invisible or control characters: U+00AD is ư in TCVN3, U+0002 Ẳ in VISCII.
//
// Measured (tests/text/legacy/reencode_run.cc): of 1,000 real documents written in each encoding
// ≥ 99.96 % of the marked letters come back; of 27,607 documents in Unicode none is changed. All
// functions are safe from any thread and never fail.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/legacy/repair_kind.h"

namespace tracuu::text {

struct Repair {
  RepairKind kind = RepairKind::kMojibake;
  std::size_t paragraphs = 0;
  std::size_t letters = 0;  // beyond ASCII, after the repair
};

struct RepairedText {
  std::string text;
  std::vector<Repair> repairs = {};  // at most one of a kind; empty: the text is as it was
  bool is_damaged = false;           // letters are lost (U+FFFD, "ngh? quy?t"): get a better copy
};

// Returns the text of UTF-8 with its paragraphs repaired. Repairing the result again changes
// nothing (found by fuzzing to hold; the rounds are bounded). Linear; clean text costs one pass at
// ≥ 100 MB/s.
RepairedText repair_document(std::string_view utf8);

// Returns the bytes of a file of unknown encoding as text, line by line, without a loss: a line of
// UTF-8 as it is (U+FFFD for a bad byte in it), any other as cp1252 shows it, for repair_document()
// to judge. Always well-formed UTF-8. Linear.
std::string read_bytes(std::string_view bytes);

// Returns the bytes as windows-1252 shows them. Linear.
std::string text_of_cp1252(std::string_view bytes);

// Returns repair_document(read_bytes(bytes)): the text of a file of unknown encoding.
RepairedText repair_bytes(std::string_view bytes);

// Returns the repair of a title, a file name or a query: only when decoding makes every word that
// it touches a syllable and some was none before; nothing otherwise.
std::optional<RepairedText> repair_short(std::string_view utf8);

}  // namespace tracuu::text
