#include "indexer/source/json_item.h"

#include <utility>

#include "core/text/legacy/repair.h"
#include "core/text/utf8.h"
#include "indexer/extract/complete.h"
#include "indexer/extract/encoding.h"

namespace tracuu::input {
SourceItem skip_item(Skip skip) {
  SourceItem item;
  item.line = skip.line;
  item.result = std::move(skip);
  return item;
}

SourceItem problem_item(JsonProblem problem, const Place& place) {
  const bool is_type = problem.kind == JsonProblem::Kind::kWrongType ||
                       problem.kind == JsonProblem::Kind::kNotObject;
  const SkipReason reason = is_type ? SkipReason::kWrongType : SkipReason::kMalformedJson;
  std::string detail = describe(problem, Language::kEnglish);
  return skip_item({reason, place.path, place.line, std::move(detail), 1, std::move(problem)});
}

SourceItem json_item(std::string_view json, const Place& place, IdFrom id_from) {
  const std::size_t malformed = text::count_malformed(json);
  ParsedDocument parsed =
      malformed == 0 ? parse_document_json(json) : parse_document_json(text::read_bytes(json));
  if (!parsed.document) return problem_item(std::move(*parsed.problem), place);
  Document document = std::move(*parsed.document);
  if (auto refused = identify(document, place, id_from)) return skip_item(std::move(*refused));
  repair_encoding(document);
  const bool is_repaired = !document.repairs.empty();
  if (!complete(document)) {
    return skip_item({SkipReason::kNoText, place.path, place.line, {}, 1, {}});
  }
  SourceItem item;
  item.result = std::move(document);
  item.line = place.line;
  item.malformed = is_repaired ? 0 : malformed;
  item.warnings = std::move(parsed.warnings);
  return item;
}

}  // namespace tracuu::input
