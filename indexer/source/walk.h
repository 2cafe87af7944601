// From the paths a user names to the list of files to read, the same list every time.
//
//   walk({"data/sample"}, {}).files
//     {"/srv/data/sample/tin/a.txt", "sample/tin/a.txt", 1830, {kText, kNone}}
//     {"/srv/data/sample/van-ban/749.html", "sample/van-ban/749.html", …}
//
// The relative path starts with the name of the folder that was given, so it is the same whichever
// way the folder was named ("data/sample", "./data/sample/"); it is the id of a plain file.
// Links are followed, but no folder is entered twice (by device and inode). Hidden files, and those
// that PathPatterns leaves out, are passed over in silence; everything else that is not read leaves
// a Skip.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/source/file_stamp.h"
#include "indexer/source/format.h"
#include "indexer/source/limits.h"
#include "indexer/source/path_patterns.h"
#include "indexer/source/skip.h"

namespace tracuu::input {

struct WalkedFile {
  std::string path;      // absolute
  std::string relative;  // from the folder given, its name included
  std::uint64_t size_bytes = 0;
  FileKind kind;
  std::int64_t mtime_ns = 0;
  std::uint64_t inode = 0;

  FileStamp stamp() const { return {size_bytes, mtime_ns, inode}; }
};

// Returns what stat(2) says of the file now; nothing when it is no regular file or is gone.
std::optional<FileStamp> stamp_of(const std::string& path);

// What becomes of files whose names say no format.
enum class UnknownNames {
  kSkip,  // one skip for each ending
  kTake,  // as Format::kByContent
};

struct WalkOptions {
  Limits limits{};
  UnknownNames unknown = UnknownNames::kSkip;
  std::vector<PathPatterns> patterns{};  // one for each path, or none
  // Where not empty, of all that lies below the paths only these files and what is below these
  // folders; absolute, without a slash at the end. They need not exist.
  std::vector<std::string> only{};
  std::function<bool()> is_stopped{};  // asked before each file and folder
};

struct Walk {
  std::vector<WalkedFile> files;  // per path given, ordered by the bytes of `relative`
  std::vector<Skip> skips;        // the same; then one for each unsupported ending
  std::uint64_t total_bytes = 0;  // of the files, as they are on disk
  bool stopped = false;           // before its end: not all files are here
};

// Lists the files under `paths`, in the order of the arguments. A file named as an argument counts
// even where its name is hidden or left out. Throws Error(kPathMissing) or Error(kPathUnreadable)
// for an argument, before anything is read. Cost: one stat for each file and folder, some 300 bytes
// of memory for each file.
Walk walk(const std::vector<std::string>& paths, const WalkOptions& options = {});

// Returns a path as those of the files below it begin (WalkedFile::path): absolute, links kept as
// they are, without a slash at the end.
std::string absolute_path(const std::string& path);

// Whether `path` is `folder` or lies below it; both absolute, without a slash at the end.
bool is_at_or_below(const std::string& path, const std::string& folder);

}  // namespace tracuu::input
