#include "core/index/directory.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/error.h"

namespace tracuu {
namespace fs = std::filesystem;
namespace {

constexpr const char* kCurrent = "current";
constexpr const char* kLock = "lock";
constexpr const char* kScratch = "scratch";
constexpr const char* kFreshCurrent = "current.new";  // until it is renamed
constexpr Bilingual kIsFile{"đó là một tệp", "a file"};
constexpr Bilingual kHoldsOther{"trong đó có '{1}'", "it holds '{1}'"};
constexpr Bilingual kNamesNothing{"tệp 'current' không chỉ ra thế hệ nào",
                                  "the file 'current' names no generation"};
constexpr Bilingual kNoCurrent{"trong đó không có tệp 'current'", "no file 'current' in it"};
constexpr Bilingual kNoGeneration{"thiếu thư mục '{1}'", "the folder '{1}' is missing"};

constexpr std::string_view kGenerationPrefix = "gen-";
constexpr std::size_t kMaxNameBytes = 64;

Error io_error(const fs::path& path, int error_number) {
  if (error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG) {
    return Error(ErrorCode::kDiskFull, {path.string()});
  }
  return Error(ErrorCode::kIo, {path.string(), std::strerror(error_number)});
}

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

}  // namespace

std::optional<std::string> IndexDirectory::current() const {
  std::error_code error;
  if (!fs::exists(path_, error)) return std::nullopt;
  if (!fs::is_directory(path_, error)) {
    throw Error(ErrorCode::kNotAnIndex, {path_.string()}, kIsFile);
  }
  std::ifstream in(path_ / kCurrent, std::ios::binary);
  if (!in) {
    for (const auto& entry : fs::directory_iterator(path_, error)) {
      const std::string name = entry.path().filename().string();
      // A first build may have been killed right before the rename.
      const bool is_ours = name == kLock || name == kScratch || name == kFreshCurrent;
      if (!is_ours && !is_generation_name(name)) {
        throw Error(ErrorCode::kNotAnIndex, {path_.string(), name}, kHoldsOther);
      }
    }
    return std::nullopt;
  }
  std::string name(kMaxNameBytes, '\0');
  in.read(name.data(), static_cast<std::streamsize>(name.size()));
  name.resize(static_cast<std::size_t>(in.gcount()));
  if (!name.empty() && name.back() == '\n') name.pop_back();
  if (!is_generation_name(name)) {
    throw Error(ErrorCode::kNotAnIndex, {path_.string()}, kNamesNothing);
  }
  return name;
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

void IndexDirectory::make_live(const fs::path& generation) const {
  for (const auto& entry : fs::directory_iterator(generation)) sync_path(entry.path());
  sync_path(generation);
  const fs::path fresh = path_ / kFreshCurrent;
  write_synced(fresh, generation.filename().string() + "\n");
  if (std::rename(fresh.c_str(), (path_ / kCurrent).c_str()) != 0) throw io_error(path_, errno);
  sync_path(path_);
}

void IndexDirectory::remove_leftovers() const {
  const std::optional<std::string> live_name = current();
  for (const fs::path& generation : generations()) {
    if (live_name && generation.filename() == *live_name) continue;
    std::error_code error;
    fs::remove_all(generation, error);
    if (error) throw io_error(generation, error.value());
  }
  std::error_code ignored;
  fs::remove(path_ / kFreshCurrent, ignored);
  fs::remove_all(scratch(), ignored);
}

IndexLock::IndexLock(const IndexDirectory& directory) {
  directory.current();  // refuses a directory that is something else before anything is written
  std::error_code error;
  fs::create_directories(directory.path(), error);
  if (error) throw io_error(directory.path(), error.value());
  const fs::path file = directory.path() / kLock;
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) throw io_error(file, errno);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int cause = errno;
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
