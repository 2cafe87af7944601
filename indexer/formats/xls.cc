#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/text/legacy/repair.h"
#include "indexer/formats/cell_value.h"
#include "indexer/formats/office97.h"
#include "indexer/formats/ole_file.h"
#include "indexer/formats/ole_properties.h"
#include "indexer/formats/run_text.h"
#include "indexer/formats/utf16.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

using Break = TextBuilder::Break;
using Font = std::optional<text::FontEncoding>;

enum RecordKind : std::uint16_t {
  kFormula = 0x0006,
  kEof = 0x000A,
  kFilePass = 0x002F,
  kFont = 0x0031,
  kContinue = 0x003C,
  kSheet = 0x0085,
  kNumbersPacked = 0x00BD,
  kRichLabel = 0x00D6,
  kCellFormat = 0x00E0,
  kStrings = 0x00FC,
  kLabelOfStrings = 0x00FD,
  kNumber = 0x0203,
  kLabel = 0x0204,
  kStringOfFormula = 0x0207,
  kNumberPacked = 0x027E,
  kFormatCode = 0x041E,
  kBegin = 0x0809,
};

constexpr std::uint16_t kExcel97 = 0x0600;
constexpr std::size_t kMaxStrings = 2'000'000;
constexpr std::size_t kMaxSheets = 1024;

struct Record {
  std::uint16_t kind = 0;
  std::string_view data;
};

// The records of a stream from some place on.
class Records {
 public:
  Records(std::string_view stream, std::size_t offset)
      : rest_(slice(stream, offset, stream.size())) {}

  std::optional<Record> next() {
    if (rest_.size() < 4) return std::nullopt;
    const Record record{u16_at(rest_, 0), slice(rest_, 4, u16_at(rest_, 2))};
    rest_ = slice(rest_, 4u + u16_at(rest_, 2), rest_.size());
    return record;
  }

  // The kind of the next one.
  std::uint16_t peek() const { return u16_at(rest_, 0); }

 private:
  std::string_view rest_;
};

double double_at(std::string_view bytes, std::size_t offset) {
  if (offset + 8 > bytes.size()) return 0;
  double value = 0;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

// A number in 30 bits: a whole one or the upper half of a double, perhaps a hundredth of it.
double unpacked(std::uint32_t packed) {
  double value = 0;
  if ((packed & 2) != 0) {
    value = static_cast<std::int32_t>(packed) >> 2;
  } else {
    value = std::bit_cast<double>(static_cast<std::uint64_t>(packed & ~3u) << 32);
  }
  return (packed & 1) != 0 ? value / 100 : value;
}

// A text with the places where its font changes.
struct RichString {
  std::string text;                                                // UTF-8, of one font
  std::vector<std::pair<std::uint16_t, std::string>> other_fonts;  // font and text behind it
};

// Reads the texts of a workbook. A text may go on in the next record, in another width.
class StringReader {
 public:
  StringReader(std::string_view first, Records& records) : part_(first), records_(records) {}

  bool at_end() const { return part_.empty() && records_.peek() != kContinue; }

  RichString read() {
    const std::size_t count = number(2);
    const unsigned flags = static_cast<unsigned>(number(1));
    const std::size_t runs = (flags & 8) != 0 ? number(2) : 0;
    const std::size_t extra = (flags & 4) != 0 ? number(4) : 0;
    std::vector<std::uint16_t> units;
    bool is_wide = (flags & 1) != 0;
    while (units.size() < count) {
      if (part_.empty()) {
        if (!next_part()) break;
        is_wide = (number(1) & 1) != 0;
        if (part_.empty()) break;
      }
      const std::size_t width = is_wide ? 2 : 1;
      const std::size_t here = std::min(count - units.size(), part_.size() / width);
      if (here == 0) {
        part_ = {};
        continue;
      }
      for (std::size_t i = 0; i < here; ++i) {
        units.push_back(is_wide ? u16_at(part_, 2 * i) : static_cast<unsigned char>(part_[i]));
      }
      part_.remove_prefix(here * width);
    }
    RichString string;
    std::size_t begin = 0;
    std::string* to = &string.text;
    for (std::size_t i = 0; i < runs && !at_end(); ++i) {
      const std::size_t at = std::min<std::size_t>(number(2), units.size());
      const auto font = static_cast<std::uint16_t>(number(2));
      if (at < begin) continue;
      *to = text_of(units, begin, at);
      begin = at;
      string.other_fonts.emplace_back(font, std::string());
      to = &string.other_fonts.back().second;
    }
    *to = text_of(units, begin, units.size());
    skip(extra);
    return string;
  }

 private:
  static std::string text_of(const std::vector<std::uint16_t>& units, std::size_t begin,
                             std::size_t end) {
    std::string bytes;
    bytes.reserve(2 * (end - begin));
    for (std::size_t i = begin; i < end; ++i) {
      bytes += static_cast<char>(units[i] & 0xFF);
      bytes += static_cast<char>(units[i] >> 8);
    }
    return utf16_text(bytes);
  }

  bool next_part() {
    if (records_.peek() != kContinue) return false;
    const auto record = records_.next();
    part_ = record ? record->data : std::string_view();
    return record.has_value();
  }

  std::size_t number(std::size_t bytes) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
      if (part_.empty() && !next_part()) return value;
      if (part_.empty()) return value;
      value |= static_cast<std::size_t>(static_cast<unsigned char>(part_.front())) << (8 * i);
      part_.remove_prefix(1);
    }
    return value;
  }

  void skip(std::size_t bytes) {
    while (bytes > 0) {
      if (part_.empty() && !next_part()) return;
      const std::size_t here = std::min(bytes, part_.size());
      if (here == 0) return;
      part_.remove_prefix(here);
      bytes -= here;
    }
  }

  std::string_view part_;
  Records& records_;
};

struct Sheet {
  std::string name;
  std::uint32_t offset = 0;
};

class Workbook {
 public:
  explicit Workbook(std::string_view stream) : stream_(stream) {}

  std::variant<FileText, ReadProblem> read() {
    if (auto problem = read_globals()) return *problem;
    for (const Sheet& sheet : sheets_) {
      if (out_.size() > kMaxTextBytes) break;
      read_sheet(sheet);
    }
    FileText text;
    text.body = out_.take();
    text.repairs = out_.repairs();
    return text;
  }

 private:
  std::optional<ReadProblem> read_globals() {
    Records records(stream_, 0);
    while (const auto record = records.next()) {
      const std::string_view data = record->data;
      switch (record->kind) {
        case kBegin:
          is_97_ = u16_at(data, 0) >= kExcel97;
          break;
        case kFilePass:
          return ReadProblem{SkipReason::kEncrypted, {}};
        case kFont:
          fonts_.push_back(text::font_encoding(short_text(slice(data, 14, data.size()))));
          break;
        case kFormatCode:
          codes_[u16_at(data, 0)] = is_97_ ? long_text(slice(data, 2, data.size()))
                                           : short_text(slice(data, 2, data.size()));
          break;
        case kCellFormat:
          formats_.push_back({u16_at(data, 0), u16_at(data, 2)});
          break;
        case kSheet:
          if (sheets_.size() < kMaxSheets) {
            sheets_.push_back({short_text(slice(data, 6, data.size())), u32_at(data, 0)});
          }
          break;
        case kStrings: {
          StringReader reader(slice(data, 8, data.size()), records);
          const std::size_t count = std::min<std::size_t>(u32_at(data, 4), kMaxStrings);
          while (strings_.size() < count && !reader.at_end()) strings_.push_back(reader.read());
          break;
        }
        case kEof:
          return std::nullopt;
        default:
          break;
      }
    }
    if (sheets_.empty()) return ReadProblem{SkipReason::kBroken, "no sheets"};
    return std::nullopt;
  }

  // A text whose length is one byte; Excel 97 says behind it whether it is wide.
  std::string short_text(std::string_view data) const { return counted_text(data, 1); }
  std::string long_text(std::string_view data) const { return counted_text(data, 2); }

  std::string counted_text(std::string_view data, std::size_t length_bytes) const {
    const std::size_t count = length_bytes == 1 ? u16_at(data, 0) & 0xFFu : u16_at(data, 0);
    data = slice(data, length_bytes, data.size());
    if (!is_97_) return text::text_of_cp1252(data.substr(0, count));
    const bool is_wide = !data.empty() && (data.front() & 1) != 0;
    data = slice(data, 1, data.size());
    if (is_wide) return utf16_text(data.substr(0, 2 * count));
    return latin1_text(data.substr(0, count));
  }

  void read_sheet(const Sheet& sheet) {
    out_.ask(Break::kParagraph);
    out_.add(sheet.name, {});
    out_.ask(Break::kLine);
    row_ = -1;
    Records records(stream_, sheet.offset);
    while (const auto record = records.next()) {
      if (record->kind == kEof || out_.size() > kMaxTextBytes) break;
      read_cell(*record);
    }
    if (row_ >= 0) out_.end_row();
  }

  void read_cell(const Record& record) {
    const std::string_view data = record.data;
    switch (record.kind) {
      case kLabelOfStrings: {
        const std::uint32_t number = u32_at(data, 6);
        if (number < strings_.size()) put_string(data, strings_[number]);
        break;
      }
      case kLabel:
      case kRichLabel:
        put_string(data, {long_text(slice(data, 6, data.size())), {}});
        break;
      case kNumber:
        put_number(data, u16_at(data, 4), double_at(data, 6));
        break;
      case kNumberPacked:
        put_number(data, u16_at(data, 4), unpacked(u32_at(data, 6)));
        break;
      case kNumbersPacked:
        for (std::size_t at = 4; at + 6 + 2 <= data.size(); at += 6) {
          put_number(data, u16_at(data, at), unpacked(u32_at(data, at + 2)));
        }
        break;
      case kFormula:
        formula_ = data.substr(0, std::min<std::size_t>(6, data.size()));
        if (u16_at(data, 12) != 0xFFFF) put_number(data, u16_at(data, 4), double_at(data, 6));
        break;
      case kStringOfFormula:
        if (!formula_.empty()) put_string(formula_, {long_text(data), {}});
        formula_ = {};
        break;
      default:
        break;
    }
  }

  void open_cell(std::string_view data) {
    const int row = u16_at(data, 0);
    if (row != row_) {
      if (row_ >= 0) out_.end_row();
      out_.start_row();
      row_ = row;
    }
    out_.start_cell();
  }

  void put_string(std::string_view data, const RichString& string) {
    open_cell(data);
    const std::size_t format = u16_at(data, 4);
    out_.add(string.text, format < formats_.size() ? font(formats_[format].font) : Font());
    for (const auto& [other, text] : string.other_fonts) out_.add(text, font(other));
    out_.end_cell();
  }

  void put_number(std::string_view data, std::size_t format, double value) {
    open_cell(data);
    bool is_date = false;
    if (format < formats_.size()) {
      const std::uint16_t code = formats_[format].code;
      const auto it = codes_.find(code);
      is_date = is_date_format(code, it == codes_.end() ? "" : it->second);
    }
    out_.add(is_date ? date_text(value) : number_text(value), {});
    out_.end_cell();
  }

  // The fonts are numbered as if there were a fifth one, which no file has.
  Font font(std::size_t number) const {
    if (number > 4) --number;
    return number < fonts_.size() ? fonts_[number] : std::nullopt;
  }

  struct CellFormat {
    std::uint16_t font = 0;
    std::uint16_t code = 0;
  };

  std::string_view stream_;
  bool is_97_ = true;
  std::vector<Font> fonts_;
  std::map<std::uint16_t, std::string> codes_;
  std::vector<CellFormat> formats_;
  std::vector<Sheet> sheets_;
  std::vector<RichString> strings_;
  std::string_view formula_;  // its place and format; its text comes in the next record
  int row_ = -1;
  RunText out_;
};

}  // namespace

std::variant<FileText, ReadProblem> read_xls(std::string_view bytes) {
  const OleFile file(bytes);
  const std::string stream = file.read(file.has("Workbook") ? "Workbook" : "Book");
  std::variant<FileText, ReadProblem> read = Workbook(stream).read();
  if (auto* text = std::get_if<FileText>(&read)) text->properties = ole_properties(file);
  return read;
}

}  // namespace tracuu::input
