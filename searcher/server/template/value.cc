#include "searcher/server/template/value.h"

#include <algorithm>

namespace tracuu::page {

Value& Value::set(std::string_view name, Value value) {
  Object& members = std::get<Object>(content_);
  const auto found = std::ranges::find(members, name, &Object::value_type::first);
  if (found != members.end()) return found->second = std::move(value);
  return members.emplace_back(name, std::move(value)).second;
}

Value& Value::push(Value value) {
  return std::get<List>(content_).emplace_back(std::move(value));
}

const Value* Value::find(std::string_view name) const {
  const auto* members = std::get_if<Object>(&content_);
  if (members == nullptr) return nullptr;
  const auto found = std::ranges::find(*members, name, &Object::value_type::first);
  return found == members->end() ? nullptr : &found->second;
}

bool Value::is_shown() const {
  if (const auto* flag = std::get_if<bool>(&content_)) return *flag;
  if (const auto* text = std::get_if<std::string>(&content_)) return !text->empty();
  if (const auto* html = std::get_if<Html>(&content_)) return !html->markup().empty();
  if (const auto* list = std::get_if<List>(&content_)) return !list->empty();
  return std::holds_alternative<Object>(content_);
}

}  // namespace tracuu::page
