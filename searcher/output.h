// Writing answers to standard output.

#pragma once

#include <string>

namespace tracuu {

// Writes text to standard output, on a terminal through the pager that PAGER names if wanted.
void write(const std::string& text, bool use_pager);

}  // namespace tracuu
