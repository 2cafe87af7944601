#include <algorithm>
#include <string>
#include <vector>

#include "core/text/legacy/repair.h"
#include "indexer/formats/doc_fonts.h"
#include "indexer/formats/office97.h"
#include "indexer/formats/ole_file.h"
#include "indexer/formats/ole_properties.h"
#include "indexer/formats/run_text.h"
#include "indexer/formats/utf16.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

using Break = TextBuilder::Break;

constexpr std::uint16_t kWord97 = 0xC1;
constexpr std::uint16_t kFlagEncrypted = 0x0100;
constexpr std::uint16_t kFlagTable1 = 0x0200;
constexpr std::size_t kPieces = 0x01A2;  // offset and length of the piece table
constexpr std::size_t kMaxPieces = 1'000'000;

// A stretch of text: where it lies in the file and how.
struct Piece {
  std::uint32_t offset = 0;
  std::uint32_t characters = 0;
  bool is_wide = false;
};

std::vector<Piece> pieces_of(std::string_view document, std::string_view table) {
  std::string_view list = slice(table, u32_at(document, kPieces), u32_at(document, kPieces + 4));
  // Before the table come lists of properties, each with its length.
  while (!list.empty() && list.front() == 1) list = slice(list, 3u + u16_at(list, 1), list.size());
  std::vector<Piece> pieces;
  if (list.empty() || list.front() != 2) return pieces;
  list = slice(list, 5, u32_at(list, 1));
  if (list.size() < 4) return pieces;
  const std::size_t count = std::min((list.size() - 4) / 12, kMaxPieces);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t begin = u32_at(list, 4 * i);
    const std::uint32_t end = u32_at(list, 4 * i + 4);
    const std::uint32_t place = u32_at(list, 4 * (count + 1) + 8 * i + 2);
    const bool is_wide = (place & 0x40000000) == 0;
    const std::uint32_t offset = is_wide ? place : (place & 0x3FFFFFFF) / 2;
    if (end > begin) pieces.push_back({offset, end - begin, is_wide});
  }
  return pieces;
}

// Puts out the letters and signs of a document, one after another.
class DocText {
 public:
  // Letters of one format, without signs.
  void add(std::string_view utf8, const DocFormat& format) {
    if (fields_ > 0 || format.is_hidden) return;
    if (format.in_table) open_cell();
    out.add(utf8, format.font);
  }

  // A sign below the blank. Returns whether it was one.
  void sign(unsigned c, const DocFormat& format) {
    switch (c) {
      case 0x07:  // the end of a cell, or of a row
        if (format.is_row_end) {
          out.end_row();
          row_open_ = cell_open_ = false;
        } else {
          open_cell();
          out.end_cell();
          cell_open_ = false;
        }
        break;
      case 0x0D:
        out.ask(Break::kParagraph);
        break;
      case 0x0B:
        out.line_break();
        break;
      case 0x0C:
      case 0x0E:
        out.ask(Break::kParagraph);
        break;
      case 0x13:  // the code of a field, its result, its end
        ++fields_;
        break;
      case 0x14:
      case 0x15:
        if (c == 0x15 && results_ > 0) {
          --results_;
        } else if (fields_ > 0) {
          --fields_;
          results_ += c == 0x14 ? 1 : 0;
        }
        break;
      case 0x1E:
        add("-", format);
        break;
      case 0x09:
        add(" ", format);
        break;
      default:
        break;
    }
  }

  RunText out;

 private:
  void open_cell() {
    if (!row_open_) out.start_row();
    row_open_ = true;
    if (!cell_open_) out.start_cell();
    cell_open_ = true;
  }

  int fields_ = 0;   // whose code is being read
  int results_ = 0;  // whose result is
  bool row_open_ = false;
  bool cell_open_ = false;
};

bool is_sign(unsigned c) {
  return c < 0x20;
}

// Puts out the characters between two file offsets, which have one format.
void put_stretch(std::string_view bytes, bool is_wide, const DocFormat& format, DocText& text) {
  const std::size_t width = is_wide ? 2 : 1;
  std::size_t begin = 0;
  const auto letters = [&](std::size_t end) {
    const std::string_view part = bytes.substr(begin, end - begin);
    if (!part.empty()) text.add(is_wide ? utf16_text(part) : text::text_of_cp1252(part), format);
  };
  for (std::size_t i = 0; i + width <= bytes.size(); i += width) {
    const unsigned c = is_wide ? u16_at(bytes, i) : static_cast<unsigned char>(bytes[i]);
    if (!is_sign(c)) continue;
    letters(i);
    begin = i + width;
    text.sign(c, format);
  }
  letters(bytes.size());
}

// Puts out a part of the text, counted in characters.
void put_part(const std::vector<Piece>& pieces, std::string_view document, const DocFonts& fonts,
              std::uint64_t begin, std::uint64_t end, DocText& text) {
  std::uint64_t at = 0;
  for (const Piece& piece : pieces) {
    const std::uint64_t from = std::max(begin, at);
    const std::uint64_t to = std::min(end, at + piece.characters);
    const std::uint64_t width = piece.is_wide ? 2 : 1;
    std::uint64_t offset = piece.offset + (from - at) * width;
    const std::uint64_t stop =
        std::min<std::uint64_t>(from < to ? piece.offset + (to - at) * width : 0, document.size());
    at += piece.characters;
    while (offset < stop && text.out.size() < kMaxTextBytes) {
      std::uint32_t format_end = 0;
      const DocFormat format = fonts.at(static_cast<std::uint32_t>(offset), format_end);
      std::uint64_t next = std::min<std::uint64_t>(stop, format_end);
      if (next < offset + width) next = offset + width;
      put_stretch(slice(document, offset, next - offset), piece.is_wide, format, text);
      offset = next;
    }
  }
  text.out.ask(Break::kParagraph);
}

FileText finish(RunText& out) {
  FileText text;
  text.body = out.take();
  text.repairs = out.repairs();
  return text;
}

// Word 6 and 95 keep the text of a document that was saved whole in one stretch.
std::variant<FileText, ReadProblem> read_word95(std::string_view document) {
  const std::string_view stretch = slice(document, u32_at(document, 0x18), u32_at(document, 0x34));
  if (stretch.empty()) return ReadProblem{SkipReason::kBroken, "no text where Word 95 has it"};
  DocText text;
  put_stretch(stretch, false, {}, text);
  return finish(text.out);
}

}  // namespace

std::variant<FileText, ReadProblem> read_doc(std::string_view bytes) {
  const OleFile file(bytes);
  const std::string document = file.read("WordDocument");
  const std::uint16_t flags = u16_at(document, 0x0A);
  if ((flags & kFlagEncrypted) != 0) return ReadProblem{SkipReason::kEncrypted, {}};
  if (u16_at(document, 2) < kWord97) return read_word95(document);
  const std::string table = file.read((flags & kFlagTable1) != 0 ? "1Table" : "0Table");
  const std::vector<Piece> pieces = pieces_of(document, table);
  if (pieces.empty()) return ReadProblem{SkipReason::kBroken, "no piece table"};
  const DocFonts fonts(document, table);
  DocText text;
  // The parts follow each other: text, footnotes, headers, macros, remarks, endnotes, text boxes.
  // Headers stand on every page; remarks are no text of the document.
  constexpr std::size_t kPartSizes = 0x4C;
  constexpr bool kIsRead[] = {true, true, false, false, false, true, true};
  std::uint64_t at = 0;
  for (std::size_t part = 0; part < std::size(kIsRead); ++part) {
    const std::uint64_t size = u32_at(document, kPartSizes + 4 * part);
    if (kIsRead[part] && size > 0) put_part(pieces, document, fonts, at, at + size, text);
    at += size;
  }
  FileText read = finish(text.out);
  read.properties = ole_properties(file);
  return read;
}

}  // namespace tracuu::input
