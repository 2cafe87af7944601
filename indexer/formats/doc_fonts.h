// Which font each letter of a Word 97 file is set in.
//
//   DocFonts fonts(word_document, table);
//   fonts.at(0x600)     encoding of ".VnTime", or nothing
//
// A letter's font is that of its own formatting, else of its character style, else of its
// paragraph's style. Formatting lies in pages of 512 bytes, found by file offset. Source: [MS-DOC],
// ChpxFkp, PapxFkp, STSH, SttbfFfn. Internal to doc.cc.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/legacy/font.h"

namespace tracuu::input {

// How the letters from one file offset to the next are set.
struct DocFormat {
  std::optional<text::FontEncoding> font;
  bool is_hidden = false;   // or deleted, while changes were tracked
  bool is_row_end = false;  // the mark at the end of a table's row
  bool in_table = false;
};

class DocFonts {
 public:
  // REQUIRES: the bytes outlive it.
  DocFonts(std::string_view document, std::string_view table);

  // Returns the format at a file offset and where it ends: at least one byte on.
  DocFormat at(std::uint32_t offset, std::uint32_t& end) const;

 private:
  struct Run {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view properties;
    std::uint16_t style = 0;  // of a paragraph
  };
  struct Style {
    int font = -1;
    std::uint16_t base = 0xFFF;
  };

  void read_fonts();
  void read_styles();
  void read_runs(std::size_t index, std::vector<Run>& runs, bool is_paragraph) const;
  int font_of_style(std::uint16_t style) const;
  static const Run* find(const std::vector<Run>& runs, std::uint32_t offset);

  std::string_view document_;
  std::string_view table_;
  std::vector<std::optional<text::FontEncoding>> fonts_;
  std::vector<Style> styles_;
  int default_font_ = -1;
  std::vector<Run> characters_;
  std::vector<Run> paragraphs_;
};

}  // namespace tracuu::input
