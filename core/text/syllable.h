// The spelling of a Vietnamese syllable: onset + rhyme + tone, and where the tone mark stands.
//
// "hoà" and "hòa", "thuỷ" and "thủy" are one word in two styles of placing the tone; "vịêt" is a
// slip of the keyboard. The grammar says which letters carry the tone, so all of them come out in
// one spelling (the old style, which most state documents use):
//
//   letters "hoa"  + huyền -> position 1: "hòa"      letters "quy" + sắc -> position 2: "quý"
//   letters "viêt" + nặng  -> position 2: "việt"     letters "cafe": no syllable
//
// Letters here are lower case with their shape marks (ă â đ ê ô ơ ư) and without tones.
// Source: the project's grammar of 28 onsets and 168 + 65 + 99 rhymes (general, after qu, after
// gi), which accepts all but 19 of the 6,605 one-syllable entries of Debian's hunspell-vi; the
// table of tests/data/domain/ortho_pairs.tsv has the cases.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::text {

enum class Tone : unsigned char { kNone, kHuyen, kSac, kHoi, kNga, kNang };

// The longest syllable is "nghiêng", 7 letters.
inline constexpr std::size_t kMaxSyllableLetters = 7;

struct SyllableShape {
  std::size_t tone_position = 0;  // index of the letter that carries the tone, old style
  bool stop_coda = false;         // ends in c, ch, p, t: only sắc and nặng stand there
};

// Returns the shape of the syllable these letters spell, nothing when they spell none. Does not
// allocate. Safe from any thread.
std::optional<SyllableShape> parse_syllable(std::u32string_view letters);

// Whether the letters with this tone are a syllable that the grammar allows ("quyêt" + sắc is,
// "quyêt" + huyền is not).
bool is_valid_syllable(std::u32string_view letters, Tone tone);

// Returns the letters of every syllable, in code point order; with its tones each of them makes two
// (before a stop) or six syllables. Cost: some 30,000 spellings are tried, 2 ms.
std::vector<std::u32string> all_syllable_letters();

// Returns the letters that are written as this one when shape marks are left out, itself first:
// "oôơ" for 'o', "dđ" for 'd', "n" for 'n'; nothing for what is not one of a–z. Of static storage.
std::u32string_view shapes_of(char32_t base);

}  // namespace tracuu::text
