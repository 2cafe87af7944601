// Any bytes as a file, as a text and as a title: the repair neither crashes nor hangs, what comes
// out is well-formed UTF-8 of bounded size, and repairing it again changes nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/text/legacy/quality.h"
#include "core/text/legacy/repair.h"
#include "core/text/utf8.h"

namespace {

// A byte read as cp1252 takes at most three; so does a decoded character.
constexpr std::size_t kMostBytesPerByte = 3;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const tracuu::text::RepairedText file = tracuu::text::repair_bytes(bytes);
  require(tracuu::text::count_malformed(file.text) == 0);
  require(file.text.size() <= kMostBytesPerByte * size);
  const tracuu::text::RepairedText again = tracuu::text::repair_document(file.text);
  require(again.text == file.text && again.repairs.empty());

  const tracuu::text::RepairedText document = tracuu::text::repair_document(bytes);
  require(document.text.size() <= kMostBytesPerByte * size);
  require(!document.repairs.empty() || document.text == bytes);
  tracuu::text::repair_short(bytes);
  const tracuu::text::TextQuality quality = tracuu::text::text_quality(bytes);
  require(quality.syllables <= quality.tokens && quality.tokens <= size);
  return 0;
}
