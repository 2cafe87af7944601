#include "core/index/packed_lists.h"

#include <charconv>
#include <system_error>
#include <utility>

#include "core/base/error.h"

namespace tracuu {
namespace {

// With terms of kMaxTermBytes as long as a key of Xapian can be.
constexpr std::string_view kBlockKeys = "tracuu.pack.";
constexpr std::string_view kListKeys = "tracuu.list.";
constexpr std::string_view kDocumentsKey = "tracuu.packed_documents";

// A block is read whole for each term that is looked up.
constexpr std::size_t kBlockBytes = 4096;

// Postings that take more than this are apart, so that looking for a frequency need not read them.
constexpr std::size_t kApartBytes = 1024;

std::string key_of(std::string_view keys, std::string_view term) {
  std::string key(keys);
  key.append(term);
  return key;
}

}  // namespace

void PackedWriter::add(const std::string& term, std::span<const Posting> postings) {
  postings_.clear();
  const PackedList list = put_postings(postings, postings_);
  const bool is_apart = postings_.size() > kApartBytes;
  if (pass_ == Pass::kApart) {
    if (is_apart) database_.set_metadata(key_of(kListKeys, term), postings_);
    return;
  }
  if (is_apart) {
    block_.add_apart(term, list);
  } else {
    block_.add(term, postings);
  }
  if (block_.bytes().size() >= kBlockBytes) put_block();
}

void PackedWriter::put_block() {
  if (block_.empty()) return;
  database_.set_metadata(key_of(kBlockKeys, block_.last_term()), block_.bytes());
  block_.clear();
}

void PackedWriter::finish(Xapian::doccount documents) {
  put_block();
  database_.set_metadata(std::string(kDocumentsKey), std::to_string(documents));
}

PackedLists::PackedLists(const Xapian::Database& database) : database_(database) {
  const std::string documents = database_.get_metadata(std::string(kDocumentsKey));
  if (documents.empty()) return;
  const char* const end = documents.data() + documents.size();
  const auto [behind, error] = std::from_chars(documents.data(), end, documents_);
  if (behind != end || error != std::errc()) {
    throw Error(ErrorCode::kIndexDamaged, {"packed lists", documents});
  }
}

void PackedLists::refuse(const std::string& term) {
  throw Error(ErrorCode::kIndexDamaged, {"packed lists", term});
}

std::optional<PackedList> PackedLists::find(const std::string& term) const {
  Terms terms(*this, term);
  if (!terms.next() || terms.term() != term) return std::nullopt;
  PackedList list = terms.list();
  list.postings = {};
  return list;
}

std::string PackedLists::Terms::read_apart() const {
  return database_.get_metadata(key_of(kListKeys, term()));
}

PackedLists::Terms::Terms(const PackedLists& lists, std::string_view first)
    : database_(lists.database_), first_(first) {
  if (lists.documents_ == 0) return;
  key_ = database_.metadata_keys_begin(std::string(kBlockKeys));
  end_ = database_.metadata_keys_end(std::string(kBlockKeys));
  key_.skip_to(key_of(kBlockKeys, first));
}

bool PackedLists::Terms::next_block() {
  if (is_at_block_) ++key_;
  is_at_block_ = key_ != end_;
  if (!is_at_block_) return false;
  block_ = database_.get_metadata(*key_);
  reader_ = BlockReader(block_);
  return true;
}

bool PackedLists::Terms::next() {
  while (true) {
    while (reader_.next()) {
      if (reader_.term() >= first_) return true;
    }
    if (!next_block()) return false;
  }
}

}  // namespace tracuu
