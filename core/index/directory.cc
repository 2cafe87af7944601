#include "core/index/directory.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/io_error.h"

namespace tracuu {
namespace fs = std::filesystem;
namespace {

constexpr const char* kCurrent = "current";
constexpr const char* kLock = "lock";
constexpr const char* kScratch = "scratch";
constexpr const char* kFresh = ".new";  // of a file, until it is renamed
constexpr Bilingual kIsFile{"đó là một tệp", "a file"};
constexpr Bilingual kHoldsOther{"trong đó có '{1}'", "it holds '{1}'"};
constexpr Bilingual kNamesNothing{"tệp 'current' không chỉ ra thế hệ nào",
                                  "the file 'current' names no generation"};
constexpr Bilingual kNoCurrent{"trong đó không có tệp 'current'", "no file 'current' in it"};
constexpr Bilingual kNoGeneration{"thiếu thư mục '{1}'", "the folder '{1}' is missing"};

constexpr std::string_view kGenerationPrefix = "gen-";
constexpr std::size_t kMaxCurrentBytes = 1024;
constexpr auto kLockInterval = std::chrono::milliseconds(100);

bool is_generation_name(std::string_view name) {
  return name.starts_with(kGenerationPrefix) && name.size() > kGenerationPrefix.size() &&
         name.size() <= 16 &&
         std::ranges::all_of(name.substr(kGenerationPrefix.size()),
                             [](char c) { return c >= '0' && c <= '9'; });
}

// Closes a descriptor when the scope ends.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }

 private:
  int value_;
};

void sync_path(const fs::path& path) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) throw io_error(path, errno);
}

void write_synced(const fs::path& path, std::string_view text) {
  const Descriptor descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (descriptor.get() < 0) throw io_error(path, errno);
  while (!text.empty()) {
    const ssize_t n = ::write(descriptor.get(), text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) throw io_error(path, errno);
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  if (::fsync(descriptor.get()) != 0) throw io_error(path, errno);
}

// Returns the place of what is to replace `file`.
fs::path fresh_of(const fs::path& file) {
  return file.string() + kFresh;
}

// Files that may be there without `current`.
bool is_ours(const std::string& name) {
  return name == kLock || name == kScratch || name == kLastRunFile || name == kClosedFile ||
         name == fresh_of(kCurrent) || name == fresh_of(kLastRunFile) ||
         name == fresh_of(kClosedFile);
}

void sync_generation(const fs::path& generation) {
  for (const auto& entry : fs::directory_iterator(generation)) sync_path(entry.path());
  sync_path(generation);
}

}  // namespace

// What `current` names, the live generation first; nothing when the directory is absent or empty.
std::vector<std::string> IndexDirectory::named() const {
  std::error_code error;
  if (!fs::exists(path_, error)) return {};
  if (!fs::is_directory(path_, error)) {
    throw Error(ErrorCode::kNotAnIndex, {path_.string()}, kIsFile);
  }
  std::ifstream in(path_ / kCurrent, std::ios::binary);
  if (!in) {
    for (const auto& entry : fs::directory_iterator(path_, error)) {
      const std::string name = entry.path().filename().string();
      // A first build may have been killed right before the rename.
      if (!is_ours(name) && !is_generation_name(name)) {
        throw Error(ErrorCode::kNotAnIndex, {path_.string(), name}, kHoldsOther);
      }
    }
    return {};
  }
  std::string text(kMaxCurrentBytes, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  std::vector<std::string> names;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    names.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (names.empty() || !std::ranges::all_of(names, is_generation_name)) {
    throw Error(ErrorCode::kNotAnIndex, {path_.string()}, kNamesNothing);
  }
  return names;
}

std::optional<std::string> IndexDirectory::current() const {
  std::vector<std::string> names = named();
  if (names.empty()) return std::nullopt;
  return std::move(names.front());
}

std::vector<fs::path> IndexDirectory::kept() const {
  std::vector<fs::path> found;
  const std::vector<std::string> names = named();
  std::error_code error;
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (fs::is_directory(path_ / names[i], error)) found.push_back(path_ / names[i]);
  }
  return found;
}

fs::path IndexDirectory::live() const {
  const std::optional<std::string> name = current();
  std::error_code error;
  if (!name && fs::exists(path_, error)) {
    throw Error(ErrorCode::kNotAnIndex, {path_.string()}, kNoCurrent);
  }
  if (!name) throw Error(ErrorCode::kIndexMissing, {path_.string()});
  fs::path generation = path_ / *name;
  if (!fs::is_directory(generation, error)) {
    throw Error(ErrorCode::kNotAnIndex, {path_.string(), *name}, kNoGeneration);
  }
  return generation;
}

std::vector<fs::path> IndexDirectory::generations() const {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(path_)) {
    if (is_generation_name(entry.path().filename().string())) found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

fs::path IndexDirectory::next_generation() const {
  unsigned long last = 0;
  for (const fs::path& generation : generations()) {
    const std::string number = generation.filename().string().substr(kGenerationPrefix.size());
    last = std::max(last, std::stoul(number));
  }
  std::array<char, 32> name{};
  std::snprintf(name.data(), name.size(), "gen-%04lu", last + 1);
  return path_ / name.data();
}

fs::path IndexDirectory::scratch() const {
  return path_ / kScratch;
}

void replace_file(const fs::path& file, const std::string& text) {
  const fs::path fresh = fresh_of(file);
  write_synced(fresh, text);
  if (std::rename(fresh.c_str(), file.c_str()) != 0) throw io_error(file, errno);
  sync_path(file.parent_path());
}

void IndexDirectory::write_current(const std::vector<std::string>& names) const {
  std::string text;
  for (const std::string& name : names) text += name + '\n';
  replace_file(path_ / kCurrent, text);
}

void IndexDirectory::make_live(const fs::path& generation, std::size_t keep) const {
  sync_generation(generation);
  std::vector<std::string> names = named();
  names.insert(names.begin(), generation.filename().string());
  names.resize(std::min(names.size(), std::min(keep, kMaxKept) + 1));
  write_current(names);
}

void IndexDirectory::replace_live(const fs::path& generation) const {
  sync_generation(generation);
  std::vector<std::string> names = named();
  names.front() = generation.filename().string();
  write_current(names);
}

fs::path IndexDirectory::roll_back() const {
  const std::vector<fs::path> earlier = kept();
  if (earlier.empty()) throw Error(ErrorCode::kNothingKept, {path_.string()});
  std::vector<std::string> names;
  names.reserve(earlier.size() + 1);
  for (const fs::path& generation : earlier) names.push_back(generation.filename().string());
  names.push_back(live().filename().string());
  write_current(names);
  return earlier.front();
}

void IndexDirectory::remove_leftovers() const {
  const std::vector<std::string> names = named();
  for (const fs::path& generation : generations()) {
    if (std::ranges::find(names, generation.filename().string()) != names.end()) continue;
    std::error_code error;
    fs::remove_all(generation, error);
    if (error) throw io_error(generation, error.value());
  }
  std::error_code ignored;
  fs::remove(fresh_of(path_ / kCurrent), ignored);
  fs::remove(fresh_of(path_ / kLastRunFile), ignored);
  fs::remove(fresh_of(path_ / kClosedFile), ignored);
  fs::remove_all(scratch(), ignored);
}

IndexLock::IndexLock(const IndexDirectory& directory, std::chrono::seconds patience) {
  directory.current();  // refuses a directory that is something else before anything is written
  std::error_code error;
  fs::create_directories(directory.path(), error);
  if (error) throw io_error(directory.path(), error.value());
  const fs::path file = directory.path() / kLock;
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) throw io_error(file, errno);
  const auto give_up = std::chrono::steady_clock::now() + patience;
  while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int cause = errno;
    if (cause == EWOULDBLOCK && std::chrono::steady_clock::now() < give_up) {
      std::this_thread::sleep_for(kLockInterval);
      continue;
    }
    ::close(descriptor_);
    if (cause == EWOULDBLOCK) {
      throw Error(ErrorCode::kIndexBusy, {directory.path().string()});
    }
    throw io_error(file, cause);
  }
}

IndexLock::~IndexLock() {
  ::close(descriptor_);
}

}  // namespace tracuu
