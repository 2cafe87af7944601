#include "searcher/server/page/result_view.h"

#include "searcher/graph/graph_text.h"
#include "searcher/server/file/original.h"
#include "searcher/server/file/served_type.h"
#include "searcher/server/template/html.h"
#include "searcher/terminal_view.h"

namespace tracuu {

using page::Value;

std::string document_link(const std::string& id, const Address& here) {
  return here.set("id", id).to("/document");
}

page::Html marked(const std::vector<SnippetPart>& parts) {
  page::HtmlWriter out;
  for (const SnippetPart& part : parts) {
    if (part.is_marked) out.raw("<mark>");
    out.text(part.text);
    if (part.is_marked) out.raw("</mark>");
  }
  return out.take();
}

namespace {

// A PDF is opened at the page that the words found are on.
void add_pdf_link(const Result& result, const Context& context, Value& view) {
  const std::size_t page = result.snippet.passage.page;
  if (page == 0 || context.site.settings().file_roots.empty()) return;
  const std::optional<Original> original = context.searcher.original(result.id);
  if (!original || !served_type(original->file).is_pdf || !is_opened(*original, context.site)) {
    return;
  }
  view.set("file_link", file_link(result.id, page));
  view.set("file_label",
           context.site.say("result.pdf_page", context.language, {std::to_string(page)}));
}

}  // namespace

page::Value result_view(const Result& result, std::size_t rank, const Address& here,
                        const Context& context) {
  const Passage& passage = result.snippet.passage;
  Value view = Value::object();
  view.set("rank", Value::number(rank));
  view.set("title", result.title.empty() ? result.id : result.title);
  view.set("link", document_link(result.id, here));
  view.set("type", result.type);
  view.set("number", result.number);
  view.set("agency", result.agency);
  view.set("date", date_for_people(result.date));
  view.set("date_iso", result.date);
  view.set("date_inferred", result.date_inferred);
  // What is not there is set too, so that a template does not find a name of the page around it.
  for (const char* name :
       {"status", "status_code", "status_why", "place", "place_link", "copies", "file_link"}) {
    view.set(name, "");
  }
  if (result.effect.status != EffectStatus::kNotApplicable &&
      result.effect.status != EffectStatus::kUnknown) {
    view.set("status", effect_label(result.effect.status, context.language));
    view.set("status_code", std::string(effect_code(result.effect.status)));
    view.set("status_why", effect_line(result.effect, context.language));
  }
  view.set("snippet", marked(result.snippet.parts));
  if (passage.length > 0) {
    const std::string at = std::to_string(passage.offset) + "-" + std::to_string(passage.length);
    view.set("place", passage.label);
    view.set("place_link", here.set("id", result.id).set("at", at).to("/document") + "#passage");
  }
  add_pdf_link(result, context, view);
  if (!result.copies.empty()) {
    view.set("copies", context.site.say("result.copies", context.language,
                                        {std::to_string(result.copies.size())}));
    Value& copies = view.set("copy_links", Value::list());
    constexpr std::size_t kCopiesShown = 3;
    for (std::size_t i = 0; i < std::min(result.copies.size(), kCopiesShown); ++i) {
      copies.push(Value::object(
          {{"id", result.copies[i]}, {"link", document_link(result.copies[i], here)}}));
    }
  }
  return view;
}

}  // namespace tracuu
