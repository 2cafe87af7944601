#include "tests/text/legacy/reencode.h"

#include <cstdint>
#include <optional>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/text/legacy/cp1252.h"
#include "core/text/legacy/encodings.h"
#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

constexpr char32_t kFirstMark = 0x0300;
constexpr char32_t kLastMark = 0x036F;

bool is_mark(char32_t c) {
  return c >= kFirstMark && c <= kLastMark;
}

// ế as ê and the mark: how windows-1258 writes it. Nothing when c is no such letter.
struct Halves {
  char32_t base = 0;
  char32_t mark = 0;
};
std::optional<Halves> halves(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString parts = nfd->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  for (const UChar32 tone : {0x0300, 0x0301, 0x0303, 0x0309, 0x0323}) {
    const int32_t at = parts.indexOf(tone);
    if (at < 0) continue;
    icu::UnicodeString base = parts;
    base.remove(at, 1);
    base = nfc->normalize(base, status);
    if (base.countChar32() != 1 || is_mark(static_cast<char32_t>(base.char32At(0)))) continue;
    return Halves{static_cast<char32_t>(base.char32At(0)), static_cast<char32_t>(tone)};
  }
  return std::nullopt;
}

std::string cp1252_twice(std::string_view utf8, int times) {
  std::string text(utf8);
  for (int i = 0; i < times; ++i) text = legacy::cp1252_text(text);
  return text;
}

}  // namespace

Encoder::Encoder(RepairKind kind) : kind_(kind) {
  for (const EncodingRow& row : encoding_rows(kind)) codes_.try_emplace(row.character, row.bytes);
}

void Encoder::append(Encoded& out, char32_t c) const {
  const char32_t small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  for (const char32_t form : {c, kind_ == RepairKind::kTcvn3 ? small : c}) {
    if (const auto code = codes_.find(form); code != codes_.end()) {
      out.bytes += code->second;
      append_utf8(out.kept, form);
      return;
    }
  }
  if (const auto parts = halves(c); parts && kind_ == RepairKind::kWindows1258) {
    const auto base = codes_.find(parts->base);
    const auto mark = codes_.find(parts->mark);
    if (mark != codes_.end()) {
      out.bytes +=
          base != codes_.end() ? base->second : std::string(1, static_cast<char>(parts->base));
      out.bytes += mark->second;
      append_utf8(out.kept, c);
      return;
    }
  }
  // A character of cp1252 keeps its code where the table gives the code no other meaning.
  std::string code = "_";
  if (const auto byte = legacy::cp1252_byte(c)) {
    const std::string own(1, static_cast<char>(*byte));
    std::string decoded;
    append_utf8(decoded, c);
    if (decode_bytes(kind_, own) == decoded) code = own;
  }
  out.bytes += code;
  if (code == "_") {
    out.kept += code;
  } else {
    append_utf8(out.kept, c);
  }
}

Encoded Encoder::encode(std::string_view utf8) const {
  if (kind_ == RepairKind::kMojibake) return {cp1252_twice(utf8, 1), std::string(utf8)};
  if (kind_ == RepairKind::kDoubleMojibake) return {cp1252_twice(utf8, 2), std::string(utf8)};
  Encoded out;
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded d = decode(utf8, i);
    i += d.length;
    append(out, d.value);
  }
  return out;
}

}  // namespace tracuu::text
