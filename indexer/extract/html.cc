#include "indexer/extract/html.h"

#include <climits>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <nlohmann/json.hpp>

#include "core/document/document_json.h"
#include "indexer/extract/control_letters.h"
#include "indexer/extract/html_charset.h"
#include "indexer/extract/html_page.h"
#include "indexer/extract/html_tags.h"
#include "indexer/extract/keywords.h"

namespace tracuu::input {
namespace {

// libxml2 looks through all open elements at each end tag without a start. The sum of depths over
// all events is what a page may cost: normal pages stay under 30 for each of their bytes.
constexpr std::uint64_t kMaxWork = 1'000'000'000;

struct FreeContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

struct Parse {
  htmlParserCtxt* context = nullptr;
  HtmlPage page;
  std::uint64_t work = 0;
  bool too_complex = false;

  void count_work() {
    work += page.depth() + 1;
    if (work <= kMaxWork && page.depth() <= kMaxHtmlDepth) return;
    too_complex = true;
    xmlStopParser(context);
  }
};

std::string_view as_text(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

ElementAttributes attributes_of(const xmlChar** pairs) {
  ElementAttributes attributes;
  for (; pairs && pairs[0]; pairs += 2) {
    const std::string_view name = as_text(pairs[0]);
    const std::string_view value = as_text(pairs[1]);
    if (name == "name") attributes.name = value;
    if (name == "property") attributes.property = value;
    if (name == "content") attributes.content = value;
    if (name == "style") attributes.style = value;
    if (name == "hidden") attributes.hidden = true;
  }
  return attributes;
}

// The callbacks run below C code: nothing may be thrown through them.
void on_start(void* data, const xmlChar* name, const xmlChar** pairs) noexcept {
  auto* parse = static_cast<Parse*>(data);
  parse->page.start(as_text(name), attributes_of(pairs));
  parse->count_work();
}

void on_end(void* data, const xmlChar* /*name*/) noexcept {
  auto* parse = static_cast<Parse*>(data);
  parse->page.end();
  parse->count_work();
}

void on_text(void* data, const xmlChar* text, int length) noexcept {
  const auto* start = reinterpret_cast<const char*>(text);
  static_cast<Parse*>(data)->page.text({start, static_cast<std::size_t>(length)});
}

void on_error(void* data, const char* /*message*/, ...) noexcept {
  static_cast<Parse*>(data)->count_work();
}

htmlSAXHandler events() {
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;  // of script and style, which the page drops
  handler.error = on_error;
  return handler;
}

void run(std::string_view utf8, Parse& parse) {
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
  if (!context) return;
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  *context->sax = events();
  context->userData = &parse;
  parse.context = context.get();
  htmlParseDocument(context.get());
  parse.context = nullptr;
}

// Reads the fields in <meta> as a JSON record's are read, dates included.
Document fields_of(const HtmlPage& page) {
  nlohmann::json record = nlohmann::json::object();
  for (const auto& [name, content] : page.metas()) {
    if (name == "id" || name == "author" || name == "date") {
      record.emplace(name, content);
    } else if (name == "article:published_time") {
      record.emplace("date", content);
    } else if (name == "keywords") {
      record.emplace(name, split_keywords(content));
    }
  }
  return document_from_json(record).document.value_or(Document{});
}

}  // namespace

HtmlDocument html_document(std::string_view page) {
  HtmlDocument result;
  Utf8Page utf8 = page_to_utf8(page.substr(0, INT_MAX));
  result.malformed = utf8.malformed;
  if (utf8.text.empty()) return result;
  const bool has_hidden = utf8.malformed != 0;
  if (has_hidden) utf8.text = hide_control_letters(utf8.text);
  Parse parse;
  parse.too_complex = !has_bounded_tags(utf8.text);
  if (!parse.too_complex) run(utf8.text, parse);
  result.too_complex = parse.too_complex;
  result.document = fields_of(parse.page);
  result.document.title = parse.page.take_title();
  result.document.body = parse.page.take_body();
  if (has_hidden) {
    result.document.title = show_control_letters(result.document.title);
    result.document.body = show_control_letters(result.document.body);
  }
  return result;
}

}  // namespace tracuu::input
