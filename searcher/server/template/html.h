// Writing HTML so that text cannot become markup.
//
//   HtmlWriter out;
//   out.raw("<p>").text("a < b").raw("</p>");
//   out.take()      <p>a &lt; b</p>

#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/text/html_escape.h"
#include "searcher/server/template/value.h"

namespace tracuu::page {

// Whether a link may lead there: a path, a query, a fragment of this site, or http(s). Everything
// else («javascript:…», «data:…») could be a script.
bool is_safe_url(std::string_view url);

class HtmlWriter {
 public:
  // REQUIRES: a literal of the program's own.
  HtmlWriter& raw(const char* markup) {
    out_ += markup;
    return *this;
  }
  HtmlWriter& text(std::string_view text) {
    text::escape_html(text, out_);
    return *this;
  }

  // Text in a quoted href; one that is not safe becomes "#".
  HtmlWriter& url(std::string_view url) { return text(is_safe_url(url) ? url : "#"); }

  std::size_t size() const { return out_.size(); }
  Html take() { return Html(std::exchange(out_, {})); }

 private:
  std::string out_;
};

}  // namespace tracuu::page
