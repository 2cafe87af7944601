// /admin: how the index and the server are, for who looks after them.
//
// Members of the group that the setting admin_group names see it, and keys of group «!» where it is
// set. To everybody else there is no such page. What it lists is what its reader may see; queries
// are those of all readers, without their names.

#pragma once

#include <cstddef>
#include <string_view>

#include "searcher/server/context.h"

namespace tracuu {

inline constexpr std::string_view kAdminPath = "/admin";
inline constexpr std::size_t kQueriesShown = 30;
inline constexpr std::size_t kFailedFilesShown = 50;
inline constexpr std::size_t kPoorTextsShown = 50;
inline constexpr std::size_t kWarningsShown = 50;

// Whether who asks is one of these.
bool may_administer(const Context& context);

// REQUIRES: may_administer().
http::Response admin_page(const Context& context);

}  // namespace tracuu
