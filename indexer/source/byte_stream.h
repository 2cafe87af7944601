// The bytes of one file, decompressed on the way, in pieces of some hundred KiB.
//
//   ByteStream in("/srv/phapdien.jsonl.xz", Compression::kXz);
//   for (std::string_view piece = in.next(); !piece.empty(); piece = in.next()) …
//   if (in.problem()) …   // {kCorrupt, "Truncated input …"}: what came before is good
//
// Memory is bounded by the piece and by the decompressor's window, not by the file. A pipe or
// device under a text name is refused without waiting for it. libarchive ends in this file.
// When compressed data breaks off, up to one piece before the break is lost with it.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/format.h"
#include "indexer/source/skip.h"

namespace tracuu::input {

// Why reading ended before the end of the file: kUnreadable, kNotAFile, kCorrupt or kTooLarge.
struct ReadProblem {
  SkipReason reason = SkipReason::kUnreadable;
  std::string detail;
};

// Movable. For one thread at a time.
class ByteStream {
 public:
  // Never throws for a bad file: the first next() is empty and problem() says why.
  ByteStream(const std::string& path, Compression compression);
  ~ByteStream();
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;

  // Returns the next bytes, empty at the end and after a problem. Valid until the next call.
  std::string_view next();

  const std::optional<ReadProblem>& problem() const;

  // Bytes of the file on disk that were used so far.
  std::uint64_t consumed_bytes() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tracuu::input
