#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/formats/office97.h"
#include "indexer/formats/ole_file.h"
#include "indexer/formats/ole_properties.h"
#include "indexer/formats/run_text.h"
#include "indexer/formats/utf16.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

using Break = TextBuilder::Break;

enum RecordKind : std::uint16_t {
  kSlidePersist = 0x03F3,
  kSlideList = 0x0FF0,
  kTextChars = 0x0FA0,
  kTextBytes = 0x0FA8,
  kFontEntity = 0x0FB7,
  kUserEdit = 0x0FF5,
  kPlaces = 0x1772,
};

constexpr int kMaxDepth = 32;
constexpr int kMaxSaves = 10'000;
constexpr std::size_t kMaxObjects = 100'000;
constexpr std::size_t kMaxSlides = 10'000;
constexpr std::size_t kFontNameBytes = 64;

struct Record {
  std::uint16_t version = 0;
  std::uint16_t kind = 0;
  std::string_view data;

  bool is_container() const { return (version & 0xF) == 0xF; }
  std::uint16_t instance() const { return static_cast<std::uint16_t>(version >> 4); }
};

Record record_at(std::string_view bytes, std::size_t offset) {
  return {u16_at(bytes, offset), u16_at(bytes, offset + 2),
          slice(bytes, offset + 8, u32_at(bytes, offset + 4))};
}

template <typename OnRecord>
void for_each_record(std::string_view bytes, OnRecord on_record) {
  while (bytes.size() >= 8) {
    const Record record = record_at(bytes, 0);
    on_record(record);
    bytes = slice(bytes, 8 + record.data.size(), bytes.size());
  }
}

// Where each object of the presentation lies. A save appends what changed, and a list of the
// places; the last list that has an object has it as it is now.
class Places {
 public:
  Places(std::string_view stream, std::string_view current_user) : stream_(stream) {
    constexpr std::size_t kLastEdit = 16;
    std::size_t edit = u32_at(current_user, kLastEdit);
    for (int i = 0; i < kMaxSaves && edit != 0; ++i) {
      const Record record = record_at(stream, edit);
      if (record.kind != kUserEdit) return;
      if (i == 0) document_ = u32_at(record.data, 16);
      add_list(record_at(stream, u32_at(record.data, 12)));
      const std::size_t before = u32_at(record.data, 8);
      if (before >= edit) return;
      edit = before;
    }
  }

  Record document() const { return object(document_); }

  Record object(std::uint32_t number) const {
    const auto it = places_.find(number);
    return it == places_.end() ? Record{} : record_at(stream_, it->second);
  }

 private:
  void add_list(const Record& list) {
    if (list.kind != kPlaces) return;
    std::size_t at = 0;
    while (at + 4 <= list.data.size() && places_.size() < kMaxObjects) {
      const std::uint32_t first = u32_at(list.data, at) & 0xFFFFF;
      const std::uint32_t count = u32_at(list.data, at) >> 20;
      at += 4;
      for (std::uint32_t i = 0; i < count && at + 4 <= list.data.size(); ++i, at += 4) {
        places_.try_emplace(first + i, u32_at(list.data, at));
      }
    }
  }

  std::string_view stream_;
  std::uint32_t document_ = 0;
  std::map<std::uint32_t, std::uint32_t> places_;
};

// The slides in their order: the texts of the outline, then those of other boxes.
class Slides {
 public:
  explicit Slides(const Places& places) : places_(places) {
    read_fonts(places.document().data, 0);
    for_each_record(places.document().data, [&](const Record& record) {
      if (record.kind == kSlideList && record.instance() == 0) read_outline(record.data);
    });
    finish_slide();
  }

  FileText text() {
    text_.body = out_.take();
    text_.repairs = out_.repairs();
    return std::move(text_);
  }

 private:
  void read_outline(std::string_view list) {
    for_each_record(list, [&](const Record& record) {
      if (record.kind != kSlidePersist) {
        put_texts(record);
        return;
      }
      finish_slide();
      if (text_.pages.size() == kMaxSlides) return;
      text_.pages.push_back(out_.start_page());
      slide_ = u32_at(record.data, 0);
    });
  }

  void finish_slide() {
    if (slide_ == 0) return;
    read_boxes(places_.object(slide_).data, 0);
    slide_ = 0;
  }

  void read_boxes(std::string_view bytes, int depth) {
    if (depth > kMaxDepth) return;
    for_each_record(bytes, [&](const Record& record) {
      if (record.is_container()) {
        read_boxes(record.data, depth + 1);
      } else {
        put_texts(record);
      }
    });
  }

  void read_fonts(std::string_view bytes, int depth) {
    if (depth > kMaxDepth) return;
    for_each_record(bytes, [&](const Record& record) {
      if (record.kind == kFontEntity) {
        const std::string name = utf16_text(record.data.substr(0, kFontNameBytes));
        const auto font = text::font_encoding(name.substr(0, name.find('\0')));
        if (font) font_ = font;
        has_other_font_ = has_other_font_ || !font;
      } else if (record.is_container() && record.kind != kSlideList) {
        read_fonts(record.data, depth + 1);
      }
    });
  }

  void put_texts(const Record& record) {
    if (out_.size() > kMaxTextBytes) return;
    if (record.kind == kTextChars) put(utf16_text(record.data));
    if (record.kind == kTextBytes) put(latin1_text(record.data));
  }

  // A text with its signs: the end of a paragraph and of a line.
  void put(std::string_view part) {
    // Which run has which font is not read: a font counts where the file has no others.
    const auto font = has_other_font_ ? std::nullopt : font_;
    while (!part.empty()) {
      const std::size_t end = std::min(part.find_first_of("\r\v"), part.size());
      out_.add(part.substr(0, end), font);
      out_.ask(Break::kLine);
      part.remove_prefix(std::min(end + 1, part.size()));
    }
    out_.ask(Break::kParagraph);
  }

  const Places& places_;
  std::uint32_t slide_ = 0;  // being read
  std::optional<text::FontEncoding> font_;
  bool has_other_font_ = false;
  FileText text_;
  RunText out_;
};

}  // namespace

std::variant<FileText, ReadProblem> read_ppt(std::string_view bytes) {
  const OleFile file(bytes);
  if (file.has("EncryptedSummary")) return ReadProblem{SkipReason::kEncrypted, {}};
  const std::string stream = file.read("PowerPoint Document");
  const std::string current_user = file.read("Current User");
  const Places places(stream, current_user);
  FileText text = Slides(places).text();
  text.properties = ole_properties(file);
  if (text.pages.empty()) return ReadProblem{SkipReason::kBroken, "no slides"};
  return text;
}

}  // namespace tracuu::input
