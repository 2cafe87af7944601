#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include "core/base/error.h"
#include "core/base/io_error.h"
#include "core/index/database.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
#include "core/text/analyzer.h"
#include "indexer/maintain/backup.h"
#include "indexer/maintain/backup_format.h"
#include "indexer/maintain/switch.h"
#include "indexer/source/checksum.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPieceBytes = std::size_t{1} << 20;

// The file as it grows; removed when it is not finished.
class BackupWriter {
 public:
  explicit BackupWriter(fs::path file)
      : file_(std::move(file)), part_(file_.string() + ".part"), archive_(archive_write_new()) {
    archive_write_set_format_pax_restricted(archive_);
    archive_write_add_filter_zstd(archive_);
    descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor_ < 0) {
      const int error = errno;
      archive_write_free(archive_);
      throw io_error(file_, error);
    }
    check(archive_write_open_fd(archive_, descriptor_));
  }

  ~BackupWriter() {
    archive_write_free(archive_);
    if (descriptor_ >= 0) ::close(descriptor_);
    std::error_code ignored;
    if (!is_done_) fs::remove(part_, ignored);
  }
  BackupWriter(const BackupWriter&) = delete;
  BackupWriter& operator=(const BackupWriter&) = delete;

  void add(const std::string& name, const std::string& content) {
    begin(name, content.size());
    write(content);
  }

  // Returns the sum of what was copied.
  FileSum add_file(const fs::path& path, std::uint64_t size) {
    begin(path.filename().string(), size);
    std::ifstream in(path, std::ios::binary);
    input::Checksum sum;
    std::vector<char> buffer(kPieceBytes);
    while (sum.bytes() < size) {
      const std::uint64_t wanted = std::min<std::uint64_t>(buffer.size(), size - sum.bytes());
      in.read(buffer.data(), static_cast<std::streamsize>(wanted));
      const std::string_view piece(buffer.data(), static_cast<std::size_t>(in.gcount()));
      if (piece.empty()) throw Error(ErrorCode::kIo, {path.string(), "it became shorter"});
      sum.add(piece);
      write(piece);
    }
    return {sum.bytes(), sum.hexadecimal()};
  }

  void finish() {
    check(archive_write_close(archive_));
    if (::fsync(descriptor_) != 0) throw io_error(file_, errno);
    if (std::rename(part_.c_str(), file_.c_str()) != 0) throw io_error(file_, errno);
    is_done_ = true;
  }

 private:
  void begin(const std::string& name, std::uint64_t size) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(size));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    const int result = archive_write_header(archive_, entry);
    archive_entry_free(entry);
    check(result);
  }

  void write(std::string_view bytes) {
    if (archive_write_data(archive_, bytes.data(), bytes.size()) < 0) check(ARCHIVE_FATAL);
  }

  void check(int result) const {
    if (result == ARCHIVE_OK) return;
    throw io_error(file_, archive_errno(archive_) > 0 ? archive_errno(archive_) : EIO);
  }

  const fs::path file_;
  const fs::path part_;
  archive* archive_;
  int descriptor_ = -1;
  bool is_done_ = false;
};

// The files that make up a generation; what is empty is a lock.
std::vector<fs::path> files_of(const fs::path& generation) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(generation)) {
    if (entry.is_regular_file() && entry.file_size() > 0) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

BackupResult back_up(const fs::path& index, const fs::path& file, std::chrono::seconds patience) {
  const IndexDirectory directory(index);
  const fs::path live = directory.live();
  const IndexLock lock(directory, patience);
  try {
    const Xapian::Database database = open_index(index);
    BackupHead head;
    head.format = format_of(database).value_or(schema::kFormatVersion);
    head.analyzer = text::Analyzer::signature();
    head.documents = database.get_doccount();
    head.bytes = size_of(live);
    BackupWriter writer(file);
    writer.add(kBackupHead, to_json(head));
    FileSums sums;
    for (const fs::path& path : files_of(live)) {
      sums[path.filename().string()] = writer.add_file(path, fs::file_size(path));
    }
    writer.add(kBackupSums, to_json(sums));
    writer.finish();
    return {head.documents, fs::file_size(file)};
  } catch (const Xapian::Error& error) {
    throw translate(error, index.string());
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorCode::kIo, {index.string(), error.code().message()});
  }
}

}  // namespace tracuu
