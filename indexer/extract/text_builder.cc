#include "indexer/extract/text_builder.h"

#include <algorithm>
#include <utility>

namespace tracuu::input {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

// Returns the length of the blank at the start of `text`, 0 where there is none.
std::size_t blank_length(std::string_view text) {
  const char c = text.front();
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  return text.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

}  // namespace

void TextBuilder::add(std::string_view text) {
  while (!text.empty()) {
    if (const std::size_t blank = blank_length(text); blank > 0) {
      pending_ = std::max(pending_, Break::kBlank);
      text.remove_prefix(blank);
      continue;
    }
    std::size_t end = 1;
    while (end < text.size() && blank_length(text.substr(end)) == 0) ++end;
    write_break();
    text_ += text.substr(0, end);
    text.remove_prefix(end);
  }
}

void TextBuilder::add_preformatted(std::string_view text) {
  if (text.empty()) return;
  write_break();
  text_ += text;
}

void TextBuilder::ask(Break wanted) {
  if (!at_cell_start_) pending_ = std::max(pending_, wanted);
}

void TextBuilder::line_break() {
  ask(pending_ >= Break::kLine ? Break::kParagraph : Break::kLine);
}

void TextBuilder::start_row() {
  at_cell_start_ = false;
  row_has_cell_ = false;
  ask(Break::kLine);
}

void TextBuilder::end_row() {
  if (row_has_cell_) pending_ = Break::kLine;
  row_has_cell_ = false;
}

void TextBuilder::start_cell() {
  if (row_has_cell_) pending_ = Break::kCell;
  row_has_cell_ = true;
  at_cell_start_ = true;
}

void TextBuilder::end_cell() {
  at_cell_start_ = false;
}

void TextBuilder::write_break() {
  at_cell_start_ = false;
  const Break wanted = std::exchange(pending_, Break::kNone);
  if (text_.empty()) return;
  switch (wanted) {
    case Break::kNone:
      break;
    case Break::kBlank:
      text_ += ' ';
      break;
    case Break::kCell:
      text_ += '\t';
      break;
    case Break::kLine:
      text_ += '\n';
      break;
    case Break::kParagraph:
      text_ += "\n\n";
      break;
  }
}

std::string TextBuilder::take() {
  pending_ = Break::kNone;
  at_cell_start_ = row_has_cell_ = false;
  return std::exchange(text_, {});
}

}  // namespace tracuu::input
