#include "indexer/source/checksum.h"

#include <new>

#include <xxhash.h>

#include "core/base/hex.h"

namespace tracuu::input {

void Checksum::FreeState::operator()(XXH3_state_s* state) const {
  XXH3_freeState(state);
}

Checksum::Checksum() : state_(XXH3_createState()) {
  if (!state_) throw std::bad_alloc();
  XXH3_128bits_reset(state_.get());
}

void Checksum::add(std::string_view bytes) {
  XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
  bytes_ += bytes.size();
}

std::string Checksum::digest() const {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state_.get()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

std::string Checksum::hexadecimal() const {
  return to_hex(digest());
}

}  // namespace tracuu::input
