#include <charconv>
#include <map>
#include <string>

#include "indexer/formats/office_properties.h"
#include "indexer/formats/office_xml.h"
#include "indexer/formats/run_text.h"
#include "indexer/formats/xml_events.h"
#include "indexer/formats/zip_parts.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

using Break = TextBuilder::Break;

constexpr std::string_view kSlidePart = "ppt/slides/slide";

class SlideEvents : public XmlEvents {
 public:
  explicit SlideEvents(RunText& out) : out_(out) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "a:r" || name == "a:fld") font_.reset();
    if (name == "a:latin") font_ = text::font_encoding(attributes["typeface"]);
    if (name == "a:t") is_text_ = true;
    if (name == "a:br") out_.line_break();
    if (name == "a:tr") out_.start_row();
    if (name == "a:tc") out_.start_cell();
  }
  void end(std::string_view name) override {
    if (name == "a:t") is_text_ = false;
    if (name == "a:p") out_.ask(Break::kLine);
    if (name == "p:txBody") out_.ask(Break::kParagraph);
    if (name == "a:tc") out_.end_cell();
    if (name == "a:tr") out_.end_row();
  }
  void text(std::string_view text) override {
    if (is_text_ && out_.size() < kMaxTextBytes) out_.add(text, font_);
  }

 private:
  RunText& out_;
  std::optional<text::FontEncoding> font_;
  bool is_text_ = false;
};

// Returns the number of a slide's part; 0 for other parts.
unsigned slide_number(std::string_view name) {
  if (!name.starts_with(kSlidePart) || !name.ends_with(".xml")) return 0;
  unsigned number = 0;
  name.remove_prefix(kSlidePart.size());
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

}  // namespace

std::variant<FileText, ReadProblem> read_pptx(std::string_view bytes) {
  auto read = read_parts(bytes, [](std::string_view name) {
    return slide_number(name) > 0 || name == "docProps/core.xml";
  });
  if (auto* problem = std::get_if<ReadProblem>(&read)) return std::move(*problem);
  ZipParts& parts = std::get<ZipParts>(read);
  std::map<unsigned, std::string_view> slides;
  for (const auto& [name, part] : parts) {
    if (const unsigned number = slide_number(name); number > 0) slides[number] = part;
  }
  if (slides.empty()) return ReadProblem{SkipReason::kBroken, "no slide that can be read"};
  FileText text;
  RunText out;
  for (const auto& [number, part] : slides) {
    text.pages.push_back(out.start_page());
    SlideEvents events(out);
    read_xml(part, events);
  }
  text.body = out.take();
  text.repairs = out.repairs();
  text.properties = read_office_properties(parts["docProps/core.xml"]);
  return text;
}

}  // namespace tracuu::input
