// Who may see what lies where: rules for folders, and files that say it in the folders themselves.
//
//   /srv/vb/.tracuu-access            "noi-vu"        one name a line, '#' begins a remark
//   /srv/vb/mat/.tracuu-access        "!"             administrators only
//   rule for /srv/vb/bao-chi          {"*"}           everyone
//
//   of("/srv/vb/12.txt")              noi-vu
//   of("/srv/vb/bao-chi/2021/1.txt")  everyone: the nearest above decides
//   of("/srv/khac/1.txt")             nothing
//
// In one folder the file comes before the rule. A file that cannot be read or says none of what
// core/document/access.h knows closes its folder: administrators only, and it is named by
// problems(). Members of an archive and attachments of a letter lie where the archive or letter
// does. A plain value but for what it has read; belongs to one thread.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/document/access.h"

namespace tracuu {

inline constexpr std::string_view kAccessFile = ".tracuu-access";
inline constexpr std::size_t kMaxAccessFileBytes = 65536;

struct FolderAccess {
  std::string folder;  // absolute, without a slash at its end; or a single file
  Access access;
};

class AccessRules {
 public:
  // Of one folder twice, the later rule counts.
  explicit AccessRules(const std::vector<FolderAccess>& folders);

  // Returns who may see the file; nothing where no rule fits. REQUIRES: the path is absolute. Cost:
  // a look for kAccessFile in each folder above it, once for each folder.
  std::optional<Access> of(const std::string& file);

  // The files that closed their folders.
  const std::vector<std::string>& problems() const { return problems_; }

 private:
  std::optional<Access> nearest(const std::string& folder);
  std::optional<Access> said_in(const std::string& folder);

  std::unordered_map<std::string, Access> rules_;
  std::unordered_map<std::string, std::optional<Access>> known_;  // by folder
  std::vector<std::string> problems_;
};

// Returns the names of a .tracuu-access file.
std::vector<std::string> names_in_access_file(std::string_view text);

}  // namespace tracuu
