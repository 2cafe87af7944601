// The folders that originals may be opened from, and opening a file below one of them.
//
//   FileRoots roots({"/srv/van-ban"});
//   roots.open("/srv/van-ban/2021/749.pdf")     the open file, its size and version
//   roots.open("/etc/passwd")                   kOutside
//   roots.open("/srv/van-ban/2021/x")           kOutside where x, or 2021, is a link
//   roots.open("/srv/van-ban/2021/xoa.pdf")     kGone
//
// Paths come from the index. What is opened is found folder by folder from the root on, and nothing
// on the way may be a link: who may write below one folder cannot have the server hand out what
// lies in another, whatever is changed between two looks. The root itself may be one. What is
// opened is what is served: it is not looked for twice.
//
// Immutable; any thread.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "searcher/server/http/open_file.h"

namespace tracuu {

struct OpenedFile {
  std::shared_ptr<const http::OpenFile> file;
  std::uint64_t size = 0;
  std::string version;  // another one when the file is written to or replaced
};

enum class NotOpened {
  kOutside,  // below no root, or reached through a link, or no file
  kGone,     // there is none of this name
  kFailed,   // there is one that cannot be read
  kHangs,    // what it lies on said nothing in time
};

class FileRoots {
 public:
  explicit FileRoots(std::vector<std::filesystem::path> roots) : roots_(std::move(roots)) {}

  // Whether a file of this absolute path lies below a root, by its name alone.
  bool covers(const std::string& path) const { return root_of(path) != nullptr; }

  std::variant<OpenedFile, NotOpened> open(const std::string& path) const;

 private:
  const std::filesystem::path* root_of(const std::string& path) const;

  std::vector<std::filesystem::path> roots_;
};

}  // namespace tracuu
