#include "indexer/source/identity.h"

#include <algorithm>

#include "core/text/utf8.h"
#include "indexer/source/limits.h"

namespace tracuu::input {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

std::string id_of(const Place& place) {
  return place.ordinal == 0 ? place.path : place.path + '#' + std::to_string(place.ordinal);
}

}  // namespace

std::optional<Skip> identify(Document& document, const Place& place, IdFrom id_from) {
  const bool by_field =
      id_from == IdFrom::kField || (id_from == IdFrom::kDefault && place.is_record);
  if (!by_field) document.id = id_of(place);
  document.path = place.path;
  const auto refuse = [&place](SkipReason reason, std::string detail = {}) {
    return Skip{reason, place.path, place.line, std::move(detail), 1, {}};
  };
  if (document.id.empty()) return refuse(SkipReason::kMissingId);
  if (document.id.size() > kMaxIdBytes) {
    return refuse(SkipReason::kIdTooLong, std::to_string(kMaxIdBytes));
  }
  if (std::ranges::any_of(document.id, is_control) || text::count_malformed(document.id) > 0) {
    return refuse(SkipReason::kBadId);
  }
  return std::nullopt;
}

}  // namespace tracuu::input
