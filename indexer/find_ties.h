// The part of extraction that reads the whole text: what a document cites, whom, where and what it
// speaks of.
//
//   «Căn cứ Nghị định số 30/2020/NĐ-CP …»          citations
//   «ông Nguyễn Văn A, Chủ tịch UBND tỉnh»         people
//   «trên địa bàn huyện Đại Từ»                    places
//
// Done by the threads that build the index, as it costs as much as reading the text. Fields that
// are known already are never changed. What is found changes with schema::kExtractionVersion.

#pragma once

#include "core/document/document.h"

namespace tracuu {

// Fills citations, people, places and topics. Linear; never throws for any text.
void find_ties(Document& document);

}  // namespace tracuu
