// A name of a place, with or without its type and with the places it lies in.

#include <algorithm>

#include "core/document/agency_words.h"
#include "core/document/authority/place.h"
#include "core/document/authority/unit_names.h"

namespace tracuu {
namespace {

bool is_today(const Place& place) {
  return !place.to;
}

void append_matching(std::vector<const Place*>& out, const std::vector<const Place*>& places,
                     std::string_view type_key, const std::vector<const Place*>* outer) {
  for (const Place* place : places) {
    if (!type_key.empty() && place->type_key != type_key) continue;
    const auto is_inside = [&](const Place* o) { return o != place && lies_in(*place, *o); };
    if (outer == nullptr || std::ranges::any_of(*outer, is_inside)) out.push_back(place);
  }
}

std::vector<const Place*> find_key(const KeyWords& words, std::size_t first, int depth) {
  constexpr int kMaxDepth = 3;
  std::vector<const Place*> found;
  if (first >= words.size() || depth == kMaxDepth) return found;
  const std::size_t type = unit_type_length(words, first);
  const std::string_view type_key = full_type(words.text(first, first + type));
  const std::size_t name = first + type;
  for (std::size_t end = std::min(words.size(), name + kMaxPlaceWords); end > name; --end) {
    const std::string_view key = words.text(name, end);
    const bool is_all = end == words.size();
    if (provinces_and_districts(key).empty() && communes(key).empty()) continue;
    const auto outer = is_all ? std::vector<const Place*>{} : find_key(words, end, depth + 1);
    if (!is_all && outer.empty()) continue;
    append_matching(found, provinces_and_districts(key), type_key, is_all ? nullptr : &outer);
    append_matching(found, communes(key), type_key, is_all ? nullptr : &outer);
    if (!found.empty()) return found;
  }
  return found;
}

}  // namespace

std::vector<const Place*> find_place(std::string_view name) {
  constexpr std::size_t kMaxNameBytes = 400;
  if (name.size() > kMaxNameBytes) return {};
  const KeyWords words(expanded_key(quick_name_key(name)));
  std::vector<const Place*> found = find_key(words, 0, 0);
  std::ranges::stable_sort(found, [](const Place* a, const Place* b) {
    if (a->level != b->level) return a->level < b->level;
    return is_today(*a) && !is_today(*b);
  });
  return found;
}

}  // namespace tracuu
