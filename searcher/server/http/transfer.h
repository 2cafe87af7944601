// The part of a file that is the body of one answer, on its way: read piece by piece by
// FileThreads, taken by the thread of the connections, which never waits for it.
//
//   take(0, …)        nothing yet: the connection is put on hold, a thread reads 64 KB
//   …                 read: the connection goes on
//   take(0, …)        64 KB
//
// A piece that is never read leaves this one connection on hold until give_up().

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include <sys/types.h>

#include "searcher/server/http/file_threads.h"
#include "searcher/server/http/open_file.h"

namespace tracuu::http {

// What is read, and kept in memory, at a time.
inline constexpr std::size_t kPieceBytes = 65536;

// pread(2), or what tests have in its place.
using ReadAt = std::function<ssize_t(int descriptor, void* to, std::size_t most, off_t offset)>;

class Transfer : public std::enable_shared_from_this<Transfer> {
 public:
  // What stops the connection and lets it go on, each called once for a piece; `go_on` on a thread
  // that reads, or in give_up().
  struct Connection {
    std::function<void()> hold;
    std::function<void()> go_on;
  };

  // REQUIRES: `threads` outlives all calls of take().
  Transfer(FileBody body, FileThreads& threads, ReadAt read, Connection connection)
      : body_(std::move(body)),
        threads_(threads),
        read_(std::move(read)),
        connection_(std::move(connection)) {}

  // Copies what comes from `offset` on in the body, `most` bytes at most; returns how many. 0: they
  // are being read, and the connection is on hold. Nothing where the file cannot be read, or is
  // shorter than it was. On the thread of the connections; not while it is on hold.
  std::optional<std::size_t> take(std::uint64_t offset, char* to, std::size_t most);

  // A piece that is being read is not waited for: the connection goes on, and take() has nothing.
  void give_up();

 private:
  void read_piece(std::uint64_t offset);

  const FileBody body_;
  FileThreads& threads_;
  const ReadAt read_;
  const Connection connection_;

  std::mutex mutex_;
  std::string piece_;  // from piece_offset_ on; guarded by mutex_
  std::uint64_t piece_offset_ = 0;
  bool is_reading_ = false;  // guarded by mutex_
  bool has_failed_ = false;  // guarded by mutex_
};

}  // namespace tracuu::http
