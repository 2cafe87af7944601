#include "core/index/pack.h"

#include <new>

#include <zstd.h>

namespace tracuu {
namespace {

// As small as zlib's default makes text, in half its time; above it little is gained for much.
constexpr int kLevel = 9;

}  // namespace

struct Unpacker::Context {
  Context() : zstd(ZSTD_createDCtx()) {
    if (zstd == nullptr) throw std::bad_alloc();
  }
  ~Context() { ZSTD_freeDCtx(zstd); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  ZSTD_DCtx* zstd;
};

std::string pack(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), kLevel);
  // There is room for whatever comes out: only memory may be missing.
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();
  packed.resize(size);
  return packed;
}

Unpacker::Unpacker() : context_(std::make_unique<Context>()) {}

Unpacker::~Unpacker() = default;

std::optional<std::string> Unpacker::unpack(std::string_view packed) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  // Both of zstd's values for «not known» are greater.
  if (size > kMaxUnpacked) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  const std::size_t unpacked =
      ZSTD_decompressDCtx(context_->zstd, bytes.data(), bytes.size(), packed.data(), packed.size());
  if (ZSTD_isError(unpacked) != 0 || unpacked != bytes.size()) return std::nullopt;
  return bytes;
}

}  // namespace tracuu
