// What every page has: names, addresses of style and scripts, the search box, the footer.

#pragma once

#include <string>

#include "searcher/server/context.h"
#include "searcher/server/page/address.h"
#include "searcher/server/template/value.h"

namespace tracuu {

// Returns the data that head.html and foot.html are filled with. `title` is the page's own.
page::Value frame_of(const Context& context, const Address& here, const std::string& title);

// Returns the page as an answer with the headers that pages have.
http::Response page_of(const Context& context, std::string_view name, const page::Value& data);

// Returns an error as a page.
http::Response error_page(const Context& context, int status, const std::string& message);

// Returns "1.234", in English "1,234".
std::string grouped(std::size_t number, Language language);

// Headers of every page: what a browser may load (this site alone, nothing inline), and who may
// frame it.
void add_page_headers(const Settings& settings, http::Response& response);

}  // namespace tracuu
