// The lines of a signature block above the name: marks of authority and titles.
//
//   read_mark("K/T BỘ TRƯỞNG")     capacity "KT.", rest "BỘ TRƯỞNG"
//   signer_title("PHÓ CHỦ TỊCH")   "Phó Chủ tịch"
//
// Internal to core/document.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

struct AuthorityMark {
  std::string_view capacity;  // "KT."
  std::string_view rest;
};

// Returns the mark that a line in capitals begins with.
std::optional<AuthorityMark> read_mark(std::string_view line);

// Returns whether a line in capitals begins with a title that signers bear.
bool is_signer_title(std::string_view line);

// Returns the title as it is shown, the name of an agency behind it included.
std::string signer_title(std::string_view line);

// Returns the signer's own title in the line of a mark: «PHÓ CHỦ TỊCH» of «KT. CHỦ TỊCH PHÓ CHỦ
// TỊCH», «CHỦ TỊCH» of «Q. CHỦ TỊCH»; empty when a line of its own has it.
std::string_view own_title(const AuthorityMark& mark);

}  // namespace tracuu
