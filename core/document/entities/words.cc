#include "core/document/entities/words.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "core/text/character.h"
#include "core/text/utf8.h"

namespace tracuu::entities {
namespace {

using std::size_t;
using text::CharacterClass;

constexpr std::uint32_t kHashSeed = 2'166'136'261U;  // FNV-1a
constexpr std::uint32_t kHashPrime = 16'777'619U;
constexpr size_t kMaxWordBytes = 60;

const text::CharacterTable& characters() {
  static const text::CharacterTable table;
  return table;
}

// The small letter of a capital that Vietnamese is written with.
char32_t small_letter(char32_t c) {
  constexpr char32_t kCase = 0x20;
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7 && c != 0xD0)) {
    return c + kCase;
  }
  if (c == 0xD0) return 0x111;  // Eth for Đ
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x1EA0 && c <= 0x1EF9)) return c | 1U;
  if (c == 0x1A0) return 0x1A1;
  if (c == 0x1AF) return 0x1B0;
  return c;
}

bool is_trail(char c) {
  constexpr unsigned char kMask = 0xC0;
  constexpr unsigned char kTrail = 0x80;
  return (static_cast<unsigned char>(c) & kMask) == kTrail;
}

// Two registers wide; most of the time of this file goes into reading characters.
struct Character {
  char32_t value = 0;
  std::uint32_t length = 1;  // bytes
};

Character read_beyond_ascii(std::string_view text, size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  constexpr unsigned kTrailBits = 6;
  constexpr unsigned kTrailMask = 0x3F;
  const auto trail = [&](size_t k) { return static_cast<unsigned char>(text[i + k]) & kTrailMask; };
  if (lead >= 0xC2 && lead <= 0xDF && i + 1 < text.size() && is_trail(text[i + 1])) {
    return {(lead & 0x1FU) << kTrailBits | trail(1), 2};
  }
  if (lead == 0xE1 && i + 2 < text.size() && is_trail(text[i + 1]) && is_trail(text[i + 2])) {
    return {0x1000U | trail(1) << kTrailBits | trail(2), 3};
  }
  const text::Decoded c = text::decode(text, i);
  return {c.value, c.length};
}

inline Character read_character(std::string_view text, size_t i) {
  constexpr unsigned char kAsciiEnd = 0x80;
  const auto lead = static_cast<unsigned char>(text[i]);
  return lead < kAsciiEnd ? Character{lead, 1} : read_beyond_ascii(text, i);
}

std::uint32_t add(std::uint32_t hash, char32_t c) {
  return (hash ^ static_cast<std::uint32_t>(c)) * kHashPrime;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {
    constexpr size_t kBytesPerWord = 6;
    words_.reserve(text.size() / kBytesPerWord);
  }

  std::vector<Word> run() {
    size_t i = 0;
    while (i < text_.size()) {
      const Character c = read_character(text_, i);
      const CharacterClass kind = characters_[c.value];
      if (text::starts_word(kind)) {
        i = read_word(i);
      } else {
        see_gap(c.value, kind);
        i += c.length;
      }
    }
    return std::move(words_);
  }

 private:
  size_t read_word(size_t begin) {
    Word word;
    word.offset = static_cast<std::uint32_t>(begin);
    word.hash = kHashSeed;
    size_t small = 0;
    size_t capitals = 0;
    size_t i = begin;
    while (i < text_.size()) {
      const Character c = read_character(text_, i);
      const CharacterClass kind = characters_[c.value];
      if (!text::is_word(kind) && !(is_apostrophe(c.value) && joins(i + c.length))) break;
      switch (kind) {
        case CharacterClass::kSmall:
          word.hash = add(word.hash, c.value);
          ++small;
          break;
        case CharacterClass::kCapital:
          word.hash = add(word.hash, small_letter(c.value));
          ++capitals;
          break;
        case CharacterClass::kInvisible:
          break;
        default:
          word.hash = add(word.hash, c.value);
          word.has_digit |= kind == CharacterClass::kDigit;
      }
      i += c.length;
    }
    const size_t length = i - begin;
    // What is longer is no word of a name.
    word.is_capitalized = length <= kMaxWordBytes && is_capital(begin);
    word.length = static_cast<std::uint16_t>(std::min(length, kMaxWordBytes));
    word.is_all_capitals = capitals > 1 && small == 0;
    word.gap = gap();
    words_.push_back(word);
    has_blank_ = has_mark_ = is_stop_ = false;
    line_ends_ = 0;
    return i;
  }

  bool is_capital(size_t i) const {
    return characters_[read_character(text_, i).value] == CharacterClass::kCapital;
  }

  bool joins(size_t i) const {
    return i < text_.size() && text::is_letter(characters_[read_character(text_, i).value]);
  }

  void see_gap(char32_t c, CharacterClass kind) {
    if (kind == CharacterClass::kBlank) {
      has_blank_ = true;
      is_stop_ |= is_point_;
      is_point_ = false;
      return;
    }
    is_stop_ |= is_point_;
    is_point_ = c == '.' || c == '?' || c == '!';
    if (kind == CharacterClass::kLineEnd) {
      has_blank_ = true;
      ++line_ends_;
    } else if (c == ';' || c == ':' || c == '"' || c == 0x201C || c == 0x201D || c == '|') {
      is_stop_ = true;
    } else {
      has_mark_ = true;
    }
  }

  Gap gap() {
    // A point with a blank behind it ends a sentence; one within «TP.HCM» does not.
    const bool is_first = words_.empty();
    const bool is_stop = is_first || is_stop_ || line_ends_ > 1 || (is_point_ && has_blank_);
    is_point_ = false;
    if (is_stop) return Gap::kStop;
    if (!has_mark_) return Gap::kBlank;
    return has_blank_ ? Gap::kComma : Gap::kJoiner;
  }

  const text::CharacterTable& characters_ = characters();
  std::string_view text_;
  std::vector<Word> words_;
  bool has_blank_ = false;
  bool has_mark_ = false;
  bool is_point_ = false;  // the character before is one
  bool is_stop_ = false;
  int line_ends_ = 0;
};

}  // namespace

std::vector<Word> split_words(std::string_view text) {
  return Splitter(
             text.substr(0, text::character_border(text, std::min(text.size(), kMaxEntityBytes))))
      .run();
}

std::uint32_t word_hash(std::string_view word) {
  std::uint32_t hash = kHashSeed;
  for (size_t i = 0; i < word.size();) {
    const text::Decoded c = text::decode(word, i);
    hash = add(hash, small_letter(c.value));
    i += c.length;
  }
  return hash;
}

std::string small_word(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size();) {
    const text::Decoded c = text::decode(word, i);
    text::append_utf8(out, small_letter(c.value));
    i += c.length;
  }
  return out;
}

std::string_view composed(std::string_view text, std::string& buffer) {
  constexpr char kFirstByteOfMark = '\xCC';
  if (text.find(kFirstByteOfMark) == std::string_view::npos) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  const auto length = static_cast<std::int32_t>(std::min(text.size(), kMaxEntityBytes));
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), length));
  const icu::UnicodeString normal = nfc->normalize(wide, status);
  if (U_FAILURE(status)) return text;
  buffer.clear();
  normal.toUTF8String(buffer);
  return buffer;
}

}  // namespace tracuu::entities
