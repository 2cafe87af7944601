// Gathers a document from the events of an HTML parser: an element starts, text comes, it ends.
//
//   start("p"), text("Điều 1."), end()   ->   one paragraph "Điều 1."
//
// Knows nothing of the parser, so the parser can be exchanged and this be tested alone.
// Rules that real pages made: ASP.NET portals wrap the whole page in one <form>, so a form is
// dropped only when it holds less than half of the text; a <header> inside an <article> is the
// article's own; an <h1> in a dropped page header still is the title.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/html_elements.h"
#include "indexer/extract/text_builder.h"

namespace tracuu::input {

// The attributes that matter here, empty where absent.
struct ElementAttributes {
  std::string_view name;      // of <meta>
  std::string_view property;  // of <meta>
  std::string_view content;   // of <meta>
  std::string_view style;
  bool hidden = false;
};

class HtmlPage {
 public:
  void start(std::string_view element, const ElementAttributes& attributes);
  void end();  // of the element started last; more ends than starts are ignored
  void text(std::string_view text);

  std::size_t depth() const { return open_.size(); }

  // What the page said, after the last event.
  std::string take_body();
  std::string take_title();  // <title>, cut to the <h1> that it starts with; without one the <h1>
  const std::vector<std::pair<std::string, std::string>>& metas() const { return metas_; }

 private:
  struct Open {
    ElementRole role = ElementRole::kInline;
    bool drops = false;      // this element started a part that is dropped
    std::size_t offset = 0;  // of a form: where in the body it starts
  };

  bool drops(ElementRole role, const ElementAttributes& attributes) const;
  void start_role(ElementRole role, const ElementAttributes& attributes);
  void start_heading();
  void keep_meta(const ElementAttributes& attributes);
  void end_role(const Open& element);

  std::vector<Open> open_;
  std::size_t dropping_ = 0;  // open elements that drop
  std::size_t articles_ = 0;
  std::size_t preformatted_ = 0;
  std::size_t forms_ = 0;
  TextBuilder body_;
  TextBuilder title_;
  TextBuilder heading_;
  bool in_title_ = false;
  bool in_heading_ = false;
  bool has_title_ = false;
  bool has_heading_ = false;                                     // one outside page furniture
  std::vector<std::pair<std::size_t, std::size_t>> form_spans_;  // offset and end in the body
  std::vector<std::pair<std::string, std::string>> metas_;
};

}  // namespace tracuu::input
