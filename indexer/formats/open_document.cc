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

// content.xml of a text, sheet or presentation.
class ContentEvents : public XmlEvents {
 public:
  ContentEvents(RunText& out, FileText& text) : out_(out), text_(text) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (skipping_ > 0 || is_skipped(name)) {
      ++skipping_;
    } else if (name == "office:body") {
      is_body_ = true;
    } else if (name == "text:p" || name == "text:h") {
      ++paragraphs_;
      out_.ask(Break::kParagraph);
    } else if (name == "text:note" || name == "text:s" || name == "text:tab") {
      out_.add(" ", {});
    } else if (name == "text:line-break") {
      out_.line_break();
    } else if (name == "table:table") {
      out_.ask(Break::kParagraph);
      if (is_sheet_) {
        out_.add(attributes["table:name"], {});
        out_.ask(Break::kLine);
      }
    } else if (name == "table:table-row") {
      out_.start_row();
    } else if (name == "table:table-cell") {
      out_.start_cell();
    } else if (name == "office:spreadsheet") {
      is_sheet_ = true;
    } else if (name == "draw:page") {
      text_.pages.push_back(out_.start_page());
    }
  }

  void end(std::string_view name) override {
    if (skipping_ > 0) {
      --skipping_;
    } else if (name == "text:p" || name == "text:h") {
      if (paragraphs_ > 0) --paragraphs_;
      out_.ask(Break::kParagraph);
    } else if (name == "table:table-cell") {
      out_.end_cell();
    } else if (name == "table:table-row") {
      out_.end_row();
    } else if (name == "table:table") {
      out_.ask(Break::kParagraph);
    }
  }

  void text(std::string_view text) override {
    if (is_body_ && skipping_ == 0 && paragraphs_ > 0 && out_.size() < kMaxTextBytes) {
      out_.add(text, {});
    }
  }

 private:
  // What was deleted, remarks, numbers of notes and pages, notes of a speaker.
  static bool is_skipped(std::string_view name) {
    return name == "text:tracked-changes" || name == "office:annotation" ||
           name == "text:note-citation" || name == "text:page-number" ||
           name == "presentation:notes";
  }

  RunText& out_;
  FileText& text_;
  std::size_t skipping_ = 0;
  std::size_t paragraphs_ = 0;
  bool is_body_ = false;
  bool is_sheet_ = false;
};

}  // namespace

std::variant<FileText, ReadProblem> read_open_document(std::string_view bytes) {
  auto read = read_parts(bytes, [](std::string_view name) {
    return name == "content.xml" || name == "meta.xml" || name == "META-INF/manifest.xml";
  });
  if (auto* problem = std::get_if<ReadProblem>(&read)) return std::move(*problem);
  ZipParts& parts = std::get<ZipParts>(read);
  if (parts["META-INF/manifest.xml"].find("encryption-data") != std::string::npos) {
    return ReadProblem{SkipReason::kEncrypted, {}};
  }
  FileText text;
  RunText out;
  ContentEvents events(out, text);
  const bool is_whole = read_xml(parts["content.xml"], events);
  if (!is_whole && out.size() == 0) {
    return ReadProblem{SkipReason::kBroken, "no content.xml that can be read"};
  }
  text.body = out.take();
  text.properties = read_office_properties(parts["meta.xml"]);
  return text;
}

}  // namespace tracuu::input
