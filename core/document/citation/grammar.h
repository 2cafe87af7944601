// Reads the ties of one sentence from the order of its words.
//
//   «[Căn cứ] A [sửa đổi, bổ sung một số điều của] B»     A: căn cứ of this document; B: A amends
//   it «[Thông tư này … thay thế] A [và] B»                  both are replaced by this document «A
//   [được sửa đổi theo] B [và] C»                      B and C amend A
//
// From left to right: a verb opens a government, which the next document takes if nothing but parts
// of documents stands between («sửa đổi khoản 2 Điều 5 của các Nghị định …»); «,» and «và» give the
// next document of the same kind what the one before it has; any other word closes both. Who acts
// is this document («… này», the sentence's first word, «ban hành Thông tư …»), the document right
// before the verb, or nobody we know: then nothing is asserted.
//
// Internal to core/document/citation.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/document/citation.h"
#include "core/document/citation/items.h"
#include "core/document/citation/ties.h"

namespace tracuu::citation {

// Where in its document the sentence stands.
struct Setting {
  bool is_enacting = false;  // among its articles: a verb may begin a sentence
  bool is_recital = false;   // «Căn cứ» is the document's own
  bool is_formula = false;   // above its first article: «ban hành Thông tư sửa đổi …»
  bool is_consolidated_head = false;  // of a văn bản hợp nhất, before its recitals
};

// What a sentence leaves to the list behind it: «Bãi bỏ các văn bản sau đây:».
struct Carry {
  Relation relation = Relation::kRefersTo;  // of this document to the items
  bool is_ended = false;
  bool is_unproved = false;
  bool is_stopped = false;           // by '.': only an item with a letter, «b)», goes on
  std::size_t patient = kNoSubject;  // «được sửa đổi, bổ sung bởi:» the items
  Relation deed = Relation::kRefersTo;

  bool is_empty() const { return relation == Relation::kRefersTo && patient == kNoSubject; }
};

struct SentenceTies {
  std::vector<Tie> ties;  // one for each reference
  std::vector<Deed> deeds;
  std::string_view exception;  // «trừ …» behind what this document does
  Carry carry;
};

// Returns the ties in the sentence.
SentenceTies read_sentence(const Sentence& sentence, const Items& items, const Setting& setting,
                           const Carry& carry);

}  // namespace tracuu::citation
