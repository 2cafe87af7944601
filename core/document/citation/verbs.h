// The words that tie documents: which relation they mean, and what may stand between them and the
// document they govern.
//
//   «sửa đổi, bổ sung, bãi bỏ»   kAmends, three verbs in one chain
//   «quy định chi tiết và hướng dẫn thi hành»   kGuides
//
// From vocab.tsv of the domain (relation). Internal to core/document/citation.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/document/citation.h"
#include "core/document/citation/items.h"

namespace tracuu::citation {

struct Verb {
  Relation relation = Relation::kRefersTo;
  std::size_t end = 0;  // index of the item behind it
};

// Returns the verbs that begin at items[i], with commas, «và» and «hoặc» between them.
std::optional<Verb> verb_at(const Items& items, std::size_t i);

// Whether the words «hết hiệu lực», «chấm dứt hiệu lực» begin at items[i].
bool ends_effect_at(const Items& items, std::size_t i);

// Whether items[i], items[i + 1], … are these words, marks between them left out; returns the index
// behind them, `i` if not.
std::size_t match_words(const Items& items, std::size_t i, std::string_view words);

// Whether a word may stand between a verb and its object: parts of documents («khoản 2 Điều 5»),
// «một số điều của các», names of types.
bool is_path_word(const Item& item);

// Whether a part of a document may begin with the word: «khoản», «Phụ lục», «một».
bool begins_part(const Items& items, std::size_t i);

// Whether it says nothing of a part when it ends one: «của», «các», «ban hành kèm theo».
bool is_loose_end(const Item& item);

}  // namespace tracuu::citation
