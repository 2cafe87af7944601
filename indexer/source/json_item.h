// One JSON record made an item: parsed, named, completed, or the reason why not.
//
// Internal to indexer/source.

#pragma once

#include <string_view>

#include "indexer/source/source.h"

namespace tracuu::input {

SourceItem json_item(std::string_view json, const Place& place, IdFrom id_from);

// A record that is none.
SourceItem problem_item(JsonProblem problem, const Place& place);

// A skip as an item.
SourceItem skip_item(Skip skip);

}  // namespace tracuu::input
