#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/text/legacy/encodings.h"
#include "core/text/legacy/repair.h"
#include "core/text/utf8.h"
#include "indexer/extract/keywords.h"
#include "indexer/formats/office97.h"
#include "indexer/formats/run_text.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

using Break = TextBuilder::Break;
using std::string_view_literals::operator""sv;

constexpr std::size_t kMaxGroups = 1000;
constexpr std::size_t kMaxPropertyBytes = 1024;
constexpr int kVietnameseCharset = 163;
constexpr int kVietnameseCodePage = 1258;

// What a group's text is for.
enum class Destination : std::uint8_t {
  kBody,
  kFontName,
  kTitle,
  kAuthor,
  kSkipped,
};

struct Group {
  Destination destination = Destination::kBody;
  int font = -1;
  int fallback = 1;  // characters behind \u that stand for it
  bool is_hidden = false;
};

struct Font {
  std::string name;
  int charset = 0;
};

// Groups whose text is none of the document's.
constexpr std::array kSkippedGroups{
    "colortbl"sv,  "stylesheet"sv, "pict"sv,      "object"sv,     "header"sv,
    "headerl"sv,   "headerr"sv,    "headerf"sv,   "footer"sv,     "footerl"sv,
    "footerr"sv,   "footerf"sv,    "fldinst"sv,   "listtable"sv,  "listtext"sv,
    "ftnsep"sv,    "ftnsepc"sv,    "aftnsep"sv,   "aftnsepc"sv,   "themedata"sv,
    "datastore"sv, "nonshppict"sv, "filetbl"sv,   "revtbl"sv,     "rsidtbl"sv,
    "xmlnstbl"sv,  "falt"sv,       "panose"sv,    "annotation"sv, "listoverridetable"sv,
    "atnid"sv,     "atnauthor"sv,  "bkmkstart"sv, "bkmkend"sv,    "txe"sv,
    "xe"sv};

struct Character {
  std::string_view word;
  std::string_view utf8;
};

constexpr std::array<Character, 11> kCharacters{{{"emdash", "\u2014"},
                                                 {"endash", "\u2013"},
                                                 {"lquote", "\u2018"},
                                                 {"rquote", "\u2019"},
                                                 {"ldblquote", "\u201C"},
                                                 {"rdblquote", "\u201D"},
                                                 {"bullet", "\u2022"},
                                                 {"emspace", " "},
                                                 {"enspace", " "},
                                                 {"qmspace", " "},
                                                 {"tab", " "}}};

class RtfReader {
 public:
  explicit RtfReader(std::string_view rtf) : rest_(rtf) { groups_.emplace_back(); }

  std::variant<FileText, ReadProblem> read() {
    while (!rest_.empty() && out_.size() <= kMaxTextBytes) step();
    flush();
    FileText text;
    text.body = out_.take();
    text.repairs = out_.repairs();
    text.properties.title = std::string(trim(title_));
    text.properties.author = std::string(trim(author_));
    return text;
  }

 private:
  Group& group() { return groups_.back(); }

  char take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  void step() {
    const char c = take();
    if (c == '{') {
      // Deeper than any document: its groups are read as one.
      if (groups_.size() < kMaxGroups) groups_.push_back(group());
      is_group_start_ = true;
      return;
    }
    if (c == '}') {
      flush();
      if (groups_.size() > 1) groups_.pop_back();
    } else if (c == '\\' && !rest_.empty()) {
      control();
      return;
    } else if (c != '\r' && c != '\n') {
      byte(c);
    }
    is_group_start_ = false;
  }

  void control() {
    const char c = rest_.front();
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word();
      return;
    }
    rest_.remove_prefix(1);
    if (c == '\'') {
      hexadecimal();
    } else if (c == '*') {
      is_optional_ = true;
      return;
    } else if (c == '~') {
      text(" ");
    } else if (c == '_') {
      text("-");
    } else if (c == '\\' || c == '{' || c == '}') {
      byte(c);
    } else if (c == '\n' || c == '\r') {
      paragraph();
    }
    is_group_start_ = false;
  }

  void hexadecimal() {
    unsigned value = 0;
    const char* const end = rest_.data() + std::min<std::size_t>(2, rest_.size());
    const auto [stop, failed] = std::from_chars(rest_.data(), end, value, 16);
    rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
    if (failed == std::errc()) byte(static_cast<char>(value));
  }

  void word() {
    std::size_t end = 0;
    constexpr std::size_t kMaxWord = 32;
    while (end < rest_.size() && end < kMaxWord &&
           ((rest_[end] >= 'a' && rest_[end] <= 'z') || (rest_[end] >= 'A' && rest_[end] <= 'Z'))) {
      ++end;
    }
    const std::string_view name = rest_.substr(0, end);
    rest_.remove_prefix(end);
    std::optional<int> value;
    int number = 0;
    const auto [stop, failed] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (failed == std::errc()) value = number;
    rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
    if (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    apply(name, value);
    is_group_start_ = false;
    is_optional_ = false;
  }

  void apply(std::string_view name, std::optional<int> value) {
    if (name == "bin") {
      rest_.remove_prefix(std::min<std::size_t>(
          rest_.size(), static_cast<std::size_t>(std::max(0, value.value_or(0)))));
    } else if (name == "u") {
      unicode(value.value_or(0));
    } else if (name == "uc") {
      group().fallback = std::clamp(value.value_or(1), 0, 16);
    } else if (name == "f" || name == "deff") {
      set_font(value.value_or(0), name == "deff");
    } else if (name == "fcharset") {
      if (group().destination == Destination::kFontName) {
        fonts_[group().font].charset = value.value_or(0);
      }
    } else if (name == "ansicpg") {
      code_page_ = value.value_or(0);
    } else if (name == "plain") {
      flush();
      group().font = default_font_;
      group().is_hidden = false;
    } else if (name == "v" || name == "deleted") {
      flush();
      group().is_hidden = value.value_or(1) != 0;
    } else if (group().destination == Destination::kBody && structure(name)) {
      return;
    } else {
      destination(name);
    }
  }

  bool structure(std::string_view name) {
    if (name == "par" || name == "sect" || name == "page") {
      paragraph();
    } else if (name == "line") {
      flush();
      out_.line_break();
    } else if (name == "pard") {
      in_table_ = false;
    } else if (name == "intbl") {
      in_table_ = true;
    } else if (name == "cell" || name == "nestcell") {
      flush();
      open_cell();
      out_.end_cell();
      cell_open_ = false;
    } else if (name == "row" || name == "nestrow") {
      flush();
      if (row_open_) out_.end_row();
      row_open_ = cell_open_ = false;
    } else {
      const auto it = std::ranges::find(kCharacters, name, &Character::word);
      if (it == kCharacters.end()) return false;
      text(it->utf8);
    }
    return true;
  }

  void paragraph() {
    flush();
    out_.ask(Break::kParagraph);
  }

  void destination(std::string_view name) {
    if (name == "fonttbl") {
      group().destination = Destination::kFontName;
    } else if (name == "info") {
      group().destination = Destination::kSkipped;
    } else if (name == "title") {
      group().destination = Destination::kTitle;
      title_.clear();  // once more, in Unicode
    } else if (name == "author") {
      group().destination = Destination::kAuthor;
      author_.clear();
    } else if (std::ranges::find(kSkippedGroups, name) != kSkippedGroups.end() ||
               (is_optional_ && name != "shptxt" && name != "shpinst" && name != "ud" &&
                name != "nesttableprops")) {
      flush();
      group().destination = Destination::kSkipped;
    }
  }

  void set_font(int number, bool is_default) {
    if (group().destination == Destination::kBody) flush();
    group().font = number;
    if (is_default) default_font_ = number;
  }

  void unicode(int value) {
    const auto unit = static_cast<std::uint16_t>(value);
    std::string utf8;
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
    } else if (unit >= 0xDC00 && unit < 0xE000) {
      if (high_ != 0) {
        text::append_utf8(utf8, 0x10000u + ((high_ - 0xD800u) << 10) + (unit - 0xDC00u));
      }
      high_ = 0;
    } else if (unit >= 0x20) {
      text::append_utf8(utf8, unit);
    }
    text(utf8);
    fallback_left_ = group().fallback;
  }

  // A byte of text, in the code page of its font.
  void byte(char c) {
    if (fallback_left_ > 0) {
      --fallback_left_;
      return;
    }
    switch (group().destination) {
      case Destination::kBody:
        if (!group().is_hidden) pending_ += c;
        break;
      case Destination::kFontName:
        if (c != ';' && fonts_[group().font].name.size() < 64) fonts_[group().font].name += c;
        break;
      case Destination::kTitle:
        if (title_.size() < kMaxPropertyBytes) title_ += cp1252({&c, 1});
        break;
      case Destination::kAuthor:
        if (author_.size() < kMaxPropertyBytes) author_ += cp1252({&c, 1});
        break;
      case Destination::kSkipped:
        break;
    }
  }

  const Font* font() const {
    const auto it = fonts_.find(groups_.back().font < 0 ? default_font_ : groups_.back().font);
    return it == fonts_.end() ? nullptr : &it->second;
  }

  void flush() {
    fallback_left_ = 0;
    if (pending_.empty()) return;
    const std::string bytes = std::exchange(pending_, {});
    const Font* const used = font();
    const bool is_1258 =
        used ? used->charset == kVietnameseCharset : code_page_ == kVietnameseCodePage;
    const auto kind = is_1258 ? text::RepairKind::kWindows1258 : text::RepairKind::kMojibake;
    put(is_1258 ? text::decode_bytes(kind, bytes) : cp1252(bytes));
  }

  static std::string cp1252(std::string_view bytes) {
    const bool is_ascii =
        std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return is_ascii ? std::string(bytes) : text::text_of_cp1252(bytes);
  }

  // Text in Unicode.
  void text(std::string_view utf8) {
    const int left = fallback_left_;
    flush();
    fallback_left_ = left;
    if (group().destination == Destination::kBody && !group().is_hidden) put(utf8);
    if (group().destination == Destination::kTitle) title_ += utf8;
    if (group().destination == Destination::kAuthor) author_ += utf8;
  }

  void put(std::string_view utf8) {
    if (utf8.empty()) return;
    if (in_table_) open_cell();
    const Font* const used = font();
    out_.add(utf8, used ? text::font_encoding(used->name) : std::nullopt);
  }

  void open_cell() {
    if (!std::exchange(row_open_, true)) out_.start_row();
    if (!std::exchange(cell_open_, true)) out_.start_cell();
  }

  std::string_view rest_;
  std::vector<Group> groups_;
  std::map<int, Font> fonts_;
  int default_font_ = 0;
  int code_page_ = 0;
  bool is_group_start_ = false;
  bool is_optional_ = false;  // behind \*
  int fallback_left_ = 0;
  std::uint16_t high_ = 0;  // the first half of a surrogate pair
  bool in_table_ = false;
  bool row_open_ = false;
  bool cell_open_ = false;
  std::string pending_;  // bytes of body text
  std::string title_;
  std::string author_;
  RunText out_;
};

}  // namespace

std::variant<FileText, ReadProblem> read_rtf(std::string_view bytes) {
  return RtfReader(bytes).read();
}

}  // namespace tracuu::input
