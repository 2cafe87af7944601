#include "searcher/graph/commands.h"

#include <cstdio>
#include <string>

#include "core/base/error.h"
#include "core/program/program.h"
#include "core/text/visible.h"
#include "searcher/graph/cite_line.h"
#include "searcher/graph/day.h"
#include "searcher/graph/graph_json.h"
#include "searcher/graph/graph_text.h"
#include "searcher/output.h"
#include "searcher/response_json.h"
#include "searcher/terminal_view.h"

namespace tracuu {
namespace {

constexpr Bilingual kNotCitable{"văn bản '{0}' không có loại, số hoặc ngày để viện dẫn",
                                "document '{0}' has no type, number or date to cite it by"};
constexpr Bilingual kWritten{"{0} văn bản, {1} quan hệ", "{0} documents, {1} ties"};

void complain(const std::string& sentence) {
  std::fprintf(stderr, "%s\n", text::visible(sentence, text::Lines::kJoin).c_str());
}

int report_missing(const std::string& id, const Options& options, const ViewOptions& view) {
  const std::string sentence = describe(Error(ErrorCode::kDocumentMissing, {id}), view.language);
  if (options.json) write(error_response("document_missing", sentence) + "\n", false);
  complain(sentence);
  return kExitNothing;
}

int answer(const std::string& json, const std::string& text, bool is_found,
           const Options& options) {
  write(options.json ? json + "\n" : text, !options.no_pager && !options.json);
  return is_found ? kExitFound : kExitNothing;
}

int show(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const Date today = today_in_vietnam();
  std::optional<DocumentAnswer> found =
      searcher.document(options.show, {options.request.as_of.value_or(today), today});
  if (!found) return report_missing(options.show, options, view);
  Document& document = found->document;
  if (options.original && !document.repairs.empty()) {
    document.title = document.original.title;
    document.body = document.original.body;
  }
  return answer(to_json(*found, view.language), to_text(*found, view), true, options);
}

int cites(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const std::optional<TiesAnswer> found = searcher.cites(options.cites);
  if (!found) return report_missing(options.cites, options, view);
  return answer(cites_json(*found), cites_text(*found, view), !found->ties.empty(), options);
}

int cited_by(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const std::optional<TiesAnswer> found = searcher.cited_by(options.cited_by);
  if (!found) return report_missing(options.cited_by, options, view);
  return answer(cited_by_json(*found), cited_by_text(*found, view), !found->ties.empty(), options);
}

int related(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const std::optional<RelatedAnswer> found =
      searcher.related(options.related, options.request.limit);
  if (!found) return report_missing(options.related, options, view);
  return answer(to_json(*found), to_text(*found, view), !found->related.empty(), options);
}

int similar(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const std::optional<Response> found = searcher.similar(options.similar, options.request);
  if (!found) return report_missing(options.similar, options, view);
  return answer(to_json(*found, view.language), to_text(*found, options.request, view),
                found->total > 0, options);
}

int unresolved(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const UnresolvedAnswer found = searcher.unresolved(options.request.limit);
  return answer(to_json(found), to_text(found, view), !found.missing.empty(), options);
}

int cite(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const std::optional<Document> document = searcher.find(options.cite);
  if (!document) return report_missing(options.cite, options, view);
  const std::optional<std::string> line = cite_line(*document);
  if (!line) {
    complain(say(kNotCitable, view.language, {options.cite}));
    return kExitNothing;
  }
  write(text::visible(*line, text::Lines::kJoin) + "\n", false);
  return kExitFound;
}

int why_visible(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const std::optional<WhyVisible> why = searcher.why_visible(options.why_visible, options.reader);
  if (!why) return report_missing(options.why_visible, options, view);
  return answer(to_json(*why), to_text(*why, view.language), why->is_visible, options);
}

int graph(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const ExportedGraph written = searcher.export_graph(options.graph);
  std::fprintf(
      stderr, "%s\n",
      say(kWritten, view.language, {std::to_string(written.nodes), std::to_string(written.edges)})
          .c_str());
  return written.nodes > 0 ? kExitFound : kExitNothing;
}

}  // namespace

std::optional<int> run_graph_command(Searcher& searcher, const Options& options,
                                     const ViewOptions& view) {
  if (!options.show.empty()) return show(searcher, options, view);
  if (!options.cites.empty()) return cites(searcher, options, view);
  if (!options.cited_by.empty()) return cited_by(searcher, options, view);
  if (!options.related.empty()) return related(searcher, options, view);
  if (!options.similar.empty()) return similar(searcher, options, view);
  if (!options.cite.empty()) return cite(searcher, options, view);
  if (!options.why_visible.empty()) return why_visible(searcher, options, view);
  if (options.unresolved) return unresolved(searcher, options, view);
  if (!options.graph.empty()) return graph(searcher, options, view);
  return std::nullopt;
}

}  // namespace tracuu
