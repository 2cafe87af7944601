// Bytes made small for the disk by zstd, which unpacks text several times as fast as zlib.
//
//   pack("Quyết định …")                 some fifth of the bytes
//   Unpacker().unpack(packed)            "Quyết định …"; nothing for bytes that are not packed
//
// Packed bytes are of no use to Xapian's own compression, which then leaves them as they are.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

// What claims to be longer is damaged: no document comes near.
inline constexpr std::size_t kMaxUnpacked = std::size_t{1} << 30;

// Returns the packed form. Equal bytes have equal forms, with one version of zstd. Cost: 30 MB/s.
std::string pack(std::string_view bytes);

// Work space, for several pieces in turn. Belongs to one thread.
class Unpacker {
 public:
  Unpacker();
  ~Unpacker();
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  // Returns what was packed; nothing for anything else. Cost: 800 MB/s of text.
  std::optional<std::string> unpack(std::string_view packed);

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace tracuu
