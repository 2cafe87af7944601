#include "core/index/packed_block.h"

#include <algorithm>

#include "core/base/error.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kCounted = 1;
constexpr std::uint32_t kApart = 2;
constexpr unsigned kFlagBits = 2;

[[noreturn]] void damaged(const char* what) {
  throw Error(ErrorCode::kIndexDamaged, {"packed lists", what});
}

inline std::uint32_t number(std::string_view& bytes) {
  const std::optional<std::uint32_t> value = take_varint(bytes);
  if (!value) damaged("a number");
  return *value;
}

std::string_view piece(std::string_view& bytes, std::size_t size) {
  if (size > bytes.size()) damaged("a size");
  const std::string_view taken = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return taken;
}

// Reads over the postings of a short list: says how often the term occurs in them, and returns how
// many bytes they take.
std::size_t pass_postings(PackedList& list, std::string_view bytes) {
  const std::size_t before = bytes.size();
  for (std::uint32_t i = 0; i < list.documents; ++i) {
    const std::uint32_t step = number(bytes);
    if (!list.is_counted) continue;
    list.occurrences += (step & 1U) == 0 ? number(bytes) : 1;
  }
  return before - bytes.size();
}

}  // namespace

PackedList put_postings(std::span<const Posting> postings, std::string& bytes) {
  PackedList list;
  list.documents = static_cast<std::uint32_t>(postings.size());
  for (const Posting& posting : postings) list.occurrences += posting.count;
  list.is_counted = list.occurrences > 0;
  std::uint32_t before = 0;
  for (const Posting& posting : postings) {
    const std::uint32_t step = posting.docid - before;
    before = posting.docid;
    if (!list.is_counted) {
      put_varint(bytes, step);
    } else if (posting.count == 1) {
      put_varint(bytes, step << 1 | 1U);
    } else {
      put_varint(bytes, step << 1);
      put_varint(bytes, posting.count);
    }
  }
  return list;
}

void BlockWriter::put_head(std::string_view term, const PackedList& list, std::size_t bytes) {
  const std::size_t most = std::min(term.size(), last_.size());
  const std::size_t shared = static_cast<std::size_t>(
      std::mismatch(term.begin(), term.begin() + static_cast<std::ptrdiff_t>(most), last_.begin())
          .first -
      term.begin());
  put_varint(bytes_, shared);
  put_varint(bytes_, term.size() - shared);
  bytes_.append(term.substr(shared));
  put_varint(bytes_, std::size_t{list.documents} << kFlagBits | (list.is_apart ? kApart : 0) |
                         (list.is_counted ? kCounted : 0));
  if (list.documents >= kLongList) {
    if (list.is_counted) put_varint(bytes_, list.occurrences);
    if (!list.is_apart) put_varint(bytes_, bytes);
  }
  last_ = term;
}

void BlockWriter::add(std::string_view term, std::span<const Posting> postings) {
  postings_.clear();
  const PackedList list = put_postings(postings, postings_);
  put_head(term, list, postings_.size());
  bytes_ += postings_;
}

void BlockWriter::add_apart(std::string_view term, const PackedList& list) {
  PackedList apart = list;
  apart.is_apart = true;
  put_head(term, apart, 0);
}

void BlockWriter::clear() {
  bytes_.clear();
  last_.clear();
}

bool BlockReader::next() {
  if (bytes_.empty()) return false;
  const std::uint32_t shared = number(bytes_);
  if (shared > term_.size()) damaged("a term");
  term_.resize(shared);
  const std::uint32_t more = number(bytes_);
  term_.append(piece(bytes_, more));
  const std::uint32_t documents = number(bytes_);
  list_ = {.documents = documents >> kFlagBits,
           .is_counted = (documents & kCounted) != 0,
           .is_apart = (documents & kApart) != 0};
  const bool is_long = list_.documents >= kLongList;
  if (is_long && list_.is_counted) list_.occurrences = number(bytes_);
  if (list_.is_apart) {
    if (!is_long) damaged("a short list that is apart");
    return true;
  }
  const std::size_t size = is_long ? number(bytes_) : pass_postings(list_, bytes_);
  list_.postings = piece(bytes_, size);
  return true;
}

}  // namespace tracuu
