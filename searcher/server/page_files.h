// The files that an office can change: templates, strings, style, logo, scripts.
//
//   data/page/search.html, strings.tsv, style.css, office.css, logo.svg …
//
// All of them are built into the program. A file of the same name in the folder that the setting
// `page` names stands for the one built in. They are read when the server starts.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tracuu {

inline constexpr std::size_t kMaxPageFileBytes = 1 << 20;

class PageFiles {
 public:
  // Throws kPathMissing for a folder that does not exist, kPathUnreadable for a file that is not
  // readable or too long.
  explicit PageFiles(const std::filesystem::path& folder = {});

  // Returns a file's bytes. Throws kPathMissing.
  const std::string& file(std::string_view name) const;
  bool has(std::string_view name) const { return files_.contains(name); }

  // Returns a short name of the file's content, for addresses that may be kept for ever.
  std::string version(std::string_view name) const;

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

// Returns the files built into the program, by name.
std::vector<std::pair<std::string, std::string_view>> built_in_page_files();

}  // namespace tracuu
