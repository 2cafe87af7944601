#include "searcher/server/page/document_page.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/document/outline/outline.h"
#include "core/document/pages.h"
#include "core/index/quality.h"
#include "core/text/fold.h"
#include "searcher/graph/cite_line.h"
#include "searcher/graph/day.h"
#include "searcher/graph/graph_text.h"
#include "searcher/server/file/original.h"
#include "searcher/server/page/body_html.h"
#include "searcher/server/page/facts_view.h"
#include "searcher/server/page/frame.h"
#include "searcher/server/page/result_view.h"
#include "searcher/server/page/ties_view.h"
#include "searcher/server/read_request.h"
#include "searcher/terminal_view.h"

namespace tracuu {
namespace {

using page::Value;

constexpr std::size_t kMaxOutlineShown = 300;
constexpr std::size_t kSimilarShown = 10;

// «120-80». Anything else marks nothing: an old link is no mistake of the reader.
BodySpan read_span(std::string_view at) {
  BodySpan span;
  const char* const end = at.data() + at.size();
  const auto offset = std::from_chars(at.data(), end, span.offset);
  if (offset.ec != std::errc() || offset.ptr == end || *offset.ptr != '-') return {};
  const auto length = std::from_chars(offset.ptr + 1, end, span.length);
  return length.ec == std::errc() && length.ptr == end ? span : BodySpan();
}

Value outline_view(const Outline& outline, std::string_view body) {
  Value view = Value::list();
  for (const OutlineNode& node : outline) {
    if (node.kind == OutlineKind::kClause || node.kind == OutlineKind::kPoint) continue;
    const bool is_deep_section = node.kind == OutlineKind::kSection && node.parent != kNoParent &&
                                 outline[node.parent].kind == OutlineKind::kSection;
    if (is_deep_section) continue;
    if (view.items()->size() == kMaxOutlineShown) break;
    const std::string_view heading = body.substr(node.heading_offset, node.heading_length);
    view.push(Value::object({{"label", node.label},
                             {"heading", one_line(heading)},
                             {"article", node.kind == OutlineKind::kArticle},
                             {"link", "#" + node.anchor}}));
  }
  return view;
}

std::vector<BodyLink> links_of(const DocumentAnswer& answer, const Address& here) {
  std::vector<BodyLink> links;
  for (const LinkedTie& tie : answer.citations) {
    const LinkedCitation& target = tie.target;
    if (target.kind != Resolution::Kind::kAsserted || target.documents.empty()) continue;
    links.push_back({{target.citation.offset, target.citation.length},
                     document_link(target.documents.front().id, here)});
  }
  return links;
}

void add_text(const DocumentAnswer& answer, const Address& here, const Context& context,
              Value& data) {
  const Document& document = answer.document;
  const Outline outline = find_outline(document.body);
  data.set("has_outline", data.set("outline", outline_view(outline, document.body)).is_shown());
  const BodySpan passage = read_span(context.request.parameter("at"));
  data.set("body", body_html(document.body, outline, links_of(answer, here), passage));
  const std::size_t page = passage.length > 0 ? page_at(document.pages, passage.offset) : 0;
  data.set("original", original_view(document.id, page, context));
  data.set("facts", facts_view(answer, here, context));
  data.set("conflicts", conflicts_view(answer, context));
  const std::optional<std::string> line = cite_line(document);
  if (line) data.set("cite", *line);
}

void add_ties(const DocumentAnswer& answer, const Address& here, const Context& context,
              Value& data) {
  const std::optional<TiesAnswer> cited_by = context.searcher.cited_by(answer.document.id);
  data.set("ties", ties_view(answer, cited_by.value_or(TiesAnswer()), here, context));
}

void add_similar(const std::string& id, const Address& here, const Context& context, Value& data) {
  SearchRequest request;
  request.limit = kSimilarShown;
  request.time_limit = context.site.settings().time_limit;
  const std::optional<Response> response = context.searcher.similar(id, request);
  Value& list = data.set("similar", Value::list());
  if (!response) return;
  std::size_t rank = 0;
  for (const Result& result : response->results) {
    list.push(result_view(result, ++rank, here, context));
  }
}

void add_head(const DocumentAnswer& answer, Value& data, Language language) {
  const Document& document = answer.document;
  const EffectAnswer& effect = answer.effect;
  data.set("title", document.title.empty() ? document.id : document.title);
  data.set("id", document.id);
  // «Quyết định Quyết định 08/2022 …» says it twice.
  const bool is_said =
      fold(document.title, Marks::kDrop).starts_with(fold(document.type, Marks::kDrop));
  data.set("kind", is_said ? std::string() : document.type);
  data.set("number", document.number);
  data.set("agency", document.agency);
  data.set("date", date_for_people(document.date));
  data.set("place", document.place);
  data.set("is_draft", document.is_draft);
  data.set("damaged", document.damaged);
  if (effect.status == EffectStatus::kNotApplicable) return;
  data.set("status", effect_label(effect.status, language));
  data.set("status_code", std::string(effect_code(effect.status)));
  Value& reasons = data.set("reasons", Value::list());
  for (const LinkedReason& reason : effect.reasons) {
    reasons.push(Value::object(
        {{"text", reason_text(reason, language)},
         {"link",
          reason.acting.id.empty() ? Value() : document_link(reason.acting.id, Address())}}));
  }
}

}  // namespace

http::Response document_page(const Context& context) {
  const std::string id(context.request.parameter("id"));
  const Date today = today_in_vietnam();
  const AsOf day{search_of(context).as_of.value_or(today), today};
  const std::optional<DocumentAnswer> answer = context.searcher.document(id, day);
  if (!answer) throw Error(ErrorCode::kDocumentMissing, {id});
  const Address here(context.request);
  const std::string_view tab = context.request.parameter("tab");
  const Document& document = answer->document;
  Value data = frame_of(context, here, document.title.empty() ? id : document.title);
  data.set("is_document", true);
  if (!here.set("lang", "").parameters().empty()) data.set("back_link", here.to("/search"));
  add_head(*answer, data, context.language);
  const Address own = here.set("id", id);
  data.set("text_link", own.to("/document"));
  data.set("ties_link", own.set("tab", "ties").to("/document"));
  data.set("similar_link", own.set("tab", "similar").to("/document"));
  if (tab == "ties") {
    data.set("is_ties", true);
    add_ties(*answer, here, context, data);
  } else if (tab == "similar") {
    data.set("is_similar", true);
    add_similar(id, here, context, data);
  } else {
    data.set("is_text", true);
    add_text(*answer, here, context, data);
  }
  return page_of(context, "document", data);
}

}  // namespace tracuu
