// The tree of a query: what the searcher, the page and print() work on.
//
//   nghị quyết -loại:"công văn" (Huế OR Đà Nẵng)
//     kAll
//       kWords   "nghị quyết"
//       kField   kType, kExcluded
//         kPhrase  "công văn"
//       kAny
//         kWords   "Huế"
//         kWords   "Đà Nẵng"
//
// Brackets that change nothing leave no trace, and words side by side are one node, since the
// searcher treats a run of words as one bag. What parse() gives always has this canonical form:
//
//   kAll    two or more children, no two kWords that are both kPlain side by side; a kPlain kAll
//           among them has a child that is not kPlain
//   kAny    two or more children, none kRequired, none a kPlain kAny
//   kNear   two children, each kPlain: a kWords of one word, or a kPhrase
//   kField  one kPlain child, no kField below it
//   root    not kRequired
//
// A plain, copyable value.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/fields.h"

namespace tracuu::query {

// A part of the query's text, in bytes.
struct Span {
  std::size_t offset = 0;
  std::size_t length = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

enum class Kind {
  kWords,   // text: one or more words as typed, one blank between them
  kPrefix,  // text: the beginning of a word, without its star
  kPhrase,  // text: as between the quotes, one blank between words
  kNear,    // children: two operands at most `distance` words apart
  kField,   // children: the value to find in `field`
  kAll,     // children: clauses side by side
  kAny,     // children: the sides of OR
};

// What a node asks of a document. Below kAny, kExcluded means "every document without it".
enum class Occurrence { kPlain, kRequired, kExcluded };

struct Node {
  Kind kind = Kind::kWords;
  Occurrence occurrence = Occurrence::kPlain;
  std::string text = {};
  std::optional<Field> field = {};
  int distance = 0;
  std::vector<Node> children = {};
  Span span = {};  // where it was typed, without its sign and brackets

  // Spans are left out: equal trees ask the same, wherever they were typed.
  friend bool operator==(const Node& a, const Node& b);
};

}  // namespace tracuu::query
