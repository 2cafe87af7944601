// Where the files lie that an administrator extends.

#pragma once

#include <filesystem>

namespace tracuu {

// Returns $TRACUU_DATA if set; else <folder of the program>/../share/tracuu if there is one; else
// an empty path. Never throws on what it finds.
std::filesystem::path default_data_folder();

}  // namespace tracuu
