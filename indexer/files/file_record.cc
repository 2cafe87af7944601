#include "indexer/files/file_record.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace tracuu {
namespace {

// Raised when what follows changes.
constexpr std::uint64_t kVersion = 1;

void put(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

void put(std::string& out, std::string_view text) {
  put(out, text.size());
  out += text;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    is_good_ = false;
    return 0;
  }

  std::string text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) {
      is_good_ = false;
      return {};
    }
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }

  bool is_good() const { return is_good_; }
  bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool is_good_ = true;
};

}  // namespace

std::string encode_file_record(const FileRecord& record) {
  std::string out;
  put(out, kVersion);
  put(out, record.is_settled ? 1u : 0u);
  put(out, record.relative.size());
  put(out, record.stamp.size_bytes);
  put(out, static_cast<std::uint64_t>(record.stamp.mtime_ns));
  put(out, record.stamp.inode);
  put(out, record.settings);
  put(out, record.content);
  put(out, record.documents);
  put(out, record.skip_count);
  put(out, record.failure_count);
  const std::size_t skips = std::min(record.skips.size(), kMaxRememberedSkips);
  put(out, skips);
  for (std::size_t i = 0; i < skips; ++i) {
    const input::Skip& skip = record.skips[i];
    put(out, input::skip_code(skip.reason));
    put(out, skip.path);
    put(out, skip.line);
    put(out, skip.detail);
  }
  return out;
}

std::optional<FileRecord> decode_file_record(const std::string& path, std::string_view bytes) {
  Reader in(bytes);
  if (in.number() != kVersion) return std::nullopt;
  FileRecord record;
  record.path = path;
  record.is_settled = in.number() == 1;
  const std::uint64_t relative_bytes = in.number();
  if (relative_bytes > path.size()) return std::nullopt;
  record.relative = path.substr(path.size() - relative_bytes);
  record.stamp.size_bytes = in.number();
  record.stamp.mtime_ns = static_cast<std::int64_t>(in.number());
  record.stamp.inode = in.number();
  record.settings = in.number();
  record.content = in.text();
  record.documents = in.number();
  record.skip_count = in.number();
  record.failure_count = in.number();
  const std::uint64_t skips = in.number();
  for (std::uint64_t i = 0; i < skips && in.is_good(); ++i) {
    const std::string code = in.text();
    input::Skip skip;
    skip.path = in.text();
    skip.line = in.number();
    skip.detail = in.text();
    const auto reason = input::skip_reason(code);
    if (!reason) return std::nullopt;
    skip.reason = *reason;
    record.skips.push_back(std::move(skip));
  }
  if (!in.is_good() || !in.is_at_end()) return std::nullopt;
  return record;
}

}  // namespace tracuu
