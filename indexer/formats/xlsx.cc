#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/formats/cell_value.h"
#include "indexer/formats/office_properties.h"
#include "indexer/formats/office_xml.h"
#include "indexer/formats/run_text.h"
#include "indexer/formats/xml_events.h"
#include "indexer/formats/zip_parts.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

using Break = TextBuilder::Break;

template <typename Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc()) return std::nullopt;
  return number;
}

// xl/sharedStrings.xml: texts by number, their runs put together.
class StringEvents : public XmlEvents {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "si") {
      run_ = RunText();
      font_.reset();
    }
    if (name == "r") font_.reset();
    if (name == "rFont") font_ = text::font_encoding(attributes["val"]);
    if (name == "rPh") ++phonetic_;
    is_text_ = name == "t" && phonetic_ == 0;
  }
  void end(std::string_view name) override {
    if (name == "t") is_text_ = false;
    if (name == "rPh" && phonetic_ > 0) --phonetic_;
    if (name == "si") strings.push_back(run_.take());
  }
  void text(std::string_view text) override {
    if (is_text_) run_.add(text, font_);
  }

  std::vector<std::string> strings;

 private:
  RunText run_;
  std::optional<text::FontEncoding> font_;
  int phonetic_ = 0;
  bool is_text_ = false;
};

// xl/styles.xml: which cell formats are dates, and in which font they are set.
class FormatEvents : public XmlEvents {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmt") {
      codes_[number_of<unsigned>(attributes["numFmtId"]).value_or(0)] = attributes["formatCode"];
    } else if (name == "font") {
      fonts_.emplace_back();
    } else if (name == "name" && !fonts_.empty()) {
      fonts_.back() = text::font_encoding(attributes["val"]);
    } else if (name == "cellXfs") {
      in_formats_ = true;
    } else if (name == "xf" && in_formats_) {
      const unsigned format = number_of<unsigned>(attributes["numFmtId"]).value_or(0);
      const auto code = codes_.find(format);
      dates_.push_back(is_date_format(format, code == codes_.end() ? "" : code->second));
      const std::size_t font = number_of<std::size_t>(attributes["fontId"]).value_or(0);
      format_fonts_.push_back(font < fonts_.size() ? fonts_[font] : std::nullopt);
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_formats_ = false;
  }
  void text(std::string_view /*text*/) override {}

  bool is_date(std::size_t format) const { return format < dates_.size() && dates_[format]; }
  std::optional<text::FontEncoding> font(std::size_t format) const {
    return format < format_fonts_.size() ? format_fonts_[format] : std::nullopt;
  }

 private:
  std::map<unsigned, std::string> codes_;
  std::vector<std::optional<text::FontEncoding>> fonts_;
  std::vector<bool> dates_;
  std::vector<std::optional<text::FontEncoding>> format_fonts_;
  bool in_formats_ = false;
};

// xl/worksheets/sheet1.xml
class SheetEvents : public XmlEvents {
 public:
  SheetEvents(const StringEvents& strings, const FormatEvents& formats, RunText& out)
      : strings_(strings), formats_(formats), out_(out) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") out_.start_row();
    if (name == "c") {
      type_ = attributes["t"];
      format_ = number_of<std::size_t>(attributes["s"]).value_or(0);
      value_.clear();
    }
    is_value_ = name == "v" || name == "t";
  }
  void end(std::string_view name) override {
    if (name == "v" || name == "t") is_value_ = false;
    if (name == "c") add_cell();
    if (name == "row") out_.end_row();
  }
  void text(std::string_view text) override {
    if (is_value_) value_ += text;
  }

 private:
  void add_cell() {
    if (value_.empty() || out_.size() > kMaxTextBytes) return;
    out_.start_cell();
    if (type_ == "s") {
      const std::size_t number = number_of<std::size_t>(value_).value_or(SIZE_MAX);
      if (number < strings_.strings.size()) {
        out_.add(strings_.strings[number], formats_.font(format_));
      }
    } else if (type_ == "n" || type_.empty()) {
      const auto number = number_of<double>(value_);
      if (!number) return;
      out_.add(formats_.is_date(format_) ? date_text(*number) : number_text(*number), {});
    } else if (type_ != "e" && type_ != "b") {
      out_.add(value_, formats_.font(format_));
    }
    out_.end_cell();
  }

  const StringEvents& strings_;
  const FormatEvents& formats_;
  RunText& out_;
  std::string type_;
  std::string value_;
  std::size_t format_ = 0;
  bool is_value_ = false;
};

// xl/workbook.xml and its relations: sheets in their order, by name and part.
class WorkbookEvents : public XmlEvents {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "sheet") {
      sheets.emplace_back(std::string(attributes["name"]), std::string(attributes["r:id"]));
    } else if (name == "Relationship") {
      std::string target(attributes["Target"]);
      if (!target.starts_with('/')) target.insert(0, "/xl/");
      targets[std::string(attributes["Id"])] = target.substr(1);
    }
  }
  void end(std::string_view /*name*/) override {}
  void text(std::string_view /*text*/) override {}

  std::vector<std::pair<std::string, std::string>> sheets;
  std::map<std::string, std::string> targets;
};

bool is_wanted(std::string_view name) {
  return name == "xl/workbook.xml" || name == "xl/_rels/workbook.xml.rels" ||
         name == "xl/sharedStrings.xml" || name == "xl/styles.xml" ||
         name.starts_with("xl/worksheets/sheet") || name == "docProps/core.xml";
}

}  // namespace

std::variant<FileText, ReadProblem> read_xlsx(std::string_view bytes) {
  auto read = read_parts(bytes, is_wanted);
  if (auto* problem = std::get_if<ReadProblem>(&read)) return std::move(*problem);
  ZipParts& parts = std::get<ZipParts>(read);
  WorkbookEvents workbook;
  read_xml(parts["xl/workbook.xml"], workbook);
  read_xml(parts["xl/_rels/workbook.xml.rels"], workbook);
  StringEvents strings;
  read_xml(parts["xl/sharedStrings.xml"], strings);
  FormatEvents formats;
  read_xml(parts["xl/styles.xml"], formats);
  RunText out;
  std::set<std::string> done;  // a workbook that names one sheet a thousand times is a bomb
  for (const auto& [name, id] : workbook.sheets) {
    const auto target = workbook.targets.find(id);
    if (target == workbook.targets.end() || !done.insert(target->second).second) continue;
    out.ask(Break::kParagraph);
    out.add(name, {});
    out.ask(Break::kLine);
    SheetEvents events(strings, formats, out);
    read_xml(parts[target->second], events);
  }
  if (workbook.sheets.empty()) return ReadProblem{SkipReason::kBroken, "no sheet that can be read"};
  if (out.size() > kMaxTextBytes) {
    return ReadProblem{SkipReason::kTooMuchText, size_in_words(kMaxTextBytes)};
  }
  FileText text;
  text.body = out.take();
  text.repairs = out.repairs();
  text.properties = read_office_properties(parts["docProps/core.xml"]);
  return text;
}

}  // namespace tracuu::input
