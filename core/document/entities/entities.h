// Who and what a document's text is about: people, places, topics.
//
//   extract_entities(document): document.people {"Vũ Đức Đam", "Phó Thủ tướng"}, places "tỉnh Thái
//   Nguyên", topics "chuyển đổi số"
//
// Read from title, subject and body; the regions of the body are all read. Topics are looked for
// only where no keywords are given.

#pragma once

#include "core/document/document.h"

namespace tracuu {

// Fills people, places and topics that are empty. The signer is not among the people. Linear.
void extract_entities(Document& document);

}  // namespace tracuu
