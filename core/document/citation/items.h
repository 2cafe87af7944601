// A sentence as the grammar of citations sees it: words, marks, quotations and documents.
//
//   «Bãi bỏ Điều 5 [Quyết định số 12/2019/QĐ-UBND ngày … của …] như sau»
//     words bai, bo, dieu, 5, a reference, words nhu, sau
//
// Internal to core/document/citation.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/citation/references.h"
#include "core/document/citation/sentences.h"

namespace tracuu::citation {

// A part of a sentence that the grammar sees as one.
struct Item {
  enum class Kind { kWord, kMark, kReference, kQuotation };
  Kind kind = Kind::kWord;
  std::string key;  // of words and marks
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t reference = 0;  // index, of kReference
  bool is_capital = false;
};

using Items = std::vector<Item>;

struct Sentence {
  std::string_view body;
  Span span;
  std::span<const Reference> references;  // of the sentence
  std::size_t first_reference = 0;        // index of the first one in the body
  std::span<const Span> quotations;       // of the body
};

// Returns the items of the sentence, each reference with its date and agency one of them.
Items items_of(const Sentence& sentence);

// Returns the text right before the reference that says which part is meant, empty for none.
std::string_view part_before(std::string_view body, const Items& items, std::size_t reference);

}  // namespace tracuu::citation
