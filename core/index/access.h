// How an index keeps who may see a document, and finds what a reader may see.
//
//   slot kAccessSlot  ""             everyone, as nothing says otherwise
//                     "=\nnoi-vu"    the group, by the document's own field
//                     "~\n!"         administrators only, by a rule of where it lies
//   XA                stands in each document that is not for everyone
//   XGnoi-vu          … in each that the group may see
//   XM1f3c…           … in each of one class: documents that the same readers may see
//
// So a reader of groups a and b sees what has no XA, and what has XGa or XGb. What is learnt from
// texts is learnt for each class by itself (syllable_counts.h): words of one class tell nothing to
// readers of another.

#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

#include "core/document/access.h"
#include "core/document/document.h"

namespace tracuu {

struct KeptAccess {
  Access access;
  bool is_own = false;  // the document's own, which no rule changes

  friend bool operator==(const KeptAccess&, const KeptAccess&) = default;
};

// Returns what the document says: `access` and `access_by_rule`. A list that is none closes it.
KeptAccess kept_access(const Document& document);

// Writes it back, in the one way that these two may stand in a Document.
void set_access(const KeptAccess& kept, Document& document);

// Returns the value for the slot, and back. A value that is none is for administrators only.
std::string encode_access(const KeptAccess& kept);
KeptAccess decode_access(std::string_view value);

// Returns the name of the class: letters and digits, empty for what is for everyone.
std::string access_class(const Access& access);

// Writes value and terms into a new document of the index.
void add_access(const KeptAccess& kept, Xapian::Document& target);

// Changes value, terms and record of a document of the index. Returns whether anything changed.
// Throws kIndexDamaged, Xapian::Error. Cost: a look at its record; no text is read.
bool replace_access(const KeptAccess& kept, Xapian::Document& target);

}  // namespace tracuu
