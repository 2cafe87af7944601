#include "indexer/move_document.h"

#include <algorithm>

#include "core/document/file_number.h"
#include "core/document/head_builder.h"
#include "indexer/source/limits.h"

namespace tracuu {

bool move_document(Document& document, const std::string& from, const std::string& to,
                   input::IdFrom id_from) {
  if (!document.path.starts_with(from)) return false;
  const bool had_number = std::ranges::any_of(document.evidence, [](const Evidence& evidence) {
    return evidence.rule == rules::kFileName;
  });
  const std::string path = to + document.path.substr(from.size());
  if (had_number || (document.number.empty() && !number_in_file_name(path).empty())) return false;
  const bool is_id_of_path =
      id_from != input::IdFrom::kField &&
      (document.id == document.path || document.id.starts_with(document.path + '#'));
  if (is_id_of_path) {
    std::string id = path + document.id.substr(document.path.size());
    if (id.size() > input::kMaxIdBytes) return false;
    document.id = std::move(id);
  }
  document.path = path;
  return true;
}

}  // namespace tracuu
