// The templates that an office can change: Mustache, less what could go wrong.
//
//   <h1>{{title}}</h1>                          a value, escaped
//   <a href="{{link}}">{{@open}}</a>            a value as an address; a string of the language
//   {{#results}}<li>{{title}}</li>{{/results}}  for each item, or once where the value is there
//   {{^results}}…{{/results}}                   where it is not
//   {{>facets}}   {{! a remark }}
//
// Where a value stands decides how it is escaped; what reads the template knows tags, attributes
// and comments. A value is refused where no escaping makes it safe: in a tag outside of quotes, in
// <script> and <style>, in attributes on… and style. There is no way to write a value unescaped.
//
// Names are looked up in the innermost section first; "." is the item itself, "a.b" a member of a.
// A name that is not there writes nothing. Immutable after loading; threads may share it.

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/server/template/value.h"

namespace tracuu::page {

inline constexpr std::size_t kMaxTemplateBytes = 1 << 20;
inline constexpr std::size_t kMaxTemplateDepth = 32;  // of sections, and of partials in partials

// Why a template is refused; what() is a sentence with its name and line.
class TemplateError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Template {
 public:
  using Strings = std::function<std::string(std::string_view key)>;
  using Partials = std::function<std::string(std::string_view name)>;

  // Reads the template. Throws TemplateError, and what the functions throw.
  static Template parse(std::string_view name, std::string_view source, const Strings& strings,
                        const Partials& partials);

  // Returns the text filled with `data`, which is an object.
  std::string render(const Value& data) const;

 private:
  friend class TemplateReader;

  enum class Kind { kText, kValue, kUrl, kSection, kInverted };
  struct Node {
    Kind kind = Kind::kText;
    std::string text;            // or the name
    std::vector<Node> children;  // of a section
  };

  static void write(const std::vector<Node>& nodes, std::vector<const Value*>& scopes,
                    std::string& out);
  static const Value* look_up(std::string_view name, const std::vector<const Value*>& scopes);

  std::vector<Node> nodes_;
};

}  // namespace tracuu::page
