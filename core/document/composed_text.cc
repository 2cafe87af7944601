#include "core/document/composed_text.h"

#include <algorithm>
#include <cstdint>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

namespace tracuu {
namespace {

constexpr std::size_t kMaxLooked = std::size_t{16} * 1024;  // decomposed text is so from the start
constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20;

// Whether a combining mark (U+0300 … U+036F) is there.
bool has_combining_mark(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(text[i + 1]);
    if (lead == 0xCC || (lead == 0xCD && next <= 0xAF)) return true;
  }
  return false;
}

void append_composed(std::string_view line, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  if (U_SUCCESS(status) && line.size() <= kMaxLineBytes) {
    const icu::StringPiece piece(line.data(), static_cast<std::int32_t>(line.size()));
    nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  }
  out += U_SUCCESS(status) && !composed.empty() ? std::string_view(composed) : line;
}

}  // namespace

ComposedText::ComposedText(std::string_view text) : original_(text) {
  is_copy_ = has_combining_mark(text.substr(0, kMaxLooked));
  if (!is_copy_) return;
  for (std::size_t at = 0; at < text.size();) {
    lines_.push_back({copy_.size(), at});
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    append_composed(text.substr(at, end - at), copy_);
    at = end;
  }
}

std::size_t ComposedText::line_of(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(lines_, offset, {}, &Line::composed);
  return static_cast<std::size_t>(after - lines_.begin()) - 1;
}

std::size_t ComposedText::line_begin(std::size_t offset) const {
  return is_copy_ && !lines_.empty() ? lines_[line_of(offset)].original : offset;
}

std::size_t ComposedText::line_end(std::size_t offset) const {
  if (!is_copy_ || lines_.empty()) return offset;
  const std::size_t next = line_of(offset) + 1;
  return next < lines_.size() ? lines_[next].original : original_.size();
}

}  // namespace tracuu
