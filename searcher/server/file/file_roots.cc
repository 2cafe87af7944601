#include "searcher/server/file/file_roots.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

namespace tracuu {
namespace {

using Descriptor = http::OpenFile;

constexpr int kFolder = O_PATH | O_DIRECTORY | O_CLOEXEC;

NotOpened reason() {
  switch (errno) {
    case ENOENT:
      return NotOpened::kGone;
    case ELOOP:    // a link
    case ENOTDIR:  // a link to a folder, or a file where a folder was
      return NotOpened::kOutside;
    default:
      return NotOpened::kFailed;
  }
}

// The parts between slashes; nothing where one of them is no name.
std::optional<std::vector<std::string>> names_of(std::string_view path) {
  std::vector<std::string> names;
  if (path.ends_with('/')) return std::nullopt;
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(name.size() + 1, path.size()));
    if (name.empty() || name == "." || name == ".." || name.find('\0') != name.npos) {
      return std::nullopt;
    }
    names.emplace_back(name);
  }
  if (names.empty()) return std::nullopt;
  return names;
}

std::string version_of(const struct stat& status) {
  std::array<char, 96> text{};
  std::snprintf(text.data(), text.size(), "%llx-%llx-%llx.%lx",
                static_cast<unsigned long long>(status.st_ino),
                static_cast<unsigned long long>(status.st_size),
                static_cast<unsigned long long>(status.st_mtim.tv_sec),
                static_cast<unsigned long>(status.st_mtim.tv_nsec));
  return text.data();
}

}  // namespace

const std::filesystem::path* FileRoots::root_of(const std::string& path) const {
  const std::filesystem::path* longest = nullptr;
  for (const std::filesystem::path& root : roots_) {
    const std::string& folder = root.native();
    const bool is_below =
        path.size() > folder.size() + 1 && path.starts_with(folder) && path[folder.size()] == '/';
    if (is_below && (longest == nullptr || folder.size() > longest->native().size())) {
      longest = &root;
    }
  }
  return longest;
}

std::variant<OpenedFile, NotOpened> FileRoots::open(const std::string& path) const {
  const std::filesystem::path* root = root_of(path);
  if (root == nullptr) return NotOpened::kOutside;
  const auto names = names_of(std::string_view(path).substr(root->native().size() + 1));
  if (!names) return NotOpened::kOutside;
  int next = ::open(root->c_str(), kFolder);
  if (next < 0) return NotOpened::kFailed;
  auto folder = std::make_unique<Descriptor>(next);
  for (std::size_t i = 0; i + 1 < names->size(); ++i) {
    next = ::openat(folder->descriptor(), (*names)[i].c_str(), kFolder | O_NOFOLLOW);
    if (next < 0) return reason();
    folder = std::make_unique<Descriptor>(next);
  }
  // Without waiting: a pipe would hold the worker until somebody writes to it.
  next = ::openat(folder->descriptor(), names->back().c_str(),
                  O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (next < 0) return reason();
  auto file = std::make_shared<const Descriptor>(next);
  struct stat status {};
  if (::fstat(file->descriptor(), &status) != 0) return NotOpened::kFailed;
  if (!S_ISREG(status.st_mode)) return NotOpened::kOutside;
  return OpenedFile{std::move(file), static_cast<std::uint64_t>(status.st_size),
                    version_of(status)};
}

}  // namespace tracuu
