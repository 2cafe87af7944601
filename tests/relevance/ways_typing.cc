#include "tests/relevance/ways_typing.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/text/utf8.h"

namespace tracuu::ways {
namespace {

using text::Tone;

// Keys of one run: what stands directly behind each letter, and what at the end.
struct Keys {
  std::vector<std::string> behind;
  std::string at_end;  // in no order yet
};

char shape_key(const Letter& letter, Method method) {
  const bool telex = method == Method::kTelex;
  switch (letter.shape) {
    case Shape::kCircumflex:
      return telex ? static_cast<char>(letter.base) : '6';
    case Shape::kHorn:
      return telex ? 'w' : '7';
    case Shape::kBreve:
      return telex ? 'w' : '8';
    case Shape::kStroke:
      return telex ? 'd' : '9';
    case Shape::kNone:
      break;
  }
  return '\0';
}

char tone_key(Tone tone, Method method) {
  constexpr std::string_view kTelex = "\0fsrxj";
  constexpr std::string_view kVni =
      "\0"
      "21345";
  return (method == Method::kTelex ? kTelex : kVni)[static_cast<std::size_t>(tone)];
}

bool is_horned_pair(std::span<const Letter> run, std::size_t i) {
  return i + 1 < run.size() && run[i].base == U'u' && run[i].shape == Shape::kHorn &&
         run[i + 1].base == U'o' && run[i + 1].shape == Shape::kHorn;
}

// Types the horns of "ươ" at i and i + 1: uwow, uow, uo…w, and uwo before a consonant.
void type_horned_pair(std::span<const Letter> run, std::size_t i, Method method, Random& random,
                      Keys& keys) {
  const char key = shape_key(run[i], method);
  enum : std::size_t { kBoth, kSecond, kEnd, kFirst, kStyles };
  const bool before_consonant =
      method == Method::kTelex && i + 2 < run.size() && !is_vowel(run[i + 2]);
  const std::size_t style = random.below(before_consonant ? kStyles : kFirst);
  if (style == kBoth || style == kFirst) keys.behind[i] += key;
  if (style == kBoth || style == kSecond) keys.behind[i + 1] += key;
  if (style == kEnd) keys.at_end += key;
}

void type_shapes(std::span<const Letter> run, bool free_order, Method method, Random& random,
                 Keys& keys) {
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i].shape == Shape::kNone) continue;
    if (free_order && is_horned_pair(run, i)) {
      type_horned_pair(run, i, method, random, keys);
      ++i;
    } else if (free_order && random.coin()) {
      keys.at_end += shape_key(run[i], method);
    } else {
      keys.behind[i] += shape_key(run[i], method);
    }
  }
}

void type_tones(std::span<const Letter> run, bool free_order, Method method, Random& random,
                Keys& keys) {
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i].tone == Tone::kNone) continue;
    const char key = tone_key(run[i].tone, method);
    std::string& behind = keys.behind[i];
    if (free_order && random.coin()) {
      keys.at_end += key;
    } else if (method == Method::kVni && random.coin()) {
      behind.insert(behind.begin(), key);  // e16 and e61 are the same
    } else {
      behind += key;
    }
  }
}

std::string in_capitals(std::string keys) {
  for (char& c : keys) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return keys;
}

}  // namespace

std::string raw_keys(std::span<const Letter> run, Method method, Random& random) {
  if (!is_marked(run)) return written(run);
  const bool free_order = is_syllable(run);
  Keys keys{std::vector<std::string>(run.size()), {}};
  type_shapes(run, free_order, method, random, keys);
  type_tones(run, free_order, method, random, keys);
  random.shuffle(std::span<char>(keys.at_end));

  const bool all_capitals = run.size() > 1 && std::ranges::all_of(run, &Letter::capital);
  std::string out;
  for (std::size_t i = 0; i < run.size(); ++i) {
    Letter plain = run[i];
    plain.shape = Shape::kNone;
    plain.tone = Tone::kNone;
    text::append_utf8(out, character(plain));
    const bool shifted = all_capitals || (run[i].shape == Shape::kStroke && run[i].capital);
    out += shifted ? in_capitals(keys.behind[i]) : keys.behind[i];
  }
  return out + (all_capitals ? in_capitals(keys.at_end) : keys.at_end);
}

}  // namespace tracuu::ways
