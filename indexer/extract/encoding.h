// The first step behind reading, the same for every format: text in an encoding from before
// Unicode becomes Unicode, before anything looks for numbers, dates or agencies in it.
//
//   title "NghÞ quyÕt", body "vÒ chuyÓn ®æi sè …"
//       -> title "Nghị quyết", body "về chuyển đổi số …", repairs {{"tcvn3", 9}},
//          original.title "NghÞ quyÕt", text_quality 1
//
// Title and fields are judged together with the body: a short one follows what the body proves.
// Ids, paths, addresses and dates stay as they are.

#pragma once

#include "core/document/document.h"

namespace tracuu::input {

// Repairs the texts of a document in place, sets repairs, damaged and original, and measures
// text_quality. REQUIRES: valid UTF-8, nothing invisible stripped from it (U+00AD is ư in TCVN3);
// no regions yet; pages are those of the body and stay so. Linear: about 100 MB/s on clean text.
// Safe from any thread.
void repair_encoding(Document& document);

}  // namespace tracuu::input
