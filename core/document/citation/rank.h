// The rank of who issued a document, by its type and number: none may change what stands above.
//
//   rank_of("Nghị định", "12/2015/ND-CP") < rank_of("Luật", "45/2013/QH13")
//
// Internal to core/document/citation.

#pragma once

#include <string_view>

namespace tracuu::citation {

// Returns a rank that grows upwards; 0 where type and key do not tell. All below the Government are
// of one rank.
int rank_of(std::string_view type, std::string_view key);

}  // namespace tracuu::citation
