#include "indexer/formats/archive.h"

#include <memory>
#include <optional>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

#include "indexer/source/format.h"

namespace tracuu::input {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

struct FreeArchive {
  void operator()(archive* a) const { archive_read_free(a); }
};
using ArchivePtr = std::unique_ptr<archive, FreeArchive>;

ArchivePtr open_archive(std::string_view bytes) {
  ArchivePtr a(archive_read_new());
  if (!a) return a;
  archive_read_support_filter_gzip(a.get());
  archive_read_support_filter_bzip2(a.get());
  archive_read_support_filter_xz(a.get());
  archive_read_support_filter_zstd(a.get());
  archive_read_support_format_zip(a.get());
  archive_read_support_format_tar(a.get());
  archive_read_support_format_7zip(a.get());
  archive_read_support_format_rar(a.get());
  archive_read_support_format_rar5(a.get());
  archive_read_support_format_raw(a.get());
  if (archive_read_open_memory(a.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) a.reset();
  return a;
}

std::string cause_of(archive* a) {
  const char* cause = archive_error_string(a);
  return cause ? cause : "unknown cause";
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

bool is_hidden_member(std::string_view name) {
  return name.empty() || name.starts_with("__MACOSX/") || is_hidden(file_name(name));
}

class ArchiveReader {
 public:
  ArchiveReader(archive* a, std::string_view name, const std::string& member, std::size_t depth,
                Nesting& nesting)
      : archive_(a), name_(name), member_(member), depth_(depth), nesting_(nesting) {}

  void read() {
    bool has_members = false;
    while (true) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(archive_, &entry);
      if (result == ARCHIVE_EOF) break;
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
        emit_problem(member_, {SkipReason::kBroken, cause_of(archive_)}, nesting_);
        return;
      }
      const std::string name = name_of(entry);
      if (archive_entry_filetype(entry) != AE_IFREG || is_hidden_member(name)) continue;
      has_members = true;
      if (!read_member(entry, joined_names(member_, name))) return;
    }
    if (!has_members) emit_problem(member_, {SkipReason::kEmpty, {}}, nesting_);
  }

 private:
  std::string name_of(archive_entry* entry) const {
    // A packed file has no names in it: "cong-van.pdf.gz" holds cong-van.pdf.
    if ((archive_format(archive_) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_RAW) {
      const std::string_view own = file_name(name_);
      return member_name(own.substr(0, own.rfind('.')));
    }
    const char* utf8 = archive_entry_pathname_utf8(entry);
    const char* name = utf8 ? utf8 : archive_entry_pathname(entry);
    return member_name(name ? name : "");
  }

  // Returns whether there may be more.
  bool read_member(archive_entry* entry, const std::string& member) {
    if (nesting_.members_left == 0) {
      emit_problem(member_, {SkipReason::kTooMuchText, std::to_string(kMaxMembers)}, nesting_);
      return false;
    }
    --nesting_.members_left;
    if (archive_entry_is_encrypted(entry) != 0) {
      emit_problem(member, {SkipReason::kEncrypted, {}}, nesting_);
      return true;
    }
    std::string bytes;
    std::vector<char> piece(kPieceBytes);
    while (true) {
      const la_ssize_t got = archive_read_data(archive_, piece.data(), piece.size());
      if (got == 0) break;
      if (got < 0) {
        emit_problem(member, {SkipReason::kBroken, cause_of(archive_)}, nesting_);
        return got > ARCHIVE_FATAL;
      }
      const auto size = static_cast<std::uint64_t>(got);
      if (size > nesting_.bytes_left) {
        emit_problem(member, {SkipReason::kTooMuchText, size_in_words(kMaxUnpackedBytes)},
                     nesting_);
        return false;
      }
      nesting_.bytes_left -= size;
      bytes.append(piece.data(), static_cast<std::size_t>(got));
    }
    extract_member(bytes, member, depth_, nesting_);
    return true;
  }

  archive* archive_;
  std::string_view name_;
  const std::string& member_;
  std::size_t depth_;
  Nesting& nesting_;
};

}  // namespace

void read_archive(std::string_view bytes, std::string_view name, const std::string& member,
                  std::size_t depth, Nesting& nesting) {
  const ArchivePtr a = open_archive(bytes);
  if (!a) {
    emit_problem(member, {SkipReason::kBroken, "no archive that can be opened"}, nesting);
    return;
  }
  ArchiveReader(a.get(), name, member, depth, nesting).read();
}

}  // namespace tracuu::input
