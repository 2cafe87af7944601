// /saved/NAME.atom: what a saved search finds among the documents that came or changed with the
// last update of the index, as its reader may see them.
//
//   /saved/chuyen-doi-so.atom
//
// Where the index was built anew all is new, and where it is not known what the last update changed
// nothing is told apart: the newest documents stand there. The first page leads to it.

#pragma once

#include <string>
#include <string_view>

#include "searcher/server/context.h"
#include "searcher/server/template/value.h"

namespace tracuu {

inline constexpr std::string_view kSavedPrefix = "/saved/";

// Returns the feed; the answer to an unknown address where there is no such search.
http::Response saved_feed(const Context& context);

// Returns the saved searches for a template: [{name, link, feed_link}].
page::Value saved_view(const Context& context);

}  // namespace tracuu
