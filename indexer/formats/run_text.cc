#include "indexer/formats/run_text.h"

#include <algorithm>
#include <utility>

namespace tracuu::input {
namespace {

std::size_t letters_beyond_ascii(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

}  // namespace

void RunText::add(std::string_view utf8, const std::optional<text::FontEncoding>& font) {
  if (font != font_) flush();
  font_ = font;
  run_ += utf8;
}

void RunText::flush() {
  if (run_.empty()) return;
  const std::string run = std::exchange(run_, {});
  const std::optional<std::string> decoded = font_ ? text::decode_run(run, *font_) : std::nullopt;
  if (decoded) letters_[font_->kind] += letters_beyond_ascii(*decoded);
  builder_.add(decoded ? *decoded : run);
}

void RunText::ask(TextBuilder::Break wanted) {
  flush();
  builder_.ask(wanted);
}

void RunText::line_break() {
  flush();
  builder_.line_break();
}

void RunText::start_row() {
  flush();
  builder_.start_row();
}

void RunText::end_row() {
  flush();
  builder_.end_row();
}

void RunText::start_cell() {
  flush();
  builder_.start_cell();
}

void RunText::end_cell() {
  flush();
  builder_.end_cell();
}

std::size_t RunText::start_page() {
  flush();
  text_ += builder_.take();
  if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  return text_.size();
}

std::string RunText::take() {
  flush();
  text_ += builder_.take();
  return std::exchange(text_, {});
}

std::vector<EncodingRepair> RunText::repairs() const {
  std::vector<EncodingRepair> repairs;
  for (const auto& [kind, letters] : letters_) {
    if (letters > 0) repairs.push_back({std::string(text::repair_code(kind)), letters});
  }
  return repairs;
}

}  // namespace tracuu::input
