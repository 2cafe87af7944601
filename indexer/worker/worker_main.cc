#include "indexer/worker/worker_main.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <new>
#include <string>
#include <utility>

#include <sys/prctl.h>
#include <unistd.h>

#include "core/text/utf8.h"
#include "indexer/formats/content_type.h"
#include "indexer/formats/extract_file.h"
#include "indexer/worker/sandbox.h"
#include "indexer/worker/wire.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;
constexpr std::chrono::hours kForever{24 * 365};

std::string read_all(int file) {
  std::string bytes;
  std::string piece(kPieceBytes, '\0');
  while (bytes.size() <= kMaxReadFileBytes) {
    const ssize_t got = ::read(file, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    bytes.append(piece, 0, static_cast<std::size_t>(got));
  }
  return bytes;
}

// Sends documents and keeps to the limits of what is sent.
class Sender {
 public:
  explicit Sender(int socket) : socket_(socket) {}

  void send(FoundDocument document) {
    if (sent_documents_ >= kMaxMembers || is_full_) return;
    const std::size_t size = document.text.body.size();
    is_full_ = size > left_ || ++sent_documents_ == kMaxMembers;
    if (is_full_) {
      document.text = {};
      document.problem = {SkipReason::kTooMuchText, size_in_words(kMaxTextBytes)};
    } else {
      left_ -= size;
    }
    send_message(socket_, message_of(document));
  }

  bool is_full() const { return is_full_; }

 private:
  int socket_;
  std::size_t left_ = kMaxTextBytes;
  std::size_t sent_documents_ = 0;
  bool is_full_ = false;
};

void read_file(int socket, int file, const std::string& name) {
  Sender sender(socket);
  Emit emit;
  emit.document = [&](FoundDocument document) { sender.send(std::move(document)); };
  emit.busy = [&] {
    allow_processor_seconds(kMaxProcessorSeconds);
    send_message(socket, {Message::Kind::kBusy, {}, {}});
  };
  try {
    const std::string bytes = read_all(file);
    extract_file(bytes, name, emit);
  } catch (const std::bad_alloc&) {
    FoundDocument found;
    found.problem = {SkipReason::kMemoryLimit, size_in_words(kMaxMemoryBytes)};
    sender.send(std::move(found));
  }
}

}  // namespace

int serve_files(int socket) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // tesseract would start a thread for each core; there is a process for each.
  ::setenv("OMP_THREAD_LIMIT", "1", 1);
  load_magic();
  if (!send_message(socket, hello_of(enter_sandbox()))) return 1;
  while (true) {
    int file = -1;
    WireEnd end = WireEnd::kClosed;
    const auto message = receive_message(socket, 0, Clock::now() + kForever, end, &file);
    if (!message || file < 0) return 0;
    read_file(socket, file, message->head);
    ::close(file);
    if (!send_message(socket, {Message::Kind::kEnd, {}, {}})) return 0;
  }
}

}  // namespace tracuu::input
