// Puts text together from runs, each with its font: what Word, Excel and PowerPoint keep.
//
//   RunText text;
//   text.add("Céng hßa", font_encoding(".VnTimeH")); text.add(" x· héi", font_encoding(".VnTime"));
//   text.take()     "CỘNG HÒA xã hội"
//
// Runs of one encoding that follow each other are decoded as one, up to the end of the paragraph:
// programs cut runs inside words, and a letter of VNI is two bytes.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/text/legacy/font.h"
#include "indexer/extract/text_builder.h"

namespace tracuu::input {

class RunText {
 public:
  void add(std::string_view utf8, const std::optional<text::FontEncoding>& font);

  // Structure, as in TextBuilder.
  void ask(TextBuilder::Break wanted);
  void line_break();
  void start_row();
  void end_row();
  void start_cell();
  void end_cell();

  // Bytes of text so far, what is not yet decoded included.
  std::size_t size() const { return builder_.size() + run_.size(); }

  // Ends the line and returns where the next begins: a page.
  std::size_t start_page();

  // Returns the text and leaves this empty but for the counts.
  std::string take();

  // Letters that came of decoding, by encoding.
  std::vector<EncodingRepair> repairs() const;

 private:
  void flush();

  TextBuilder builder_;
  std::string text_;  // of the pages before
  std::string run_;
  std::optional<text::FontEncoding> font_;
  std::map<text::RepairKind, std::size_t> letters_;
};

}  // namespace tracuu::input
