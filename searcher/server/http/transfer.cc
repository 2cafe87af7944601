#include "searcher/server/http/transfer.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace tracuu::http {

std::optional<std::size_t> Transfer::take(std::uint64_t offset, char* to, std::size_t most) {
  {
    const std::lock_guard lock(mutex_);
    if (has_failed_) return std::nullopt;
    if (offset >= piece_offset_ && offset - piece_offset_ < piece_.size()) {
      const std::string_view piece(piece_);
      return piece.substr(offset - piece_offset_).copy(to, most);
    }
    is_reading_ = true;
  }
  // Before the reading begins: it may be done at once.
  connection_.hold();
  threads_.begin([self = shared_from_this(), offset] { self->read_piece(offset); });
  return 0;
}

void Transfer::read_piece(std::uint64_t offset) {
  // Its own memory: who has given up may be gone when a read comes back.
  std::string piece(std::min<std::uint64_t>(kPieceBytes, body_.length - offset), '\0');
  ssize_t count = 0;
  do {
    count = read_(body_.file->descriptor(), piece.data(), piece.size(),
                  static_cast<off_t>(body_.offset + offset));
  } while (count < 0 && errno == EINTR);
  const std::lock_guard lock(mutex_);
  if (!is_reading_) return;
  is_reading_ = false;
  has_failed_ = count <= 0;
  piece.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  piece_ = std::move(piece);
  piece_offset_ = offset;
  connection_.go_on();
}

void Transfer::give_up() {
  const std::lock_guard lock(mutex_);
  has_failed_ = true;
  if (std::exchange(is_reading_, false)) connection_.go_on();
}

}  // namespace tracuu::http
