// Which files of a folder are meant: patterns of the shell, and a size.
//
//   exclude = ["~$*", "nháp/*"]         without /: the name of any file or folder; with /: the
//   include = ["*.docx", "*.pdf"]       path below the root; * takes in / as well
//
// An excluded folder is not entered. Without `include` every file is meant that is not excluded.
// Hidden files never are. What programs leave behind while a file is open or on its way is excluded
// by default.

#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace tracuu::input {

struct PathPatterns {
  std::vector<std::string> include{};
  std::vector<std::string> exclude{};
  std::uint64_t max_bytes = std::numeric_limits<std::uint64_t>::max();  // of a file
};

// What stands in for `exclude` beside what is given: "~$*" (Word, Excel), "*.tmp", "*~", "*.part" …
const std::vector<std::string>& temporary_files();

// Whether a file or folder at `below`, relative to the root, is passed over.
bool is_excluded(const PathPatterns& patterns, const std::string& below);

// Whether a file at `below` is among those to be included.
bool is_included(const PathPatterns& patterns, const std::string& below);

}  // namespace tracuu::input
