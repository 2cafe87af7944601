#include "indexer/formats/ole_file.h"

#include <algorithm>

namespace tracuu::input {
namespace {

constexpr std::size_t kHeaderTableSectors = 109;  // numbers of table sectors in the header itself
constexpr std::size_t kShortSectorBytes = 64;
constexpr std::size_t kEntryBytes = 128;
constexpr std::size_t kMaxEntries = 4096;
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  // larger numbers are marks

constexpr std::uint8_t kStreamType = 2;

// Returns a name of the directory, UTF-16, in ASCII; others are of no interest.
std::string name_of(std::string_view entry) {
  const std::size_t bytes = std::min<std::size_t>(u16_at(entry, 64), 64);
  std::string name;
  for (std::size_t i = 0; i + 2 < bytes; i += 2) {
    const std::uint16_t unit = u16_at(entry, i);
    name += unit < 0x80 ? static_cast<char>(unit) : '?';
  }
  return name;
}

}  // namespace

std::uint16_t u16_at(std::string_view bytes, std::size_t offset) {
  if (offset + 2 > bytes.size() || offset + 2 < offset) return 0;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[offset]) |
                                    static_cast<unsigned char>(bytes[offset + 1]) << 8);
}

std::uint32_t u32_at(std::string_view bytes, std::size_t offset) {
  return static_cast<std::uint32_t>(u16_at(bytes, offset)) |
         static_cast<std::uint32_t>(u16_at(bytes, offset + 2)) << 16;
}

std::string_view slice(std::string_view bytes, std::size_t offset, std::size_t length) {
  return offset >= bytes.size() ? std::string_view() : bytes.substr(offset, length);
}

OleFile::OleFile(std::string_view bytes) : bytes_(bytes) {
  if (!bytes.starts_with(kOleSignature)) return;
  const std::uint16_t shift = u16_at(bytes, 30);
  if (shift != 9 && shift != 12) return;
  sector_size_ = std::size_t{1} << shift;
  short_below_ = u32_at(bytes, 56);
  read_table();
  read_directory();
}

std::string_view OleFile::sector(std::uint32_t number) const {
  // The header takes the place of sector -1, padded to a whole one.
  return slice(bytes_, (std::size_t{number} + 1) * sector_size_, sector_size_);
}

void OleFile::read_table() {
  const std::size_t max_sectors = bytes_.size() / sector_size_ + 1;
  const auto add = [&](std::uint32_t table_sector) {
    const std::string_view numbers = sector(table_sector);
    for (std::size_t i = 0; i + 4 <= numbers.size() && next_.size() < max_sectors; i += 4) {
      next_.push_back(u32_at(numbers, i));
    }
  };
  const std::size_t count = u32_at(bytes_, 44);
  for (std::size_t i = 0; i < std::min(count, kHeaderTableSectors); ++i) {
    add(u32_at(bytes_, 76 + 4 * i));
  }
  std::uint32_t more = u32_at(bytes_, 68);
  for (std::size_t i = 0; more < kLastSector && i < max_sectors; ++i) {
    const std::string_view numbers = sector(more);
    if (numbers.size() < sector_size_) break;
    for (std::size_t at = 0; at + 4 < sector_size_ && next_.size() < max_sectors; at += 4) {
      const std::uint32_t number = u32_at(numbers, at);
      if (number < kLastSector) add(number);
    }
    more = u32_at(numbers, sector_size_ - 4);
  }
}

std::string OleFile::chain(std::uint32_t first, std::uint64_t size) const {
  std::string stream;
  std::size_t steps = 0;
  for (std::uint32_t at = first; at < next_.size() && steps <= next_.size() && stream.size() < size;
       at = next_[at], ++steps) {
    stream += sector(at);
  }
  if (stream.size() > size) stream.resize(static_cast<std::size_t>(size));
  return stream;
}

void OleFile::read_directory() {
  const std::string directory = chain(u32_at(bytes_, 48), bytes_.size());
  const std::size_t count = std::min(directory.size() / kEntryBytes, kMaxEntries);
  const auto entry_at = [&](std::size_t number) {
    return std::string_view(directory).substr(number * kEntryBytes, kEntryBytes);
  };
  const auto found_at = [](std::string_view entry) {
    return Entry{u32_at(entry, 116), u32_at(entry, 120)};
  };
  if (count == 0) return;
  // The streams of the root, a tree of siblings. Embedded documents have folders of their own, with
  // streams of the same names.
  const std::string_view root = entry_at(0);
  std::vector<std::uint32_t> waiting{u32_at(root, 76)};
  std::vector<bool> seen(count);
  while (!waiting.empty()) {
    const std::uint32_t number = waiting.back();
    waiting.pop_back();
    if (number >= count || seen[number]) continue;
    seen[number] = true;
    const std::string_view entry = entry_at(number);
    if (static_cast<std::uint8_t>(entry[66]) == kStreamType) {
      entries_.try_emplace(name_of(entry), found_at(entry));
    }
    waiting.push_back(u32_at(entry, 68));
    waiting.push_back(u32_at(entry, 72));
  }
  short_sectors_ = chain(found_at(root).first, found_at(root).size);
  const std::string numbers = chain(u32_at(bytes_, 60), bytes_.size());
  short_next_.reserve(numbers.size() / 4);
  for (std::size_t i = 0; i + 4 <= numbers.size(); i += 4) {
    short_next_.push_back(u32_at(numbers, i));
  }
}

bool OleFile::has(std::string_view name) const {
  return entries_.contains(name);
}

std::string OleFile::read(std::string_view name) const {
  const auto it = entries_.find(name);
  if (it == entries_.end()) return {};
  const Entry& entry = it->second;
  if (entry.size >= short_below_) return chain(entry.first, entry.size);
  std::string stream;
  std::size_t steps = 0;
  for (std::uint32_t at = entry.first;
       at < short_next_.size() && steps <= short_next_.size() && stream.size() < entry.size;
       at = short_next_[at], ++steps) {
    stream += slice(short_sectors_, std::size_t{at} * kShortSectorBytes, kShortSectorBytes);
  }
  if (stream.size() > entry.size) stream.resize(static_cast<std::size_t>(entry.size));
  return stream;
}

}  // namespace tracuu::input
