// The lines that may be headings, each seen for itself.
//
//   "Điều 12a. Phạm vi"   {kArticle,  "12a", style kWord}
//   "CHƯƠNG IV"           {kChapter,  "IV",  style kWord}
//   "1.1. Mục tiêu"       {kSection,  "1.1", style kDotted}
//   "Điều 5 của Luật này", "Phụ lục I ban hành kèm theo", "… quy định tại / Điều 7."   none
//
// Which of them are headings of the document is decided in series.h and builder.h from their order.
// Internal to core/document/outline.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/outline/outline.h"

namespace tracuu::outline {

// How a number is written; for numbered sections also their rank, coarse to fine.
enum class NumberStyle : std::uint8_t {
  kWord,     // behind a word: Điều 5, Chương IV
  kLetter,   // A.
  kRoman,    // I.
  kArabic,   // 1.
  kDotted,   // 1.1., 1.1.1
  kBracket,  // a)
};

enum class Quoting : std::uint8_t { kNone, kGuessed, kSure };

struct Candidate {
  OutlineKind kind = OutlineKind::kArticle;
  NumberStyle style = NumberStyle::kWord;
  Quoting quoting = Quoting::kNone;
  bool is_regulation = false;  // «QUY CHẾ» with «(Ban hành kèm theo …)» below, a kind of kAnnex
  bool follows_blank = false;   // the line before it is empty, or there is none
  bool follows_stop = false;    // the line before it ends a sentence or is empty
  std::uint32_t order = 0;      // 12 < 12a < 12b < 13
  std::string number;           // as written, without leading zeros; the type of a regulation
  std::size_t offset = 0;       // of the heading
  std::size_t text_offset = 0;  // behind the number and its punctuation
  std::size_t line_end = 0;
  std::size_t quote_end = 0;  // of the quote it stands in
};

// The `order` of a whole number, between which inserted ones («12a») have room.
inline constexpr std::uint32_t kOrderStep = 32;

// Returns the candidates of the text in order. Linear.
std::vector<Candidate> find_candidates(std::string_view body);

}  // namespace tracuu::outline
