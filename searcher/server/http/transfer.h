// Files on their way into answers: read by FileThreads a piece at a time, as the client takes it,
// so that the thread of the connections never waits for a disk.
//
//   read_piece(file, 0, ::pread, threads, [mailbox](auto piece) { mailbox->post(…); });
//
// A piece that is never read is never told of, and leaves one connection waiting.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include <sys/types.h>

#include "searcher/server/http/file_threads.h"
#include "searcher/server/http/open_file.h"

namespace tracuu::http {

// What is read, and kept in memory, at a time.
inline constexpr std::size_t kPieceBytes = 65536;

// pread(2), or what tests have in its place.
using ReadAt = std::function<ssize_t(int descriptor, void* to, std::size_t most, off_t offset)>;

// Told of a piece, on a thread that reads; of nothing where the file cannot be read, or is shorter
// than it was. REQUIRES: it owns all that it touches, as its thread may hang until all else is
// gone.
using PieceRead = std::function<void(std::optional<std::string> piece)>;

// Begins to read what comes from `offset` on in the body. REQUIRES: offset < body.length.
void read_piece(FileBody body, std::uint64_t offset, ReadAt read, FileThreads& threads,
                PieceRead done);

}  // namespace tracuu::http
