// A parser by recursive descent: one function for each line of the grammar. A function returns
// nothing when it has failed; error_ then says why.

#include "searcher/query/parse.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/bounds.h"
#include "searcher/query/canonical.h"
#include "searcher/query/grammar.h"
#include "searcher/query/tokens.h"

namespace tracuu::query {
namespace {

class Parser {
 public:
  Parser(std::string_view query, std::vector<Token> tokens)
      : query_(query), tokens_(std::move(tokens)) {}

  ParseResult parse_query() {
    std::optional<Node> root = parse_any(nullptr);
    if (root && current().kind == Token::Kind::kClose)
      root = fail(QueryErrorKind::kUnopenedBracket, current());
    if (!root) return *std::move(error_);
    return *std::move(root);
  }

 private:
  const Token& current() const { return tokens_[at_]; }
  bool is_at(Token::Kind kind) const { return current().kind == kind; }
  const Token& take() { return tokens_[at_++]; }

  std::nullopt_t fail(QueryErrorKind kind, const Token& token,
                      std::vector<std::string> arguments = {}) {
    error_ = error_at(query_, kind, token.span, std::move(arguments));
    return std::nullopt;
  }

  std::nullopt_t fail_at_operator(QueryErrorKind kind, const Token& token) {
    return fail(kind, token, {std::string(query_.substr(token.span.offset, token.span.length))});
  }

  // `before` is the bracket or operator this begins behind, none at the query's beginning.
  std::optional<Node> parse_any(const Token* before) {
    std::vector<Node> sides;
    do {
      std::optional<Node> side = parse_both(before);
      if (!side) return std::nullopt;
      sides.push_back(*std::move(side));
      before = &current();
    } while (is_at(Token::Kind::kOr) && take().kind == Token::Kind::kOr);
    return any_of(std::move(sides));
  }

  std::optional<Node> parse_both(const Token* before) {
    std::optional<std::vector<Node>> clauses = parse_all(before);
    if (!clauses) return std::nullopt;
    if (!is_at(Token::Kind::kAnd)) return all_of(*std::move(clauses));

    std::vector<Node> required;
    append_required(required, *std::move(clauses));
    while (is_at(Token::Kind::kAnd)) {
      const Token& and_token = take();
      clauses = parse_all(&and_token);
      if (!clauses) return std::nullopt;
      append_required(required, *std::move(clauses));
    }
    return all_of(std::move(required));
  }

  // A side of AND is one required clause, unless each of its clauses says by a sign what it is.
  static void append_required(std::vector<Node>& required, std::vector<Node> side) {
    const bool is_signed = std::ranges::none_of(
        side, [](const Node& clause) { return clause.occurrence == Occurrence::kPlain; });
    if (is_signed) {
      for (Node& clause : side) required.push_back(std::move(clause));
      return;
    }
    required.push_back(all_of(std::move(side)));
    required.back().occurrence = Occurrence::kRequired;
  }

  std::optional<std::vector<Node>> parse_all(const Token* before) {
    std::vector<Node> clauses;
    while (!ends_all(current().kind)) {
      std::optional<Node> clause = parse_clause();
      if (!clause) return std::nullopt;
      append_clause(clauses, *std::move(clause));
    }
    if (clauses.empty()) return fail_without_clause(before);
    return clauses;
  }

  static bool ends_all(Token::Kind kind) {
    return kind == Token::Kind::kOr || kind == Token::Kind::kAnd || kind == Token::Kind::kClose ||
           kind == Token::Kind::kEnd;
  }

  std::nullopt_t fail_without_clause(const Token* before) {
    if (before != nullptr && before->kind != Token::Kind::kOpen)
      return fail_at_operator(QueryErrorKind::kOperatorWithoutOperand, *before);
    if (is_at(Token::Kind::kOr) || is_at(Token::Kind::kAnd))
      return fail_at_operator(QueryErrorKind::kOperatorWithoutOperand, current());
    if (before == nullptr) {
      if (is_at(Token::Kind::kClose)) return fail(QueryErrorKind::kUnopenedBracket, current());
      return fail(QueryErrorKind::kEmpty, {.span = {0, query_.size()}});
    }
    if (is_at(Token::Kind::kEnd)) return fail(QueryErrorKind::kUnclosedBracket, *before);
    const std::size_t begin = before->span.offset;
    return fail(QueryErrorKind::kEmptyGroup,
                {.span = {begin, current().span.offset + current().span.length - begin}});
  }

  std::optional<Node> parse_clause() {
    Occurrence sign = Occurrence::kPlain;
    if (is_at(Token::Kind::kRequire) || is_at(Token::Kind::kExclude)) {
      const Token& token = take();
      sign = token.kind == Token::Kind::kRequire ? Occurrence::kRequired : Occurrence::kExcluded;
      if (!is_at(Token::Kind::kField) && !begins_value(current().kind))
        return fail_at_operator(QueryErrorKind::kOperatorWithoutOperand, token);
    }
    std::optional<Node> node = is_at(Token::Kind::kField) ? parse_field() : parse_value();
    if (node && is_at(Token::Kind::kNear)) node = parse_near(*std::move(node));
    if (node) node->occurrence = compose(sign, node->occurrence);
    return node;
  }

  static bool begins_value(Token::Kind kind) {
    return kind == Token::Kind::kWord || kind == Token::Kind::kPrefix ||
           kind == Token::Kind::kPhrase || kind == Token::Kind::kOpen;
  }

  std::optional<Node> parse_field() {
    const Token& name = take();
    const std::string shown(name_of(*name.field));
    if (is_in_field_) return fail(QueryErrorKind::kFieldInField, name, {shown});
    if (!begins_value(current().kind))
      return fail(QueryErrorKind::kFieldWithoutValue, name, {shown});
    is_in_field_ = true;
    std::optional<Node> value = parse_value();
    is_in_field_ = false;
    if (!value) return std::nullopt;

    // The field is excluded, rather than its value.
    const Occurrence occurrence = std::exchange(value->occurrence, Occurrence::kPlain);
    const std::size_t end = value->span.offset + value->span.length;
    Node node{.kind = Kind::kField, .occurrence = occurrence, .field = name.field};
    node.span = {name.span.offset, end - name.span.offset};
    node.children.push_back(*std::move(value));
    return node;
  }

  std::optional<Node> parse_value() {
    const Token& token = current();
    switch (token.kind) {
      case Token::Kind::kWord:
        return leaf(Kind::kWords);
      case Token::Kind::kPrefix:
        return leaf(Kind::kPrefix);
      case Token::Kind::kPhrase:
        return leaf(Kind::kPhrase);
      case Token::Kind::kOpen:
        return parse_group();
      default:
        return fail_at_operator(QueryErrorKind::kOperatorWithoutOperand, token);
    }
  }

  Node leaf(Kind kind) {
    const Token& token = take();
    return {.kind = kind, .text = token.text, .span = token.span};
  }

  std::optional<Node> parse_group() {
    const Token& open = take();
    if (nesting_ == kMaxNesting)
      return fail(QueryErrorKind::kTooDeep, open, {std::to_string(kMaxNesting)});
    ++nesting_;
    std::optional<Node> node = parse_any(&open);
    --nesting_;
    if (!node) return std::nullopt;
    if (!is_at(Token::Kind::kClose)) return fail(QueryErrorKind::kUnclosedBracket, open);
    take();
    return node;
  }

  std::optional<Node> parse_near(Node left) {
    const Token& near = take();
    if (ends_all(current().kind))
      return fail_at_operator(QueryErrorKind::kOperatorWithoutOperand, near);
    if (!begins_value(current().kind)) return fail_at_operator(QueryErrorKind::kNearOperand, near);
    std::optional<Node> right = parse_value();
    if (!right) return std::nullopt;
    if (!make_operand(left) || !make_operand(*right))
      return fail_at_operator(QueryErrorKind::kNearOperand, near);
    if (is_at(Token::Kind::kNear)) return fail_at_operator(QueryErrorKind::kNearOperand, current());

    const std::size_t end = right->span.offset + right->span.length;
    Node node{.kind = Kind::kNear, .distance = near.distance};
    node.span = {left.span.offset, end - left.span.offset};
    node.children.push_back(std::move(left));
    node.children.push_back(*std::move(right));
    return node;
  }

  // Makes a phrase of several words; returns whether the node can stand beside NEAR.
  static bool make_operand(Node& node) {
    if (node.kind == Kind::kWords && node.text.find(' ') != node.text.npos)
      node.kind = Kind::kPhrase;
    return node.occurrence == Occurrence::kPlain &&
           (node.kind == Kind::kWords || node.kind == Kind::kPhrase);
  }

  std::string_view query_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t nesting_ = 0;
  bool is_in_field_ = false;
  std::optional<QueryError> error_;
};

}  // namespace

ParseResult parse(std::string_view text) {
  if (text.size() > kMaxQueryBytes) return too_long(text);
  auto tokens = read_tokens(text);
  if (auto* error = std::get_if<QueryError>(&tokens)) return std::move(*error);

  ParseResult result = Parser(text, std::get<std::vector<Token>>(std::move(tokens))).parse_query();
  if (const Node* root = std::get_if<Node>(&result)) {
    if (auto error = find_excess(text, *root)) return *std::move(error);
  }
  return result;
}

}  // namespace tracuu::query
