#include "indexer/source/decode.h"

#include <optional>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "core/text/utf8.h"
#include "indexer/extract/control_letters.h"
#include "indexer/source/skip.h"

namespace tracuu::input {
namespace {

constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleBom = "\xFF\xFE";
constexpr std::string_view kUtf16BigBom = "\xFE\xFF";

// Of the first kSampleBytes, more than one control character in kMaxControlShare is no text.
constexpr std::size_t kSampleBytes = std::size_t{64} << 10;
constexpr std::size_t kMaxControlShare = 20;

bool is_odd_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && (byte < '\t' || byte > '\r')) || byte == 0x7F;
}

bool looks_binary(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) return true;
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  std::size_t odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (is_odd_control(sample[i]) && !is_control_letter(sample, i)) ++odd;
  }
  return odd * kMaxControlShare > sample.size();
}

// Returns the bytes as UTF-8; a lone surrogate or odd last byte becomes U+FFFD.
std::optional<std::string> from_utf16(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter,
                                status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with(kUtf16LittleBom) || bytes.starts_with(kUtf16BigBom);
}

std::variant<DecodedText, ReadProblem> decode_text(std::string bytes) {
  if (has_utf16_mark(bytes)) {
    const char* encoding = bytes.starts_with(kUtf16LittleBom) ? "UTF-16LE" : "UTF-16BE";
    auto utf8 = from_utf16(std::string_view(bytes).substr(kUtf16LittleBom.size()), encoding);
    if (!utf8) return ReadProblem{SkipReason::kBinary, {}};
    bytes = std::move(*utf8);
  } else if (bytes.starts_with(kUtf8Bom)) {
    bytes.erase(0, kUtf8Bom.size());
  }
  if (bytes.empty()) return ReadProblem{SkipReason::kEmpty, {}};
  if (looks_binary(bytes)) return ReadProblem{SkipReason::kBinary, {}};
  const std::size_t malformed = text::count_malformed(bytes);
  return DecodedText{std::move(bytes), malformed};
}

std::variant<DecodedText, ReadProblem> read_text(ByteStream& bytes, std::uint64_t max_bytes) {
  std::string all;
  for (std::string_view piece = bytes.next(); !piece.empty(); piece = bytes.next()) {
    if (all.size() + piece.size() > max_bytes) {
      return ReadProblem{SkipReason::kTooLarge, size_in_words(max_bytes)};
    }
    all.append(piece);
  }
  if (bytes.problem()) return *bytes.problem();
  return decode_text(std::move(all));
}

}  // namespace tracuu::input
