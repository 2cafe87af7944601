// Writes a tree as an s-expression, for tables that show what a query means.
//
//   nghị quyết -loại:xy*   (all [nghị quyết] -(type [xy]*))

#pragma once

#include <string>

#include "searcher/query/ast.h"

namespace tracuu::query {

inline std::string field_label(Field field) {
  static constexpr const char* kLabels[] = {"agency", "type",    "number", "date", "year", "signer",
                                            "title",  "keyword", "source", "path", "body"};
  return kLabels[static_cast<std::size_t>(field)];
}

inline std::string dump(const Node& node) {
  std::string out;
  if (node.occurrence == Occurrence::kRequired) out += '+';
  if (node.occurrence == Occurrence::kExcluded) out += '-';
  const auto list = [&](const std::string& name) {
    out += '(' + name;
    for (const Node& child : node.children) out += ' ' + dump(child);
    return out + ')';
  };
  switch (node.kind) {
    case Kind::kWords:
      return out + '[' + node.text + ']';
    case Kind::kPrefix:
      return out + '[' + node.text + "]*";
    case Kind::kPhrase:
      return out + '"' + node.text + '"';
    case Kind::kNear:
      return list("near/" + std::to_string(node.distance));
    case Kind::kField:
      return list(field_label(*node.field));
    case Kind::kAll:
      return list("all");
    case Kind::kAny:
      return list("any");
  }
  return out;
}

}  // namespace tracuu::query
