// Whether HTML is what our templates can have written: tags and attributes of a closed list.
//
//   foreign_markup("<p>a &lt;b&gt;</p>") == ""       foreign_markup("<p onclick=x>") == "p onclick"
//
// Text that became markup brings an element, an attribute or an address that is not in the lists.

#pragma once

#include <set>
#include <string>
#include <string_view>

namespace tracuu {

inline std::string foreign_markup(std::string_view html) {
  static const std::set<std::string, std::less<>> kElements{
      "!doctype", "html",       "head",  "meta",    "title",   "link",    "script",     "body",
      "a",        "header",     "div",   "img",     "span",    "form",    "label",      "input",
      "button",   "nav",        "main",  "section", "p",       "h1",      "h2",         "h3",
      "ol",       "ul",         "li",    "article", "time",    "small",   "mark",       "aside",
      "figure",   "figcaption", "svg",   "rect",    "path",    "g",       "text",       "b",
      "footer",   "dl",         "dt",    "dd",      "details", "summary", "blockquote", "pre",
      "code",     "table",      "thead", "tbody",   "tr",      "th",      "td"};
  static const std::set<std::string, std::less<>> kAttributes{"html",
                                                              "lang",
                                                              "charset",
                                                              "name",
                                                              "content",
                                                              "rel",
                                                              "type",
                                                              "href",
                                                              "title",
                                                              "src",
                                                              "defer",
                                                              "class",
                                                              "id",
                                                              "alt",
                                                              "width",
                                                              "height",
                                                              "aria-label",
                                                              "aria-current",
                                                              "aria-hidden",
                                                              "aria-labelledby",
                                                              "hreflang",
                                                              "role",
                                                              "action",
                                                              "method",
                                                              "for",
                                                              "value",
                                                              "placeholder",
                                                              "autocomplete",
                                                              "autocapitalize",
                                                              "spellcheck",
                                                              "maxlength",
                                                              "datetime",
                                                              "start",
                                                              "viewbox",
                                                              "x",
                                                              "y",
                                                              "rx",
                                                              "d",
                                                              "size",
                                                              "data-copy",
                                                              "data-done",
                                                              "hidden",
                                                              "scope"};
  for (std::size_t i = html.find('<'); i != std::string_view::npos; i = html.find('<', i)) {
    std::size_t at = ++i;
    if (at < html.size() && html[at] == '/') ++at;
    const auto name_end = [&](std::size_t from) {
      return html.find_first_of(" \t\r\n=/>\"'<", from);
    };
    std::size_t end = name_end(at);
    if (end == std::string_view::npos) return "cut tag";
    const std::string element(html.substr(at, end - at));
    if (!kElements.contains(element)) return "<" + element;
    while (end < html.size() && html[end] != '>') {
      if (html[end] == ' ' || html[end] == '/' || html[end] == '\n') {
        ++end;
        continue;
      }
      const std::size_t attribute_end = name_end(end);
      if (attribute_end == std::string_view::npos || attribute_end == end)
        return element + " quote";
      std::string attribute;
      for (const char c : html.substr(end, attribute_end - end)) {
        attribute += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      }
      if (!kAttributes.contains(attribute)) return element + " " + attribute;
      end = attribute_end;
      if (html[end] != '=') continue;
      if (html[end + 1] != '"') return element + " " + attribute + " without quotes";
      const std::size_t close = html.find('"', end + 2);
      if (close == std::string_view::npos) return element + " open quote";
      const std::string_view value = html.substr(end + 2, close - end - 2);
      if (value.find('<') != std::string_view::npos) return attribute + " with <";
      if (attribute == "href" || attribute == "src" || attribute == "action") {
        const bool is_ours = value.starts_with('/') || value.starts_with('#');
        if (!is_ours || value.starts_with("//")) return attribute + "=" + std::string(value);
      }
      if (element == "script" && attribute == "src" && !value.starts_with("/static/")) {
        return "script from " + std::string(value);
      }
      end = close + 1;
    }
    i = end;
  }
  return {};
}

}  // namespace tracuu
