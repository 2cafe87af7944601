#include "searcher/query/canonical.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tracuu::query {
namespace {

bool is_plain(const Node& node) {
  return node.occurrence == Occurrence::kPlain;
}

bool are_plain_words(const Node& node) {
  return node.kind == Kind::kWords && is_plain(node);
}

Span cover(Span first, Span last) {
  return {first.offset, last.offset + last.length - first.offset};
}

Node parent_of(Kind kind, std::vector<Node> children) {
  const Span span = cover(children.front().span, children.back().span);
  return {.kind = kind, .children = std::move(children), .span = span};
}

// A node that stands alone is not the more required for its sign.
Node alone(Node node) {
  if (node.occurrence == Occurrence::kRequired) node.occurrence = Occurrence::kPlain;
  return node;
}

}  // namespace

void append_clause(std::vector<Node>& clauses, Node clause) {
  if (clause.kind == Kind::kAll && is_plain(clause) &&
      std::ranges::all_of(clause.children, is_plain)) {
    for (Node& child : clause.children) append_clause(clauses, std::move(child));
    return;
  }
  if (!clauses.empty() && are_plain_words(clauses.back()) && are_plain_words(clause)) {
    Node& words = clauses.back();
    words.text += ' ';
    words.text += clause.text;
    words.span = cover(words.span, clause.span);
    return;
  }
  clauses.push_back(std::move(clause));
}

Node all_of(std::vector<Node> clauses) {
  if (clauses.size() == 1) return alone(std::move(clauses.front()));
  return parent_of(Kind::kAll, std::move(clauses));
}

Node any_of(std::vector<Node> sides) {
  if (sides.size() == 1) return std::move(sides.front());
  std::vector<Node> flat;
  for (Node& side : sides) {
    if (side.kind == Kind::kAny && is_plain(side)) {
      std::ranges::move(side.children, std::back_inserter(flat));
    } else {
      flat.push_back(std::move(side));
    }
  }
  return parent_of(Kind::kAny, std::move(flat));
}

Occurrence compose(Occurrence sign, Occurrence inner) {
  if (sign == Occurrence::kPlain) return inner;
  if (inner != Occurrence::kExcluded) return sign;
  return sign == Occurrence::kExcluded ? Occurrence::kRequired : Occurrence::kExcluded;
}

}  // namespace tracuu::query
