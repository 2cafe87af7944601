#include "indexer/formats/doc_fonts.h"

#include <algorithm>

#include "indexer/formats/ole_file.h"
#include "indexer/formats/utf16.h"

namespace tracuu::input {
namespace {

// Pairs of offset and length in the table stream, by their place in the header.
constexpr std::size_t kPairs = 0x9A;
constexpr std::size_t kStyles = 1;
constexpr std::size_t kCharacterPages = 12;
constexpr std::size_t kParagraphPages = 13;
constexpr std::size_t kFontNames = 15;

constexpr std::size_t kPageBytes = 512;
constexpr std::size_t kMaxRuns = 4'000'000;
constexpr std::size_t kMaxFonts = 4096;
constexpr std::size_t kMaxStyles = 4096;
constexpr int kMaxStyleChain = 16;

// Single properties.
constexpr std::uint16_t kFontAscii = 0x4A4F;
constexpr std::uint16_t kFontOther = 0x4A51;
constexpr std::uint16_t kCharacterStyle = 0x4A30;
constexpr std::uint16_t kHidden = 0x083C;
constexpr std::uint16_t kDeleted = 0x0800;
constexpr std::uint16_t kInTable = 0x2416;
constexpr std::uint16_t kRowEnd = 0x2417;

std::uint8_t u8_at(std::string_view bytes, std::size_t offset) {
  return offset < bytes.size() ? static_cast<std::uint8_t>(bytes[offset]) : std::uint8_t{0};
}

// Calls on_property(code, operand) for each single property.
template <typename OnProperty>
void for_each_property(std::string_view list, OnProperty on_property) {
  constexpr std::uint16_t kTabs = 0xC615;
  constexpr std::uint16_t kTable = 0xD608;
  constexpr std::size_t kSizes[8] = {1, 1, 2, 4, 2, 2, 0, 3};
  while (list.size() >= 3) {
    const std::uint16_t code = u16_at(list, 0);
    list.remove_prefix(2);
    std::size_t size = kSizes[code >> 13];
    if (size == 0) size = code == kTable ? u16_at(list, 0) + 1u : u8_at(list, 0) + 1u;
    if (code == kTabs && u8_at(list, 0) == 255) return;
    on_property(code, list.substr(0, size));
    list.remove_prefix(std::min(size, list.size()));
  }
}

std::string_view pair_of(std::string_view document, std::string_view table, std::size_t index) {
  const std::size_t at = kPairs + 8 * index;
  return slice(table, u32_at(document, at), u32_at(document, at + 4));
}

}  // namespace

DocFonts::DocFonts(std::string_view document, std::string_view table)
    : document_(document), table_(table) {
  read_fonts();
  read_styles();
  read_runs(kCharacterPages, characters_, false);
  read_runs(kParagraphPages, paragraphs_, true);
}

void DocFonts::read_fonts() {
  constexpr std::size_t kNameAt = 40;
  std::string_view names = pair_of(document_, table_, kFontNames);
  const std::size_t count = std::min<std::size_t>(u16_at(names, 0), kMaxFonts);
  names = slice(names, 4, names.size());
  for (std::size_t i = 0; i < count && !names.empty(); ++i) {
    const std::string_view entry = names.substr(0, u8_at(names, 0) + 1u);
    std::string name = utf16_text(slice(entry, kNameAt, entry.size()));
    fonts_.push_back(text::font_encoding(name.substr(0, name.find('\0'))));
    names.remove_prefix(entry.size());
  }
}

void DocFonts::read_styles() {
  std::string_view sheet = pair_of(document_, table_, kStyles);
  const std::size_t header = u16_at(sheet, 0);
  const std::string_view info = slice(sheet, 2, header);
  const std::size_t count = std::min<std::size_t>(u16_at(info, 0), kMaxStyles);
  const std::size_t base_bytes = u16_at(info, 2);
  constexpr std::size_t kDefaultFonts = 12;
  if (info.size() > kDefaultFonts) default_font_ = u16_at(info, kDefaultFonts);
  sheet = slice(sheet, 2 + header, sheet.size());
  for (std::size_t i = 0; i < count && sheet.size() >= 2; ++i) {
    const std::size_t size = u16_at(sheet, 0);
    const std::string_view style = slice(sheet, 2, size);
    sheet = slice(sheet, 2 + size + size % 2, sheet.size());
    Style found;
    if (size > 0) {
      const unsigned kind = u16_at(style, 2) & 0xFu;
      found.base = static_cast<std::uint16_t>(u16_at(style, 2) >> 4);
      const std::size_t lists = u16_at(style, 4) & 0xFu;
      // Behind the name, its count of units and its end, come lists of properties, each at an even
      // place: of the paragraph and then of its letters, or of letters alone.
      std::size_t at = base_bytes + 2 + std::size_t{2} * u16_at(style, base_bytes) + 2;
      const std::size_t wanted = kind == 1 ? 1 : 0;
      for (std::size_t list = 0; list < lists; ++list) {
        at += at % 2;
        const std::size_t bytes = u16_at(style, at);
        if (list == wanted && (kind == 1 || kind == 2)) {
          for_each_property(slice(style, at + 2, bytes),
                            [&](std::uint16_t code, std::string_view operand) {
                              if (code == kFontAscii && found.font < 0)
                                found.font = u16_at(operand, 0);
                              if (code == kFontOther) found.font = u16_at(operand, 0);
                            });
        }
        at += 2 + bytes;
      }
    }
    styles_.push_back(found);
  }
}

void DocFonts::read_runs(std::size_t index, std::vector<Run>& runs, bool is_paragraph) const {
  const std::string_view places = pair_of(document_, table_, index);
  if (places.size() < 12) return;
  const std::size_t count = (places.size() - 4) / 8;
  for (std::size_t i = 0; i < count && runs.size() < kMaxRuns; ++i) {
    const std::size_t number = u32_at(places, 4 * (count + 1) + 4 * i) & 0x3FFFFFu;
    const std::string_view page = slice(document_, number * kPageBytes, kPageBytes);
    if (page.size() < kPageBytes) continue;
    const std::size_t in_page = u8_at(page, kPageBytes - 1);
    const std::size_t entry_bytes = is_paragraph ? 13 : 1;
    for (std::size_t k = 0; k < in_page; ++k) {
      Run run{u32_at(page, 4 * k), u32_at(page, 4 * k + 4), {}, 0};
      const std::size_t at = std::size_t{2} * u8_at(page, 4 * (in_page + 1) + entry_bytes * k);
      if (at > 0 && !is_paragraph) run.properties = slice(page, at + 1, u8_at(page, at));
      if (at > 0 && is_paragraph) {
        // A length in words: one less than twice it, or in the next byte where it is 0.
        const std::size_t words = u8_at(page, at);
        const std::string_view list =
            words > 0 ? slice(page, at + 1, 2 * words - 1)
                      : slice(page, at + 2, std::size_t{2} * u8_at(page, at + 1));
        run.style = u16_at(list, 0);
        run.properties = slice(list, 2, list.size());
      }
      if (run.begin < run.end) runs.push_back(run);
    }
  }
  std::ranges::sort(runs, {}, &Run::begin);
}

const DocFonts::Run* DocFonts::find(const std::vector<Run>& runs, std::uint32_t offset) {
  const auto behind = std::ranges::upper_bound(runs, offset, {}, &Run::begin);
  if (behind == runs.begin()) return nullptr;
  const Run& run = *std::prev(behind);
  return offset < run.end ? &run : nullptr;
}

int DocFonts::font_of_style(std::uint16_t style) const {
  for (int i = 0; i < kMaxStyleChain && style < styles_.size(); ++i) {
    if (styles_[style].font >= 0) return styles_[style].font;
    style = styles_[style].base;
  }
  return -1;
}

DocFormat DocFonts::at(std::uint32_t offset, std::uint32_t& end) const {
  DocFormat format;
  int font = -1;
  int style_font = -1;
  end = offset + 1;
  const Run* const characters = find(characters_, offset);
  const Run* const paragraph = find(paragraphs_, offset);
  if (characters) {
    end = characters->end;
    for_each_property(characters->properties, [&](std::uint16_t code, std::string_view operand) {
      if (code == kFontAscii && font < 0) font = u16_at(operand, 0);
      if (code == kFontOther) font = u16_at(operand, 0);
      if (code == kCharacterStyle) style_font = font_of_style(u16_at(operand, 0));
      if (code == kHidden || code == kDeleted) format.is_hidden = u8_at(operand, 0) == 1;
    });
  }
  if (paragraph) {
    end = characters ? std::min(end, paragraph->end) : paragraph->end;
    for_each_property(paragraph->properties, [&](std::uint16_t code, std::string_view operand) {
      if (code == kInTable) format.in_table = u8_at(operand, 0) == 1;
      if (code == kRowEnd) format.is_row_end = u8_at(operand, 0) == 1;
    });
    if (style_font < 0) style_font = font_of_style(paragraph->style);
  }
  if (font < 0) font = style_font;
  if (font < 0) font = default_font_;
  if (font >= 0 && static_cast<std::size_t>(font) < fonts_.size()) {
    format.font = fonts_[static_cast<std::size_t>(font)];
  }
  return format;
}

}  // namespace tracuu::input
