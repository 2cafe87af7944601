#include "searcher/server/template/template.h"

#include <ranges>

#include "core/text/html_escape.h"
#include "searcher/server/template/html.h"

namespace tracuu::page {

const Value* Template::look_up(std::string_view name, const std::vector<const Value*>& scopes) {
  if (name == ".") return scopes.back();
  const std::string_view first = name.substr(0, name.find('.'));
  for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
    const Value* found = (*scope)->find(first);
    if (found == nullptr) continue;
    while (found != nullptr && first.size() < name.size()) {
      name.remove_prefix(name.find('.') + 1);
      const std::string_view next = name.substr(0, name.find('.'));
      found = found->find(next);
      if (next.size() == name.size()) break;
    }
    return found;
  }
  return nullptr;
}

void Template::write(const std::vector<Node>& nodes, std::vector<const Value*>& scopes,
                     std::string& out) {
  for (const Node& node : nodes) {
    if (node.kind == Kind::kText) {
      out += node.text;
      continue;
    }
    const Value* value = look_up(node.text, scopes);
    const bool is_shown = value != nullptr && value->is_shown();
    if (node.kind == Kind::kInverted) {
      if (!is_shown) write(node.children, scopes, out);
    } else if (!is_shown) {
      continue;
    } else if (node.kind == Kind::kValue || node.kind == Kind::kUrl) {
      if (const std::string* text = value->text()) {
        const bool is_refused = node.kind == Kind::kUrl && !is_safe_url(*text);
        text::escape_html(is_refused ? "#" : std::string_view(*text), out);
      } else if (const Html* html = value->html(); html != nullptr && node.kind == Kind::kValue) {
        out += html->markup();
      }
    } else if (const Value::List* items = value->items()) {
      for (const Value& item : *items) {
        scopes.push_back(&item);
        write(node.children, scopes, out);
        scopes.pop_back();
      }
    } else {
      scopes.push_back(value);
      write(node.children, scopes, out);
      scopes.pop_back();
    }
  }
}

std::string Template::render(const Value& data) const {
  std::string out;
  out.reserve(std::size_t{32} << 10);
  std::vector<const Value*> scopes{&data};
  write(nodes_, scopes, out);
  return out;
}

}  // namespace tracuu::page
