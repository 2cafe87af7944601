// Who signed a document, from the block at its foot:
//
//   TM. ỦY BAN NHÂN DÂN
//   KT. CHỦ TỊCH                       capacity "KT.", title "Phó Chủ tịch", name "Nguyễn Văn A"
//   PHÓ CHỦ TỊCH
//   (đã ký)
//   Nguyễn Văn A
//
// The block begins with a mark of authority or a title in capitals; marks, titles, «(đã ký)» and
// the recipients of the other column may stand before the name, nothing else. The capacity is the
// mark nearest to the name. Joint documents have a block for each signer, side by side or one
// below the other. Where the head has no date, as in laws, it stands right above the block.
// Internal to core/document.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/head_elements.h"

namespace tracuu {

struct Signer {
  HeadValue name;
  std::string title;     // "Phó Chủ tịch"
  std::string capacity;  // "KT.", "TM.", "TL.", "TUQ.", "Q."
};

struct Foot {
  std::vector<Signer> signers;
  HeadValue date;  // ISO; of «Hà Nội, ngày …» or «thông qua ngày …» above the block
  std::size_t offset = 0;  // where the first block begins; the end of the body without one
};

// Returns the first block with a name in it. Linear.
Foot read_foot(std::string_view body);

// Returns «Nguyễn Văn A» of «Thiếu tướng Nguyễn Văn A», empty when the text is no name of a person.
std::string_view person_name(std::string_view text);

}  // namespace tracuu
