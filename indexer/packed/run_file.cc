#include "indexer/packed/run_file.h"

#include <array>
#include <cerrno>
#include <memory>
#include <queue>
#include <utility>

#include "core/base/error.h"
#include "core/base/io_error.h"

namespace tracuu {
namespace {

// A block is written when it has so many bytes; a long list can make it longer.
constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

// What claims to be longer is no block.
constexpr std::size_t kMaxBlockBytes = std::size_t{1} << 30;

constexpr std::size_t kSizeBytes = 4;

// So many terms from one question whether to stop to the next.
constexpr std::size_t kTermsBetween = 65536;

std::string size_bytes(std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < kSizeBytes; ++i) bytes += static_cast<char>(size >> 8 * i & 0xFF);
  return bytes;
}

std::size_t size_of(const std::array<char, kSizeBytes>& bytes) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < kSizeBytes; ++i) {
    size |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])) << 8 * i;
  }
  return size;
}

}  // namespace

RunWriter::RunWriter(std::filesystem::path file)
    : path_(std::move(file)), file_(path_, std::ios::binary | std::ios::trunc) {
  if (!file_) throw io_error(path_, errno);
}

void RunWriter::add(std::string_view term, std::span<const Posting> postings) {
  block_.add(term, postings);
  if (block_.bytes().size() >= kBlockBytes) put_block();
}

void RunWriter::put_block() {
  if (block_.empty()) return;
  file_ << size_bytes(block_.bytes().size()) << block_.bytes();
  if (!file_) throw io_error(path_, errno);
  block_.clear();
}

void RunWriter::finish() {
  put_block();
  file_.close();
  if (!file_) throw io_error(path_, errno);
}

RunReader::RunReader(std::filesystem::path file)
    : path_(std::move(file)), file_(path_, std::ios::binary) {
  if (!file_) throw io_error(path_, errno);
}

bool RunReader::next_block() {
  std::array<char, kSizeBytes> size{};
  file_.read(size.data(), kSizeBytes);
  if (file_.eof() && file_.gcount() == 0) return false;
  const std::size_t bytes = size_of(size);
  if (!file_ || bytes > kMaxBlockBytes) throw Error(ErrorCode::kIo, {path_.string(), "size"});
  block_.resize(bytes);
  file_.read(block_.data(), static_cast<std::streamsize>(bytes));
  if (!file_) throw Error(ErrorCode::kIo, {path_.string(), "block"});
  reader_ = BlockReader(block_);
  return true;
}

bool RunReader::next() {
  while (!reader_.next()) {
    if (!next_block()) return false;
  }
  return true;
}

void RunReader::append_to(std::vector<Posting>& postings) const {
  const PackedList& list = reader_.list();
  const bool is_whole = for_each_posting(
      list, list.postings, [&](const Posting& posting) { postings.push_back(posting); });
  if (!is_whole) throw Error(ErrorCode::kIndexDamaged, {path_.string(), reader_.term()});
}

bool merge_runs(const std::vector<std::filesystem::path>& runs, const TakeList& take,
                const std::function<bool()>& is_stopped) {
  std::vector<std::unique_ptr<RunReader>> readers;
  // The least term first, and of one term the first run.
  const auto is_behind = [&](std::size_t a, std::size_t b) {
    const int order = readers[a]->term().compare(readers[b]->term());
    return order != 0 ? order > 0 : a > b;
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(is_behind)> heads(is_behind);
  for (const std::filesystem::path& run : runs) {
    readers.push_back(std::make_unique<RunReader>(run));
    if (readers.back()->next()) heads.push(readers.size() - 1);
  }
  std::string term;
  std::vector<Posting> postings;
  for (std::size_t terms = 0; !heads.empty(); ++terms) {
    if (terms % kTermsBetween == 0 && is_stopped && is_stopped()) return false;
    term = readers[heads.top()]->term();
    postings.clear();
    while (!heads.empty() && readers[heads.top()]->term() == term) {
      const std::size_t run = heads.top();
      heads.pop();
      readers[run]->append_to(postings);
      if (readers[run]->next()) heads.push(run);
    }
    take(term, postings);
  }
  return true;
}

}  // namespace tracuu
