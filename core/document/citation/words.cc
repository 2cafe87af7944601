#include "core/document/citation/words.h"

#include <array>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace tracuu::citation {
namespace {

constexpr char32_t kTableEnd = 0x1F00;
constexpr char kNoLetter = 0;
constexpr char kCombining = 1;

// What a character adds to a key.
struct Letters {
  std::array<char, kTableEnd> plain{};
  std::array<bool, kTableEnd> is_capital{};
};

constexpr bool is_letter_block(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         (c >= 0xC0 && c <= 0x24F) || c == 0x0256 || (c >= 0x1E00 && c < kTableEnd);
}

Letters make_letters() {
  Letters letters;
  for (char32_t c = 0; c < kTableEnd; ++c) {
    if (c >= 0x300 && c <= 0x36F) letters.plain[c] = kCombining;
    if (!is_letter_block(c)) continue;
    std::string text;
    text::append_utf8(text, c);
    const std::string plain = fold(text, Marks::kDrop);
    const bool is_plain = plain.size() == 1 && static_cast<unsigned char>(plain.front()) < 0x80;
    letters.plain[c] = is_plain ? plain.front() : (c < 0x80 ? kNoLetter : '?');
    letters.is_capital[c] = fold(text, Marks::kKeep) != text;
  }
  letters.plain[0xD7] = letters.plain[0xF7] = kNoLetter;  // × and ÷
  return letters;
}

const Letters& letters() {
  static const Letters table = make_letters();
  return table;
}

char plain_letter(char32_t c) {
  return c < kTableEnd ? letters().plain[c] : kNoLetter;
}

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0xAD || c == 0x3000 ||
         c == 0xFEFF || (c >= 0x2000 && c <= 0x200D) || c == 0x202F;
}

// One byte for every mark; those beyond ASCII that matter are quotes and dashes.
char mark_key(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  if (c == 0x201C || c == 0x201E || c == 0xAB) return kOpenQuote.front();
  if (c == 0x201D || c == 0xBB) return kCloseQuote.front();
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  return '?';
}

// The key of a word while it is read.
struct KeyBuffer {
  std::array<char, kMaxKeyBytes> bytes{};
  std::size_t size = 0;

  void add(char plain) {
    if (size < bytes.size()) bytes[size++] = plain;
  }
};

// Reads letters from word.end on.
void read_letters(std::string_view text, Word& word) {
  const Letters& table = letters();
  KeyBuffer key;
  while (word.end < text.size()) {
    const auto byte = static_cast<unsigned char>(text[word.end]);
    if (byte < 0x80) {
      const char plain = table.plain[byte];
      if (plain == kNoLetter) break;
      key.add(plain);
      ++word.end;
      continue;
    }
    const text::Decoded c = text::decode(text, word.end);
    const char plain = c.value < kTableEnd ? table.plain[c.value] : kNoLetter;
    if (plain == kNoLetter) break;
    if (plain != kCombining) key.add(plain);
    word.end += c.length;
  }
  word.key.assign(key.bytes.data(), key.size);
}

}  // namespace

Word next_word(std::string_view text, std::size_t i, std::size_t limit) {
  text = text.substr(0, limit);
  Word word;
  word.starts_line = i == 0;
  while (i < limit) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const text::Decoded c = byte < 0x80 ? text::Decoded{byte, 1, true} : text::decode(text, i);
    if (!is_blank(c.value)) break;
    word.starts_line |= c.value == '\n';
    i += c.length;
  }
  word.begin = word.end = i;
  if (i >= limit) return word;
  const text::Decoded first = text::decode(text, i);
  const char plain = plain_letter(first.value);
  if (plain == kNoLetter || plain == kCombining) {
    word.is_mark = true;
    word.key = mark_key(first.value);
    word.end += first.length;
    return word;
  }
  word.is_capital = first.value < kTableEnd && letters().is_capital[first.value];
  read_letters(text, word);
  return word;
}

std::vector<Word> words_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Word> words;
  for (std::size_t i = begin; i < end;) {
    Word word = next_word(text, i, end);
    if (word.begin == word.end) break;
    i = word.end;
    words.push_back(std::move(word));
  }
  return words;
}

std::string words_key(std::string_view text) {
  std::string key;
  for (const Word& word : words_of(text, 0, text.size())) {
    if (word.is_mark) continue;
    if (!key.empty()) key += ' ';
    key += word.key;
  }
  return key;
}

}  // namespace tracuu::citation
