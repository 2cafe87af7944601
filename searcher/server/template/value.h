// What a template is filled with: texts, flags, lists and named values.
//
//   Value page = Value::object();
//   page.set("title", "Quyết định <1>");          written as Quyết định &lt;1&gt;
//   page.set("results", Value::list()).push(…);   {{#results}}…{{/results}}, once for each
//
// A Text is escaped where it is written, by what stands around it; there is no way to write one as
// it is. Html is markup that is escaped already, and only HtmlWriter makes it.

#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tracuu::page {

class Html {
 public:
  const std::string& markup() const { return markup_; }

 private:
  friend class HtmlWriter;
  explicit Html(std::string markup) : markup_(std::move(markup)) {}
  std::string markup_;
};

class Value {
 public:
  using List = std::vector<Value>;
  using Object = std::vector<std::pair<std::string, Value>>;  // of a few names each

  // Nothing: as if the name were not there.
  Value() = default;
  // NOLINTBEGIN(google-explicit-constructor)
  Value(std::string text) : content_(std::move(text)) {}
  Value(std::string_view text) : content_(std::string(text)) {}
  Value(const char* text) : content_(std::string(text)) {}
  Value(bool flag) : content_(flag) {}
  Value(Html html) : content_(std::move(html)) {}
  // NOLINTEND(google-explicit-constructor)
  static Value number(std::size_t number) { return {std::to_string(number)}; }
  static Value list() { return Value(Content(List())); }
  static Value object() { return Value(Content(Object())); }
  static Value object(std::initializer_list<std::pair<std::string, Value>> members) {
    return Value(Content(Object(members)));
  }

  // Adds a member or replaces it, and returns it. REQUIRES: this is an object.
  Value& set(std::string_view name, Value value);

  // Adds an item and returns it. REQUIRES: this is a list.
  Value& push(Value value);

  // Returns the member, nullptr without one or where this is no object.
  const Value* find(std::string_view name) const;

  const List* items() const { return std::get_if<List>(&content_); }
  const std::string* text() const { return std::get_if<std::string>(&content_); }
  const Html* html() const { return std::get_if<Html>(&content_); }

  // Whether a section of it is written: a flag that is set, a text, a list that is not empty, an
  // object.
  bool is_shown() const;

 private:
  using Content = std::variant<std::monostate, bool, std::string, Html, List, Object>;
  explicit Value(Content content) : content_(std::move(content)) {}

  Content content_;
};

}  // namespace tracuu::page
