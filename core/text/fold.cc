#include "core/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/base/error.h"
#include "core/text/look_alike.h"

namespace tracuu {
namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* n = get(status);
  if (U_FAILURE(status)) throw Error(ErrorCode::kInternal, {"normalize text", u_errorName(status)});
  return *n;
}

icu::UnicodeString normalized(const icu::Normalizer2& n, const icu::UnicodeString& s) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = n.normalize(s, status);
  if (U_FAILURE(status)) throw Error(ErrorCode::kInternal, {"normalize text", u_errorName(status)});
  return out;
}

constexpr UChar32 kSmallDStroke = 0x0111;

// Before folding case, which would make ð of Ð.
UChar32 without_look_alike(UChar32 c) {
  return text::is_d_look_alike(static_cast<char32_t>(c)) ? kSmallDStroke : c;
}

}  // namespace

std::string fold(std::string_view utf8, Marks marks) {
  static const icu::Normalizer2& nfc = normalizer(icu::Normalizer2::getNFCInstance);
  static const icu::Normalizer2& nfd = normalizer(icu::Normalizer2::getNFDInstance);

  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  icu::UnicodeString text;
  for (int32_t i = 0; i < source.length();) {
    const UChar32 c = source.char32At(i);
    i += U16_LENGTH(c);
    text.append(without_look_alike(c));
  }
  text.foldCase();
  if (marks == Marks::kDrop) {
    const icu::UnicodeString decomposed = normalized(nfd, text);
    text.remove();
    for (int32_t i = 0; i < decomposed.length();) {
      const UChar32 c = decomposed.char32At(i);
      i += U16_LENGTH(c);
      if (u_charType(c) == U_NON_SPACING_MARK) continue;
      text.append(c == kSmallDStroke ? UChar32{'d'} : c);
    }
  }
  std::string out;
  normalized(nfc, text).toUTF8String(out);
  return out;
}

std::string name_key(std::string_view utf8) {
  const auto folded = icu::UnicodeString::fromUTF8(fold(utf8, Marks::kDrop));
  icu::UnicodeString key;
  for (int32_t i = 0; i < folded.length();) {
    const UChar32 c = folded.char32At(i);
    i += U16_LENGTH(c);
    if (u_isalnum(c)) {
      key.append(c);
    } else if (!key.isEmpty() && key[key.length() - 1] != ' ') {
      key.append(UChar32{' '});
    }
  }
  std::string out;
  key.trim().toUTF8String(out);
  return out;
}

}  // namespace tracuu
