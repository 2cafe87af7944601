// A letter and what is attached to it: .eml, and pages saved as .mht.
//
//   Subject: Giấy mời họp, From: Văn phòng <vp@…>, with giay-moi.docx
//     ->  the letter: title "Giấy mời họp", author "Văn phòng", date, the text it is read by
//         member "giay-moi.docx"
//
// Of a letter in several forms the plain text is taken, else the page. Pictures that a page shows
// are no attachments. Letters in letters are members as well. GMime ends in mail.cc.

#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/member.h"

namespace tracuu::input {

// Emits the letter under `member` and its attachments, `depth` containers deep, below it.
void read_mail(std::string_view bytes, const std::string& member, std::size_t depth,
               Nesting& nesting);

}  // namespace tracuu::input
