// The words for ties, seen from either end.
//
//   kReplaces   «Thay thế» Quyết định A    A is «Thay thế bởi» this one
//
// As the national database of law names them; programs get relation_code().

#pragma once

#include <string>

#include "core/base/language.h"
#include "core/document/citation.h"
#include "searcher/graph/effect.h"

namespace tracuu {

// Returns what the citing document does: «Căn cứ», «Thay thế».
std::string relation_label(Relation relation, Language language);

// Returns what is done to the cited one, to be followed by who does it: «Thay thế bởi».
std::string acted_label(Relation relation, Language language);

// Returns a reason as a line: «thay thế bởi 12/2025/QĐ-UBND, Điều 3, từ 01/7/2025», of a part
// «Điều 5 bãi bỏ bởi …». `acting` names the acting document.
std::string reason_line(const EffectReason& reason, const std::string& acting, Language language);

}  // namespace tracuu
