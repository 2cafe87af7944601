#include "searcher/field_values.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/index/schema.h"
#include "searcher/filters.h"
#include "searcher/query/print.h"

namespace tracuu {
namespace {

using query::Field;
using query::Kind;
using query::Node;
using query::Occurrence;

// The filter field whose values are names of several words; nothing for the others.
std::optional<std::string_view> named_values(const Node& node) {
  if (node.kind != Kind::kField || node.children.front().kind != Kind::kWords) return std::nullopt;
  switch (*node.field) {
    case Field::kType:
      return schema::kTypeField;
    case Field::kAgency:
      return schema::kAgencyField;
    case Field::kSigner:
      return schema::kSignerField;
    case Field::kKeyword:
      return schema::kKeywordField;
    default:
      return std::nullopt;
  }
}

// Bytes of the first `words` words of a run with single blanks.
std::size_t length_of(std::string_view run, std::size_t words) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < words && end != std::string_view::npos; ++i) {
    end = run.find(' ', end == 0 ? 0 : end + 1);
  }
  return std::min(end, run.size());
}

// How many bytes of `following` complete `value` to a value of the field, 0 when none do.
std::size_t completion(std::string_view field, const std::string& value, std::string_view following,
                       Snapshot& snapshot) {
  const auto words = static_cast<std::size_t>(std::ranges::count(following, ' ')) + 1;
  for (std::size_t n = std::min(words, kMaxValueWords - 1); n > 0; --n) {
    const std::size_t length = length_of(following, n);
    const std::string longer = value + ' ' + std::string(following.substr(0, length));
    if (has_value(field, longer, snapshot)) return length;
  }
  return 0;
}

}  // namespace

Node extend_field_values(Node tree, Snapshot& snapshot, std::vector<Understood>& understood) {
  std::vector<Node>& children = tree.children;
  for (std::size_t i = 0; i < children.size(); ++i) {
    children[i] = extend_field_values(std::move(children[i]), snapshot, understood);
    const std::optional<std::string_view> field = named_values(children[i]);
    const bool has_words = tree.kind == Kind::kAll && i + 1 < children.size() &&
                           children[i + 1].kind == Kind::kWords &&
                           children[i + 1].occurrence == Occurrence::kPlain;
    if (!field || !has_words) continue;
    std::string& value = children[i].children.front().text;
    std::string& following = children[i + 1].text;
    const std::size_t length = completion(*field, value, following, snapshot);
    if (length == 0) continue;
    const std::string before = query::print(children[i]) + " " + following.substr(0, length);
    value += ' ' + following.substr(0, length);
    children[i].children.front().kind = Kind::kPhrase;
    following.erase(0, std::min(length + 1, following.size()));
    understood.push_back({"field", before, query::print(children[i])});
    if (following.empty()) children.erase(children.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  const bool is_single = tree.kind == Kind::kAll && children.size() == 1 &&
                         children.front().occurrence == Occurrence::kPlain;
  if (!is_single) return tree;
  Node only = std::move(children.front());
  only.occurrence = tree.occurrence;
  return only;
}

}  // namespace tracuu
