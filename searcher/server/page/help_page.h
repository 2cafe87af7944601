// /help: «Cách tìm», the query language with examples that run.

#pragma once

#include "searcher/server/context.h"

namespace tracuu {

http::Response help_page(const Context& context);

}  // namespace tracuu
