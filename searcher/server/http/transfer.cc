#include "searcher/server/http/transfer.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace tracuu::http {
namespace {

std::optional<std::string> piece_of(const FileBody& body, std::uint64_t offset,
                                    const ReadAt& read) {
  std::string piece(std::min<std::uint64_t>(kPieceBytes, body.length - offset), '\0');
  ssize_t count = 0;
  do {
    count = read(body.file->descriptor(), piece.data(), piece.size(),
                 static_cast<off_t>(body.offset + offset));
  } while (count < 0 && errno == EINTR);
  if (count <= 0) return std::nullopt;
  piece.resize(static_cast<std::size_t>(count));
  return piece;
}

}  // namespace

void read_piece(FileBody body, std::uint64_t offset, ReadAt read, FileThreads& threads,
                PieceRead done) {
  threads.begin([body = std::move(body), offset, read = std::move(read), done = std::move(done)] {
    done(piece_of(body, offset, read));
  });
}

}  // namespace tracuu::http
