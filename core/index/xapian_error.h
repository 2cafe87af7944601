// Turns Xapian's exceptions into ours, so that they end where Xapian is called.

#pragma once

#include <string>

#include <xapian.h>

#include "core/base/error.h"

namespace tracuu {

// Returns the Error that says what `error` means for the index at `path`: a lock is kIndexBusy,
// corruption kIndexDamaged, no space left kDiskFull.
Error translate(const Xapian::Error& error, const std::string& path);

}  // namespace tracuu
