#include "indexer/formats/zip_parts.h"

#include <memory>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;
constexpr std::size_t kNamesLookedAt = 64;
constexpr std::size_t kMaxParts = 10'000;

struct FreeArchive {
  void operator()(archive* a) const { archive_read_free(a); }
};
using ArchivePtr = std::unique_ptr<archive, FreeArchive>;

ArchivePtr open_zip(std::string_view bytes) {
  ArchivePtr zip(archive_read_new());
  if (!zip) return zip;
  archive_read_support_format_zip_seekable(zip.get());
  archive_read_support_format_zip_streamable(zip.get());
  if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) zip.reset();
  return zip;
}

std::string_view name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  return name ? name : "";
}

ReadProblem broken(archive* zip) {
  const char* cause = zip ? archive_error_string(zip) : nullptr;
  return {SkipReason::kBroken, cause ? cause : "no zip directory"};
}

}  // namespace

ZipKind kind_of_zip(std::string_view bytes) {
  const ArchivePtr zip = open_zip(bytes);
  archive_entry* entry = nullptr;
  for (std::size_t i = 0; zip && i < kNamesLookedAt; ++i) {
    const int result = archive_read_next_header(zip.get(), &entry);
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) break;
    const std::string_view name = name_of(entry);
    if (name.starts_with("word/")) return ZipKind::kWord;
    if (name.starts_with("xl/")) return ZipKind::kSheet;
    if (name.starts_with("ppt/")) return ZipKind::kSlides;
    if (i == 0 && name == "mimetype") {
      char start[64] = {};
      const la_ssize_t got = archive_read_data(zip.get(), start, sizeof start - 1);
      const std::string_view mime(start, got > 0 ? static_cast<std::size_t>(got) : 0);
      if (mime.starts_with("application/vnd.oasis.opendocument.")) return ZipKind::kOpenDocument;
    }
  }
  return ZipKind::kOther;
}

std::variant<ZipParts, ReadProblem> read_parts(
    std::string_view bytes, const std::function<bool(std::string_view name)>& wanted) {
  const ArchivePtr zip = open_zip(bytes);
  if (!zip) return ReadProblem{SkipReason::kBroken, "no zip file"};
  ZipParts parts;
  std::uint64_t total = 0;
  std::vector<char> buffer(kPieceBytes);
  archive_entry* entry = nullptr;
  for (std::size_t i = 0; i < kMaxParts; ++i) {
    const int result = archive_read_next_header(zip.get(), &entry);
    if (result == ARCHIVE_EOF) break;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
      if (parts.empty()) return broken(zip.get());
      break;
    }
    if (!wanted(name_of(entry))) continue;
    if (archive_entry_is_encrypted(entry) != 0) return ReadProblem{SkipReason::kEncrypted, {}};
    const auto [part, is_new] = parts.try_emplace(std::string(name_of(entry)));
    if (!is_new) continue;
    while (true) {
      const la_ssize_t got = archive_read_data(zip.get(), buffer.data(), buffer.size());
      if (got <= 0) break;  // a damaged part keeps what came before
      total += static_cast<std::uint64_t>(got);
      if (total > kMaxUnpackedBytes) {
        return ReadProblem{SkipReason::kTooMuchText, size_in_words(kMaxUnpackedBytes)};
      }
      part->second.append(buffer.data(), static_cast<std::size_t>(got));
    }
  }
  return parts;
}

}  // namespace tracuu::input
