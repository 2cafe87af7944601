// The line and the caret of show_position(). A window of the query is cut out first, by
// characters, so that one line of a terminal holds it: an 8 KiB line would wrap, and the caret
// would stand under nothing.

#include <algorithm>
#include <vector>

#include "core/text/utf8.h"
#include "searcher/query/characters.h"
#include "searcher/query/error.h"

namespace tracuu::query {
namespace {

constexpr std::size_t kCharactersBefore = 40;  // shown at most before the error
constexpr std::size_t kCharactersFrom = 30;    // shown at most from it on
constexpr std::string_view kCut = "…";

// Returns where each character begins, and the end of the text.
std::vector<std::size_t> character_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < text.size(); i += text::decode(text, i).length) offsets.push_back(i);
  offsets.push_back(text.size());
  return offsets;
}

}  // namespace

std::string show_position(std::string_view query, const QueryError& error) {
  const std::vector<std::size_t> offsets = character_offsets(query);
  const auto index_of = [&](std::size_t offset) {
    const auto found = std::ranges::lower_bound(offsets, std::min(offset, query.size()));
    return static_cast<std::size_t>(found - offsets.begin());
  };
  const std::size_t at = index_of(error.span.offset);
  const std::size_t first = at - std::min(at, kCharactersBefore);
  const std::size_t last = std::min(offsets.size() - 1, at + kCharactersFrom);
  const std::size_t until = std::clamp(index_of(error.span.offset + error.span.length), at, last);

  const auto shown = [&](std::size_t from, std::size_t to) {
    return harmless(query.substr(offsets[from], offsets[to] - offsets[from]));
  };
  const std::string before = std::string(first > 0 ? kCut : "") + shown(first, at);
  const std::string marked = shown(at, until);
  const std::string after = shown(until, last) + std::string(last + 1 < offsets.size() ? kCut : "");

  const std::size_t width = std::max<std::size_t>(1, count_columns(marked));
  return before + marked + after + "\n" + std::string(count_columns(before), ' ') + '^' +
         std::string(width - 1, '~');
}

}  // namespace tracuu::query
