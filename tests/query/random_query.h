// Random queries: text from an alphabet of nasty atoms, and trees in canonical form.
//
//   RandomQuery random(seed);
//   random.text()   "(loại:\xC3 OR “ế* ..."
//   random.tree()   what parse() could give: see the list in searcher/query/ast.h

#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "searcher/query/ast.h"
#include "searcher/query/characters.h"
#include "searcher/query/words.h"

namespace tracuu::query {

class RandomQuery {
 public:
  explicit RandomQuery(unsigned seed) : rng_(seed) {}

  std::string text() {
    static constexpr auto kAtoms = std::to_array<std::string_view>({
        " ",         " ",      " ",        "a",          "b",        "ế",      "e\u0302\u0301",
        "Đ",         "Ð",      "\"",       "\"",         "“",        "”",      "«",
        "»",         "„",      "(",        ")",          "(",        ")",      ":",
        "*",         "+",      "-",        " -",         " +",       "\\",     " OR ",
        " AND ",     " HOẶC ", " VÀ ",     " KHÔNG ",    " NOT ",    " NEAR ", " NEAR/3 ",
        " GẦN/101 ", "loại:",  "cơ quan:", "cơ ",        "quan:",    "số: ",   "CQ:",
        "\u00a0",    "\x01",   "\x1b",     "\xC3",       "\xE2\x80", "\x9C",   "\uFEFF",
        "ab*",       "QUY ",   "\t",       "749/QĐ-TTg", "漢",       "\u0303", "/",
        "5",
    });
    std::string out;
    for (std::size_t n = below(24); n > 0; --n) out += kAtoms[below(kAtoms.size())];
    return out;
  }

  // Returns a tree of at most a few dozen nodes.
  Node tree() {
    Node node = any_node(3);
    if (chance(4)) node.occurrence = Occurrence::kExcluded;
    return node;
  }

 private:
  std::size_t below(std::size_t bound) { return rng_() % bound; }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  static bool is_word(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const text::Decoded c = text::decode(text, i);
      if (is_blank(c.value) || is_quote(c.value) || c.value == U'(' || c.value == U')')
        return false;
      i += c.length;
    }
    return !text.empty();
  }

  // Any run of bytes that is one word, most of them looking like something else.
  std::string word() {
    static constexpr auto kAtoms = std::to_array<std::string_view>({
        "a",     "b",        "ế",      "e\u0302\u0301", "Đ",       "OR",     "HOẶC",   "VÀ",
        "KHÔNG", "GẦN",      "NEAR/3", "NEAR/0",        "LÚA",     "-",      "+",      "*",
        "\\",    ":",        "số:",    "loại:",         "cơ",      "quan:",  "người",  "ký:",
        "\xC3",  "\xE2\x80", "\x9C",   "749/QĐ-TTg",    "http://", "\uFEFF", "\u0303", "a*",
        "漢",    "/",
    });
    for (;;) {
      std::string out;
      for (std::size_t n = 1 + below(3) * below(2); n > 0; --n) out += kAtoms[below(kAtoms.size())];
      if (is_word(out)) return out;
    }
  }

  std::string words() {
    std::string out = word();
    for (std::size_t n = below(4); n > 0; --n) out += ' ' + word();
    return out;
  }

  Node prefix_node() {
    for (;;) {
      std::string text = word() + word();
      if (is_word(text) && prefix_shape(text + '*') == PrefixShape::kPrefix)
        return {.kind = Kind::kPrefix, .text = std::move(text)};
    }
  }

  Node phrase_node() {
    static constexpr auto kAtoms =
        std::to_array<std::string_view>({"(", ")", "a", "OR", "-b", "số:5", "\xC3", "*", "\\"});
    std::string text(kAtoms[below(kAtoms.size())]);
    for (std::size_t n = below(3); n > 0; --n)
      text += ' ' + std::string(kAtoms[below(kAtoms.size())]);
    return {.kind = Kind::kPhrase, .text = std::move(text)};
  }

  Node operand() { return chance(2) ? phrase_node() : Node{.kind = Kind::kWords, .text = word()}; }

  Node near_node() {
    Node node{.kind = Kind::kNear, .distance = static_cast<int>(1 + below(100))};
    node.children = {operand(), operand()};
    return node;
  }

  // A kPlain node; `levels` bounds what is below it.
  Node any_node(std::size_t levels) {
    switch (below(levels == 0 ? 5 : 9)) {
      case 0:
      case 1:
        return {.kind = Kind::kWords, .text = words()};
      case 2:
        return prefix_node();
      case 3:
        return phrase_node();
      case 4:
        return near_node();
      case 5:
        return is_in_field_ ? phrase_node() : field_node(levels);
      case 6:
        return side_list(levels);
      default:
        return clause_list(levels);
    }
  }

  Node field_node(std::size_t levels) {
    is_in_field_ = true;
    Node node{.kind = Kind::kField, .field = static_cast<Field>(below(11))};
    node.children = {any_node(levels - 1)};
    is_in_field_ = false;
    return node;
  }

  Node side_list(std::size_t levels) {
    Node node{.kind = Kind::kAny};
    for (std::size_t n = 2 + below(2); n > 0; --n) {
      Node child = any_node(levels - 1);
      const bool must_be_excluded = child.kind == Kind::kAny;
      if (must_be_excluded || chance(4)) child.occurrence = Occurrence::kExcluded;
      node.children.push_back(std::move(child));
    }
    return node;
  }

  Node clause_list(std::size_t levels) {
    Node node{.kind = Kind::kAll};
    for (std::size_t n = 2 + below(3); n > 0; --n) {
      Node child = any_node(levels - 1);
      const bool follows_words = !node.children.empty() &&
                                 node.children.back().kind == Kind::kWords &&
                                 node.children.back().occurrence == Occurrence::kPlain;
      const bool must_be_signed = (child.kind == Kind::kWords && follows_words) ||
                                  (child.kind == Kind::kAll && all_plain(child));
      if (must_be_signed || chance(3))
        child.occurrence = chance(2) ? Occurrence::kRequired : Occurrence::kExcluded;
      node.children.push_back(std::move(child));
    }
    return node;
  }

  static bool all_plain(const Node& node) {
    for (const Node& child : node.children) {
      if (child.occurrence != Occurrence::kPlain) return false;
    }
    return true;
  }

  std::mt19937 rng_;
  bool is_in_field_ = false;
};

}  // namespace tracuu::query
