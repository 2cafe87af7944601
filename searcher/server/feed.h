// A list of results as an Atom feed (RFC 4287).

#pragma once

#include <string>
#include <vector>

#include "searcher/response.h"
#include "searcher/server/context.h"

namespace tracuu {

struct FeedHead {
  std::string title;
  std::string self;          // its own address, a path: "/search.atom?q=…"
  std::string page;          // that of the page with the same list
  std::string updated;       // «2026-11-29T17:05:00+07:00»; empty: the day of the first result
  bool is_of_batch = false;  // entries came with the batch of `updated`, whatever their own day
};

// Returns the feed, with addresses of this server as the request names it.
http::Response feed_of(const FeedHead& head, const std::vector<Result>& results,
                       const Context& context);

}  // namespace tracuu
