#include "indexer/formats/xml_events.h"

#include <algorithm>
#include <climits>
#include <memory>
#include <new>

#include <libxml/parser.h>

namespace tracuu::input {
namespace {

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

struct Parse {
  XmlEvents& events;
  xmlParserCtxt* context = nullptr;
  bool out_of_memory = false;
  bool has_document_type = false;

  // Runs below C code: nothing may be thrown through it.
  template <typename Event>
  void hand_over(Event event) noexcept {
    try {
      event();
    } catch (...) {
      out_of_memory = true;
      xmlStopParser(context);
    }
  }
};

std::string_view as_text(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

Parse& parse_of(void* data) {
  return *static_cast<Parse*>(data);
}

void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
  Parse& parse = parse_of(data);
  parse.hand_over([&] { parse.events.start(as_text(name), XmlAttributes(attributes)); });
}

void on_end(void* data, const xmlChar* name) {
  Parse& parse = parse_of(data);
  parse.hand_over([&] { parse.events.end(as_text(name)); });
}

void on_text(void* data, const xmlChar* text, int length) {
  Parse& parse = parse_of(data);
  parse.hand_over([&] {
    parse.events.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  });
}

void on_document_type(void* data, const xmlChar* /*name*/, const xmlChar* /*id*/,
                      const xmlChar* /*system*/) {
  parse_of(data).has_document_type = true;
  xmlStopParser(parse_of(data).context);
}

void ignore_message(void* /*data*/, const char* /*message*/, ...) {}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const unsigned char** pair = pairs_; pair && pair[0]; pair += 2) {
    if (as_text(pair[0]) == name) return as_text(pair[1]);
  }
  return {};
}

bool read_xml(std::string_view xml, XmlEvents& events) {
  Parse parse{events};
  xmlSAXHandler handler{};  // the first version of SAX: names with their prefix
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  handler.internalSubset = on_document_type;
  handler.error = ignore_message;
  handler.warning = ignore_message;
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(
      xmlCreatePushParserCtxt(&handler, &parse, nullptr, 0, nullptr));
  if (!context) throw std::bad_alloc();
  parse.context = context.get();
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_SAX1);
  const auto size = static_cast<int>(std::min<std::size_t>(xml.size(), INT_MAX));
  xmlParseChunk(context.get(), xml.data(), size, 1);
  if (parse.out_of_memory) throw std::bad_alloc();
  return context->wellFormed != 0 && !parse.has_document_type;
}

}  // namespace tracuu::input
