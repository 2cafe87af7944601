#include <map>
#include <string>
#include <utility>

#include "indexer/formats/office_properties.h"
#include "indexer/formats/office_xml.h"
#include "indexer/formats/run_text.h"
#include "indexer/formats/xml_events.h"
#include "indexer/formats/zip_parts.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

using Break = TextBuilder::Break;
using Fonts = std::map<std::string, std::string, std::less<>>;  // by style

constexpr int kMaxStyleChain = 16;

std::string_view font_of(const XmlAttributes& attributes) {
  // Letters beyond ASCII are set in hAnsi.
  const std::string_view wide = attributes["w:hAnsi"];
  return wide.empty() ? attributes["w:ascii"] : wide;
}

// word/styles.xml: the font of each style, its own or its base's, and of the document's text.
class StyleEvents : public XmlEvents {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "w:style") {
      style_ = attributes["w:styleId"];
      if (attributes["w:default"] == "1" && attributes["w:type"] == "paragraph") normal_ = style_;
    } else if (name == "w:rFonts") {
      own_[style_] = font_of(attributes);
    } else if (name == "w:basedOn") {
      base_[style_] = attributes["w:val"];
    }
  }
  void end(std::string_view name) override {
    if (name == "w:style") style_.clear();
  }
  void text(std::string_view /*text*/) override {}

  // Returns the font of a style; that of plain text for the empty name.
  std::string font(std::string_view style) const {
    std::string at(style.empty() ? std::string_view(normal_) : style);
    for (int i = 0; i < kMaxStyleChain && !at.empty(); ++i) {
      if (const auto it = own_.find(at); it != own_.end() && !it->second.empty()) return it->second;
      const auto it = base_.find(at);
      at = it == base_.end() ? std::string() : it->second;
    }
    const auto plain = own_.find("");
    return plain == own_.end() ? std::string() : plain->second;
  }

 private:
  std::string style_;
  std::string normal_;
  Fonts own_;
  Fonts base_;
};

// word/document.xml, footnotes.xml, endnotes.xml.
class WordEvents : public XmlEvents {
 public:
  WordEvents(const StyleEvents& styles, RunText& out) : styles_(styles), out_(out) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (skipping_ > 0 || is_skipped(name, attributes)) {
      ++skipping_;
      return;
    }
    if (name == "w:p") {
      out_.ask(Break::kParagraph);
      paragraph_style_.clear();
    } else if (name == "w:pStyle") {
      paragraph_style_ = attributes["w:val"];
    } else if (name == "w:r") {
      run_font_.clear();
      run_style_.clear();
    } else if (name == "w:rStyle") {
      run_style_ = attributes["w:val"];
    } else if (name == "w:rFonts") {
      run_font_ = font_of(attributes);
    } else if (name == "w:t") {
      is_text_ = true;
    } else if (name == "w:tab") {
      out_.add("\t", font());
    } else if (name == "w:br" || name == "w:cr") {
      out_.line_break();
    } else if (name == "w:noBreakHyphen") {
      out_.add("-", font());
    } else if (name == "w:tr") {
      out_.start_row();
    } else if (name == "w:tc") {
      out_.start_cell();
    }
  }

  void end(std::string_view name) override {
    if (skipping_ > 0) {
      --skipping_;
    } else if (name == "w:t") {
      is_text_ = false;
    } else if (name == "w:p" || name == "w:tbl") {
      out_.ask(Break::kParagraph);
    } else if (name == "w:tc") {
      out_.end_cell();
    } else if (name == "w:tr") {
      out_.end_row();
    }
  }

  void text(std::string_view text) override {
    if (is_text_ && skipping_ == 0 && out_.size() < kMaxTextBytes) out_.add(text, font());
  }

 private:
  // What was deleted or moved away, field codes, the second form of a drawing, formatting that was,
  // and the lines above footnotes.
  static bool is_skipped(std::string_view name, const XmlAttributes& attributes) {
    return name == "w:del" || name == "w:moveFrom" || name == "w:instrText" ||
           name == "mc:Fallback" || name == "w:rPrChange" || name == "w:pPrChange" ||
           (name == "w:footnote" && !attributes["w:type"].empty()) ||
           (name == "w:endnote" && !attributes["w:type"].empty());
  }

  std::optional<text::FontEncoding> font() const {
    if (!run_font_.empty()) return text::font_encoding(run_font_);
    return text::font_encoding(styles_.font(run_style_.empty() ? paragraph_style_ : run_style_));
  }

  const StyleEvents& styles_;
  RunText& out_;
  std::size_t skipping_ = 0;
  bool is_text_ = false;
  std::string paragraph_style_;
  std::string run_style_;
  std::string run_font_;
};

bool is_wanted(std::string_view name) {
  return name == "word/document.xml" || name == "word/styles.xml" || name == "word/footnotes.xml" ||
         name == "word/endnotes.xml" || name == "docProps/core.xml";
}

}  // namespace

std::variant<FileText, ReadProblem> read_docx(std::string_view bytes) {
  auto read = read_parts(bytes, is_wanted);
  if (auto* problem = std::get_if<ReadProblem>(&read)) return std::move(*problem);
  ZipParts& parts = std::get<ZipParts>(read);
  StyleEvents styles;
  read_xml(parts["word/styles.xml"], styles);
  RunText out;
  WordEvents events(styles, out);
  const bool is_whole = read_xml(parts["word/document.xml"], events);
  if (!is_whole && out.size() == 0) {
    return ReadProblem{SkipReason::kBroken, "no word/document.xml that can be read"};
  }
  for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
    WordEvents note_events(styles, out);
    out.ask(Break::kParagraph);
    read_xml(parts[notes], note_events);
  }
  FileText text;
  text.body = out.take();
  text.repairs = out.repairs();
  text.properties = read_office_properties(parts["docProps/core.xml"]);
  return text;
}

}  // namespace tracuu::input
