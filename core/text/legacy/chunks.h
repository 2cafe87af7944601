// Cuts text into chunks: what every reading of the bytes keeps together.
//
//   "giai ®o¹n 2021"   giai · ®o¹n          (® and ¹ are letters to TCVN3, symbols as they stand)
//   "“Tổ chức”"        “Tổ · chức”
//
// A chunk is a run of ASCII letters, of characters that may stand for a code of an 8-bit encoding,
// and of letters beyond them; ASCII punctuation, digits, blanks and other symbols end it. Each
// comes with its tokens, how many of them are syllables, and signs. Internal to core/text/legacy.

#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/legacy/letters.h"
#include "core/text/legacy/syllable_set.h"
#include "core/text/utf8.h"

namespace tracuu::text::legacy {

struct Chunk {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::uint32_t tokens = 0;
  std::uint32_t syllables = 0;
  std::uint32_t abbreviations = 0;  // QĐ, NĐ, HĐND: no vowel, but đ
  std::uint32_t damaged = 0;        // tokens with ĩ ị ơ that are no syllable
  std::uint8_t flags = 0;           // of all its characters

  bool is_valid() const { return tokens == syllables + abbreviations; }
  // Whether it can be read as bytes, and some byte of it is not ASCII.
  bool is_coded() const { return (flags & (kCode | kText)) != 0 && (flags & kWide) == 0; }
  // As it stands something in it is no syllable, and a code in it might be a letter.
  bool is_suspect() const {
    return (flags & (kCode | kAscii | kWide)) == (kCode | kAscii) &&
           (!is_valid() || (flags & kSoft) != 0);
  }
  // It reads well as it stands, and might read well decoded too.
  bool is_ambiguous() const {
    return (flags & (kCode | kWide)) == kCode && tokens != 0 && is_valid() && !is_suspect();
  }
};

// One token as it is read.
class TokenState {
 public:
  explicit TokenState(const SyllableSet& set) : set_(set) {}

  void add(const Letter& letter) {
    if (letter.kind == LetterKind::kLetter) {
      is_bad_ |= (key_ >> (kLetterBits * (kMaxSyllableLetters - 1))) != 0;
      key_ = key_ << kLetterBits | letter.letter;
      letters_ |= std::uint64_t{1} << letter.letter;
      add_tone(letter.tone);
    } else {
      add_mark(letter);
    }
    flags_ |= letter.flags;
    is_open_ = true;
  }

  void close(Chunk& chunk) {
    if (!is_open_) return;
    ++chunk.tokens;
    if (!is_bad_ && set_.contains(key_, tone_)) {
      ++chunk.syllables;
    } else if ((letters_ & kDBar) != 0 && (letters_ & ~kDBar) != 0 &&
               (letters_ & kNotInAbbreviation) == 0) {
      ++chunk.abbreviations;
    } else if ((flags_ & kDamage) != 0) {
      ++chunk.damaged;
    }
    key_ = 0;
    letters_ = 0;
    tone_ = Tone::kNone;
    flags_ = 0;
    is_open_ = is_bad_ = false;
  }

 private:
  // đ, and by Letter::letter what no abbreviation has: vowels, and characters beyond the alphabet.
  static constexpr std::uint64_t kDBar = std::uint64_t{1} << 29;
  static constexpr std::uint64_t kNotInAbbreviation =
      1u << 0 | 1u << 1 | 1u << 5 | 1u << 9 | 1u << 15 | 1u << 21 | 1u << 25 |  // – a e i o u y
      std::uint64_t{0x3D8} << 24;                                               // ă â ê ô ơ ư

  void add_tone(Tone tone) {
    if (tone == Tone::kNone) return;
    is_bad_ |= tone_ != Tone::kNone && tone_ != tone;
    tone_ = tone;
  }

  void add_mark(const Letter& letter) {
    constexpr std::uint64_t kLast = (1u << kLetterBits) - 1;
    if (letter.kind == LetterKind::kTone && is_open_) {
      add_tone(letter.tone);
      return;
    }
    const std::uint8_t changed =
        letter.kind == LetterKind::kShape
            ? shaped(static_cast<std::uint8_t>(key_ & kLast), letter.letter)
            : std::uint8_t{0};
    is_bad_ |= changed == 0;
    letters_ |= 1;
    key_ = (key_ & ~kLast) | changed;
  }

  const SyllableSet& set_;
  std::uint64_t key_ = 0;
  std::uint64_t letters_ = 0;  // bit n: letter n occurs; bit 0: something else does
  Tone tone_ = Tone::kNone;
  std::uint8_t flags_ = 0;
  bool is_open_ = false;
  bool is_bad_ = false;
};

struct Character {
  char32_t value = 0;
  std::uint32_t length = 1;
};

// Returns what text::decode does. The sequences that Vietnamese is made of are read inline here:
// the call took three quarters of the time.
inline Character next_character(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) -> std::uint32_t {
    return static_cast<unsigned char>(text[i + k]);
  };
  const auto continues = [](std::uint32_t b) { return (b & 0xC0) == 0x80; };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (i + 2 < text.size() && continues(byte(1))) {
    if (lead >= 0xC2 && lead < 0xE0) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    if (lead > 0xE0 && lead < 0xED && continues(byte(2))) {
      return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    }
  }
  const Decoded d = decode(text, i);
  return {d.value, d.length};
}

// Calls on_chunk(const Chunk&) for every chunk in order. Linear; does not allocate.
template <typename OnChunk>
void for_each_chunk(std::string_view text, OnChunk on_chunk) {
  const LetterTable& table = LetterTable::instance();
  TokenState token(SyllableSet::instance());
  Chunk chunk;
  bool is_open = false;
  const auto close = [&](std::size_t end) {
    token.close(chunk);
    if (is_open) {
      chunk.end = end;
      on_chunk(static_cast<const Chunk&>(chunk));
    }
    is_open = false;
  };
  for (std::size_t i = 0; i < text.size();) {
    const Character d = next_character(text, i);
    const Letter letter = table[d.value];
    if ((letter.flags & kBoundary) != 0) {
      close(i);
    } else {
      if (!is_open) {
        chunk = {.begin = i};
        is_open = true;
      }
      chunk.flags |= letter.flags;
      if (letter.kind == LetterKind::kBreak) {
        token.close(chunk);
      } else if (letter.kind != LetterKind::kInvisible) {
        token.add(letter);
      }
    }
    i += d.length;
  }
  close(text.size());
}

// Whether the text has words, all of them syllables or abbreviations.
inline bool reads_as_words(std::string_view utf8) {
  std::uint32_t tokens = 0;
  bool is_valid = true;
  for_each_chunk(utf8, [&](const Chunk& chunk) {
    tokens += chunk.tokens;
    is_valid = is_valid && chunk.is_valid();
  });
  return tokens != 0 && is_valid;
}

}  // namespace tracuu::text::legacy
