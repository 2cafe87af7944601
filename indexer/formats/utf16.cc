#include "indexer/formats/utf16.h"

#include "core/text/utf8.h"
#include "indexer/formats/ole_file.h"

namespace tracuu::input {

std::string utf16_text(std::string_view bytes) {
  std::string utf8;
  utf8.reserve(bytes.size());
  for (std::size_t i = 0; i + 2 <= bytes.size(); i += 2) {
    char32_t c = u16_at(bytes, i);
    const std::uint16_t next = u16_at(bytes, i + 2);
    if (c >= 0xD800 && c < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00u);
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = text::kReplacement;
    }
    text::append_utf8(utf8, c);
  }
  return utf8;
}

std::string latin1_text(std::string_view bytes) {
  std::string utf8;
  utf8.reserve(bytes.size() + bytes.size() / 4);
  for (const char c : bytes) text::append_utf8(utf8, static_cast<unsigned char>(c));
  return utf8;
}

}  // namespace tracuu::input
