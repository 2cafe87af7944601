#include "indexer/source/byte_stream.h"

#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/source/limits.h"

namespace tracuu::input {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

struct CloseArchive {
  void operator()(archive* a) const { archive_read_free(a); }
};
using ArchivePtr = std::unique_ptr<archive, CloseArchive>;

class Descriptor {
 public:
  // Does not wait for the other end of a pipe.
  explicit Descriptor(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return number_; }

 private:
  int number_;
};

ReadProblem unreadable(int error) {
  return {SkipReason::kUnreadable, std::generic_category().message(error)};
}

ArchivePtr new_archive(Compression compression) {
  ArchivePtr a(archive_read_new());
  if (!a) return a;
  switch (compression) {
    case Compression::kGzip:
      archive_read_support_filter_gzip(a.get());
      break;
    case Compression::kXz:
      archive_read_support_filter_xz(a.get());
      break;
    case Compression::kZstd:
      archive_read_support_filter_zstd(a.get());
      break;
    case Compression::kNone:
      break;
  }
  archive_read_support_format_raw(a.get());
  archive_read_support_format_empty(a.get());
  return a;
}

}  // namespace

struct ByteStream::State {
  explicit State(const std::string& path) : file(path), buffer(kPieceBytes) {}

  void open(Compression compression);
  void open_archive(Compression compression);
  std::string_view next_plain();
  std::string_view next_unpacked();
  std::string archive_cause() const;

  Descriptor file;
  ArchivePtr unpacker;  // none for a plain file
  std::vector<char> buffer;
  std::optional<ReadProblem> problem;
  bool at_end = false;
  std::uint64_t consumed = 0;
  std::uint64_t produced = 0;
};

std::string ByteStream::State::archive_cause() const {
  const char* cause = archive_error_string(unpacker.get());
  return cause ? cause : "unknown cause";
}

void ByteStream::State::open(Compression compression) {
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
    problem = unreadable(errno);
  } else if (S_ISDIR(status.st_mode)) {
    problem = unreadable(EISDIR);
  } else if (!S_ISREG(status.st_mode)) {
    problem = {SkipReason::kNotAFile, {}};
  } else if (status.st_size == 0) {
    at_end = true;
  } else if (compression != Compression::kNone) {
    open_archive(compression);
  }
}

void ByteStream::State::open_archive(Compression compression) {
  unpacker = new_archive(compression);
  if (!unpacker) {
    problem = unreadable(ENOMEM);
    return;
  }
  if (archive_read_open_fd(unpacker.get(), file.get(), kPieceBytes) != ARCHIVE_OK) {
    problem = {SkipReason::kCorrupt, archive_cause()};
    return;
  }
  // Without the magic bytes of its filter, libarchive would hand the bytes through as they are.
  if (archive_filter_code(unpacker.get(), 0) == ARCHIVE_FILTER_NONE) {
    problem = {SkipReason::kCorrupt, "no compressed data at the start"};
    return;
  }
  archive_entry* entry = nullptr;
  const int result = archive_read_next_header(unpacker.get(), &entry);
  if (result == ARCHIVE_EOF) {
    at_end = true;
  } else if (result != ARCHIVE_OK) {
    problem = {SkipReason::kCorrupt, archive_cause()};
  }
}

std::string_view ByteStream::State::next_plain() {
  ssize_t got = 0;
  do {
    got = ::read(file.get(), buffer.data(), buffer.size());
  } while (got < 0 && errno == EINTR);
  if (got < 0) problem = unreadable(errno);
  if (got <= 0) {
    at_end = true;
    return {};
  }
  consumed += static_cast<std::uint64_t>(got);
  return {buffer.data(), static_cast<std::size_t>(got)};
}

std::string_view ByteStream::State::next_unpacked() {
  const la_ssize_t got = archive_read_data(unpacker.get(), buffer.data(), buffer.size());
  consumed = static_cast<std::uint64_t>(archive_filter_bytes(unpacker.get(), -1));
  if (got < 0) problem = {SkipReason::kCorrupt, archive_cause()};
  if (got <= 0) {
    at_end = true;
    return {};
  }
  produced += static_cast<std::uint64_t>(got);
  if (produced > kExpansionFreeBytes && produced / kMaxExpansion > consumed) {
    problem = {SkipReason::kTooLarge, size_in_words(kExpansionFreeBytes)};
    return {};
  }
  return {buffer.data(), static_cast<std::size_t>(got)};
}

ByteStream::ByteStream(const std::string& path, Compression compression)
    : state_(std::make_unique<State>(path)) {
  state_->open(compression);
}

ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

std::string_view ByteStream::next() {
  if (state_->at_end || state_->problem) return {};
  return state_->unpacker ? state_->next_unpacked() : state_->next_plain();
}

const std::optional<ReadProblem>& ByteStream::problem() const {
  return state_->problem;
}

std::uint64_t ByteStream::consumed_bytes() const {
  return state_->consumed;
}

}  // namespace tracuu::input
