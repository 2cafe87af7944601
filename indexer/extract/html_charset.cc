#include "indexer/extract/html_charset.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "core/text/legacy/quality.h"
#include "core/text/legacy/repair.h"
#include "core/text/utf8.h"

namespace tracuu::input {
namespace {

constexpr std::size_t kDeclarationBytes = 4096;
constexpr std::size_t kMaxCharsetName = 40;

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
  // A page whose declaration can be read as ASCII is not UTF-16, UTF-7 or EBCDIC.
  if (charset.empty() || charset.starts_with("utf") || charset.starts_with("ibm")) {
    return std::nullopt;
  }
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset.c_str(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter,
                                status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// Whether a page is in an encoding that no declaration names, TCVN3 or VNI, which were declared as
// iso-8859-1, windows-1252, windows-1258 or x-user-defined.
bool is_legacy_after_all(std::string_view undeclared, std::string_view declared) {
  const text::RepairedText repaired = text::repair_document(undeclared);
  return !repaired.repairs.empty() &&
         text::syllable_share(repaired.text) > text::syllable_share(declared);
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, kDeclarationBytes));
  constexpr std::string_view kKey = "charset=";
  const std::size_t meta = head.find("<meta");
  const std::size_t key = meta == std::string::npos ? meta : head.find(kKey, meta);
  if (key == std::string::npos) return {};
  std::string_view value = std::string_view(head).substr(key + kKey.size());
  while (!value.empty() && (value[0] == '"' || value[0] == '\'' || value[0] == ' ')) {
    value.remove_prefix(1);
  }
  const auto end = std::ranges::find_if_not(value, is_name_character);
  const auto length = static_cast<std::size_t>(end - value.begin());
  return std::string(value.substr(0, std::min(length, kMaxCharsetName)));
}

Utf8Page page_to_utf8(std::string_view bytes) {
  Utf8Page page{{}, text::count_malformed(bytes)};
  if (page.malformed == 0) {
    page.text = bytes;
    return page;
  }
  page.text = text::read_bytes(bytes);
  if (auto converted = convert(bytes, declared_charset(bytes))) {
    if (!is_legacy_after_all(page.text, *converted)) return {std::move(*converted), 0};
  }
  return page;
}

}  // namespace tracuu::input
