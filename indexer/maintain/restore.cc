#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/io_error.h"
#include "core/index/closed_mark.h"
#include "core/index/schema.h"
#include "core/index/verify.h"
#include "core/index/xapian_error.h"
#include "core/text/analyzer.h"
#include "indexer/maintain/backup.h"
#include "indexer/maintain/backup_format.h"
#include "indexer/source/checksum.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;
constexpr std::size_t kMaxTextBytes = std::size_t{1} << 20;  // of the entries that are JSON
constexpr std::size_t kMaxFiles = 64;

constexpr Bilingual kNone{"đây không phải là bản sao lưu của tracuu",
                          "this is no backup of tracuu"};
constexpr Bilingual kCut{"tệp bị cụt hay hỏng ({1})", "it is cut short or damaged ({1})"};
constexpr Bilingual kChanged{"nội dung của '{1}' không đúng với số kiểm tra",
                             "the content of '{1}' does not fit its checksum"};
constexpr Bilingual kOtherFormat{
    "định dạng {1}, chương trình này dùng định dạng {2}; hãy dùng đúng phiên bản chương trình",
    "its format is {1}, this program's is {2}; use the program's version that made it"};

struct CloseArchive {
  void operator()(archive* a) const { archive_read_free(a); }
};

// Writes one file of the generation.
class Target {
 public:
  explicit Target(fs::path path)
      : path_(std::move(path)),
        descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)) {
    if (descriptor_ < 0) fail();
  }
  ~Target() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) fail();
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

 private:
  [[noreturn]] void fail() const { throw io_error(path_, errno); }

  const fs::path path_;
  int descriptor_;
};

class BackupReader {
 public:
  explicit BackupReader(const fs::path& file) : file_(file.string()), archive_(archive_read_new()) {
    archive_read_support_filter_zstd(archive_.get());
    archive_read_support_filter_none(archive_.get());
    archive_read_support_format_tar(archive_.get());
    // Without it nothing after the tar's last entry is read, nor that bytes are missing there.
    archive_read_set_option(archive_.get(), "tar", "read_concatenated_archives", "1");
    if (!fs::exists(file)) throw Error(ErrorCode::kPathMissing, {file_});
    if (archive_read_open_filename(archive_.get(), file_.c_str(), kPieceBytes) != ARCHIVE_OK) {
      throw Error(ErrorCode::kBadBackup, {file_}, kNone);
    }
  }

  // Writes the files into `folder`. Returns what the backup says of itself.
  BackupHead extract(const fs::path& folder) {
    BackupHead head = read_head();
    FileSums found;
    std::uint64_t bytes = 0;
    while (true) {
      const std::optional<std::string> name = next_name();
      if (!name) throw cut("checksums.json");
      if (*name == kBackupSums) break;
      if (!is_generation_file(*name) || found.contains(*name) || found.size() == kMaxFiles) {
        throw Error(ErrorCode::kBadBackup, {file_}, kNone);
      }
      Target target(folder / *name);
      input::Checksum sum;
      while (const std::optional<std::string_view> piece = next_piece()) {
        bytes += piece->size();
        if (bytes > head.bytes) throw cut("bytes");
        sum.add(*piece);
        target.write(*piece);
      }
      found[*name] = {sum.bytes(), sum.hexadecimal()};
    }
    compare(found, parse_file_sums(read_text()));
    if (next_name()) throw Error(ErrorCode::kBadBackup, {file_}, kNone);
    return head;
  }

 private:
  Error cut(const std::string& detail) const {
    return Error(ErrorCode::kBadBackup, {file_, detail}, kCut);
  }

  BackupHead read_head() {
    archive_entry* entry = nullptr;
    if (archive_read_next_header(archive_.get(), &entry) != ARCHIVE_OK ||
        std::string_view(archive_entry_pathname(entry)) != kBackupHead) {
      throw Error(ErrorCode::kBadBackup, {file_}, kNone);
    }
    const std::optional<BackupHead> head = parse_backup_head(read_text());
    if (!head) throw Error(ErrorCode::kBadBackup, {file_}, kNone);
    const std::string ours = std::to_string(schema::kFormatVersion);
    const std::string analyzer(text::Analyzer::signature());
    if (head->version != kBackupVersion || head->format < schema::kOldestFormatVersion ||
        head->format > schema::kFormatVersion) {
      throw Error(ErrorCode::kBadBackup, {file_, std::to_string(head->format), ours}, kOtherFormat);
    }
    if (head->analyzer != analyzer) {
      throw Error(ErrorCode::kBadBackup, {file_, head->analyzer, analyzer}, kOtherFormat);
    }
    return *head;
  }

  // The next entry's name; nothing at the end.
  std::optional<std::string> next_name() {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(archive_.get(), &entry);
    if (result == ARCHIVE_EOF) return std::nullopt;
    if (result != ARCHIVE_OK) throw cut(cause());
    if (archive_entry_filetype(entry) != AE_IFREG) {
      throw Error(ErrorCode::kBadBackup, {file_}, kNone);
    }
    const char* name = archive_entry_pathname(entry);
    return name == nullptr ? std::string() : std::string(name);
  }

  // More of the entry; valid until the next call.
  std::optional<std::string_view> next_piece() {
    buffer_.resize(kPieceBytes);
    const la_ssize_t got = archive_read_data(archive_.get(), buffer_.data(), buffer_.size());
    if (got < 0) throw cut(cause());
    if (got == 0) return std::nullopt;
    return std::string_view(buffer_.data(), static_cast<std::size_t>(got));
  }

  std::string read_text() {
    std::string text;
    while (const std::optional<std::string_view> piece = next_piece()) {
      text += *piece;
      if (text.size() > kMaxTextBytes) throw Error(ErrorCode::kBadBackup, {file_}, kNone);
    }
    return text;
  }

  void compare(const FileSums& found, const std::optional<FileSums>& wanted) const {
    if (!wanted) throw cut("checksums.json");
    for (const auto& [name, sum] : *wanted) {
      const auto at = found.find(name);
      if (at == found.end() || at->second != sum) {
        throw Error(ErrorCode::kBadBackup, {file_, name}, kChanged);
      }
    }
    if (found.size() != wanted->size()) throw cut("checksums.json");
  }

  std::string cause() const {
    const char* text = archive_error_string(archive_.get());
    return text == nullptr ? "unknown cause" : text;
  }

  const std::string file_;
  const std::unique_ptr<archive, CloseArchive> archive_;
  std::vector<char> buffer_;
};

}  // namespace

BackupResult restore(const fs::path& index, const fs::path& file, std::size_t keep,
                     std::chrono::seconds patience) {
  BackupReader reader(file);
  const IndexDirectory directory(index);
  const IndexLock lock(directory, patience);
  directory.remove_leftovers();
  const fs::path generation = directory.next_generation();
  try {
    fs::create_directory(generation);
    const BackupHead head = reader.extract(generation);
    verify_generation(generation, index, static_cast<Xapian::doccount>(head.documents));
    mark_if_closed(index, Xapian::Database(generation.string()));
    directory.make_live(generation, keep);
    return {head.documents, fs::file_size(file)};
  } catch (const Error&) {
    std::error_code ignored;
    fs::remove_all(generation, ignored);
    throw;
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorCode::kIo, {index.string(), error.code().message()});
  } catch (const Xapian::Error& error) {
    throw translate(error, index.string());
  }
}

}  // namespace tracuu
