#include "core/index/touched.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string_view>

namespace tracuu {
namespace {

constexpr std::string_view kKey = "tracuu.touched.";  // behind it, the place in the ring
constexpr std::size_t kTagBytes = 8;

// A row: the tag, then numbers of seven bits a byte, the lowest first: the revision that the commit
// started from, how many documents, and how far each is behind the one before it.
struct Row {
  std::string tag;
  Xapian::rev from = 0;
  std::vector<Xapian::docid> docids;
};

void put_number(std::uint64_t number, std::string& bytes) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(0x80 | (number & 0x7F));
  bytes += static_cast<char>(number);
}

// Takes a number off the front; nothing when the bytes begin with none.
std::optional<std::uint64_t> take_number(std::string_view& bytes) {
  constexpr unsigned kBits = 64;
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < kBits && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return number;
  }
  return std::nullopt;
}

std::string random_tag() {
  std::random_device device;
  std::string tag;
  while (tag.size() < kTagBytes) tag += static_cast<char>(device() & 0xFFU);
  return tag;
}

std::string encode(const Row& row) {
  std::string bytes = row.tag;
  put_number(row.from, bytes);
  put_number(row.docids.size(), bytes);
  Xapian::docid last = 0;
  for (const Xapian::docid docid : row.docids) {
    put_number(docid - last, bytes);
    last = docid;
  }
  return bytes;
}

std::optional<Row> decode(std::string_view bytes) {
  if (bytes.size() < kTagBytes) return std::nullopt;
  Row row;
  row.tag = bytes.substr(0, kTagBytes);
  bytes.remove_prefix(kTagBytes);
  const auto from = take_number(bytes);
  const auto count = take_number(bytes);
  if (!from || !count || *count > kMaxTouched) return std::nullopt;
  row.from = *from;
  std::uint64_t last = 0;
  for (std::uint64_t i = 0; i < *count; ++i) {
    const auto distance = take_number(bytes);
    if (!distance || *distance == 0 || *distance > Xapian::docid(-1) - last) return std::nullopt;
    last += *distance;
    row.docids.push_back(static_cast<Xapian::docid>(last));
  }
  return row;
}

std::string key_of(Xapian::rev from) {
  return std::string(kKey) + std::to_string(from % kTouchedRows);
}

// The row of the commit that started from that revision.
std::optional<Row> read_row(const Xapian::Database& database, Xapian::rev from) {
  std::optional<Row> row = decode(database.get_metadata(key_of(from)));
  if (row && row->from != from) row.reset();
  return row;
}

std::string tag_of_commit(const Xapian::Database& database, Xapian::rev revision) {
  if (revision == 0) return {};
  std::optional<Row> row = read_row(database, revision - 1);
  return row ? row->tag : std::string();
}

}  // namespace

std::optional<IndexState> state_of(const Xapian::Database& database) {
  try {
    const Xapian::rev revision = database.get_revision();
    return IndexState{database.get_uuid(), revision, tag_of_commit(database, revision)};
  } catch (const Xapian::InvalidOperationError&) {
    return std::nullopt;  // of several
  } catch (const Xapian::UnimplementedError&) {
    return std::nullopt;  // in memory
  }
}

std::optional<std::vector<Xapian::docid>> touched_since(const Xapian::Database& database,
                                                        const IndexState& earlier) {
  const std::optional<IndexState> now = state_of(database);
  // At kTouchedRows commits the row of `earlier` itself is overwritten.
  const bool is_near = now && now->uuid == earlier.uuid && now->revision >= earlier.revision &&
                       now->revision - earlier.revision < kTouchedRows;
  if (!is_near || tag_of_commit(database, earlier.revision) != earlier.tag) return std::nullopt;
  std::vector<Xapian::docid> docids;
  for (Xapian::rev from = earlier.revision; from < now->revision; ++from) {
    const std::optional<Row> row = read_row(database, from);
    if (!row) return std::nullopt;
    docids.insert(docids.end(), row->docids.begin(), row->docids.end());
  }
  std::ranges::sort(docids);
  docids.erase(std::unique(docids.begin(), docids.end()), docids.end());
  return docids;
}

void write_touched(Xapian::WritableDatabase& database, std::vector<Xapian::docid> docids) {
  std::ranges::sort(docids);
  docids.erase(std::unique(docids.begin(), docids.end()), docids.end());
  const Xapian::rev from = database.get_revision();
  const bool has_row = docids.size() <= kMaxTouched;
  database.set_metadata(key_of(from),
                        has_row ? encode({random_tag(), from, std::move(docids)}) : std::string());
}

}  // namespace tracuu
