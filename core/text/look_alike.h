// Letters that look like Vietnamese ones and are others.
//
//   Ðảng        U+00D0, Icelandic Eth, from old keyboards, converters and scanners: Đ
//   хã          U+0445, Cyrillic, in pages that dodge copy detection: xã
//   Москва      a word of no Latin letter is what it is
//
// Source: tests/data/domain/homoglyphs.tsv (five seen in pages read, the others known look-alikes).

#pragma once

namespace tracuu::text {

// Whether the character is a letter of the Latin script as Vietnamese and its neighbours use it.
constexpr bool is_latin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0x00C0 && c <= 0x024F && c != 0x00D7 && c != 0x00F7) || (c >= 0x1E00 && c <= 0x1EFF);
}

// Whether the character is a capital or small letter typed for Đ or đ, in any word.
constexpr bool is_d_look_alike(char32_t c) {
  return c == 0x00D0 || c == 0x00F0 || c == 0x0189 || c == 0x0256;
}

// Returns the letter that is meant, case kept; `c` itself for all others. For words that have a
// Latin letter.
char32_t resolve_look_alike(char32_t c);

}  // namespace tracuu::text
