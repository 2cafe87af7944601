#include "core/text/syllable.h"

#include <algorithm>
#include <array>

namespace tracuu::text {
namespace {

// The rhymes of each kind of onset, in code point order for binary search.
// clang-format off
constexpr auto kGeneralRhymes = std::to_array<std::u32string_view>({
    U"a", U"ac", U"ach", U"ai", U"am", U"an", U"ang", U"anh", U"ao", U"ap", U"at", U"au", U"ay",
    U"e", U"ec", U"em", U"en", U"eng", U"eo", U"ep", U"et", U"i", U"ia", U"ich", U"im", U"in",
    U"inh", U"ip", U"it", U"iu", U"iêc", U"iêm", U"iên", U"iêng", U"iêp", U"iêt", U"iêu", U"o",
    U"oa", U"oac", U"oach", U"oai", U"oam", U"oan", U"oang", U"oanh", U"oao", U"oap", U"oat",
    U"oay", U"oc", U"oe", U"oem", U"oen", U"oeng", U"oeo", U"oet", U"oi", U"om", U"on", U"ong",
    U"ooc", U"oong", U"op", U"ot", U"oăc", U"oăm", U"oăn", U"oăng", U"oăt", U"u", U"ua", U"uc",
    U"ui", U"um", U"un", U"ung", U"up", U"ut", U"uy", U"uya", U"uych", U"uyn", U"uynh", U"uyp",
    U"uyt", U"uyu", U"uyên", U"uyêt", U"uân", U"uâng", U"uât", U"uây", U"uê", U"uêch", U"uên",
    U"uênh", U"uêt", U"uêu", U"uôc", U"uôi", U"uôm", U"uôn", U"uông", U"uôt", U"uơ", U"y",
    U"yn", U"ynh", U"yt", U"yêm", U"yên", U"yêng", U"yêt", U"yêu", U"âc", U"âm", U"ân", U"âng",
    U"âp", U"ât", U"âu", U"ây", U"ê", U"êch", U"êm", U"ên", U"ênh", U"êp", U"êt", U"êu", U"ô",
    U"ôc", U"ôi", U"ôm", U"ôn", U"ông", U"ôp", U"ôt", U"ăc", U"ăm", U"ăn", U"ăng", U"ăp", U"ăt",
    U"ơ", U"ơi", U"ơm", U"ơn", U"ơp", U"ơt", U"ư", U"ưa", U"ưc", U"ưi", U"ưm", U"ưn", U"ưng",
    U"ưt", U"ưu", U"ươc", U"ươi", U"ươm", U"ươn", U"ương", U"ươp", U"ươt", U"ươu",
});
constexpr auto kRhymesAfterQu = std::to_array<std::u32string_view>({
    U"a", U"ac", U"ach", U"ai", U"am", U"an", U"ang", U"anh", U"ao", U"ap", U"at", U"au", U"ay",
    U"e", U"ec", U"em", U"en", U"eng", U"eo", U"et", U"i", U"ich", U"in", U"inh", U"it", U"iêm",
    U"iên", U"iêng", U"iêt", U"iêu", U"y", U"ych", U"yn", U"ynh", U"yt", U"yu", U"yên", U"yêt",
    U"âc", U"ân", U"âng", U"ât", U"âu", U"ây", U"ê", U"êch", U"ên", U"ênh", U"êt", U"êu", U"ôc",
    U"ôi", U"ôn", U"ông", U"ôt", U"ăc", U"ăm", U"ăn", U"ăng", U"ăp", U"ăt", U"ơ", U"ơi", U"ơn",
    U"ơt",
});
constexpr auto kRhymesAfterGi = std::to_array<std::u32string_view>({
    U"a", U"ac", U"ach", U"ai", U"am", U"an", U"ang", U"anh", U"ao", U"ap", U"at", U"au", U"ay",
    U"e", U"ec", U"em", U"en", U"eng", U"eo", U"ep", U"et", U"o", U"oan", U"oang", U"oay",
    U"oc", U"oe", U"oi", U"om", U"on", U"ong", U"op", U"ot", U"u", U"ua", U"uc", U"ui", U"um",
    U"un", U"ung", U"up", U"ut", U"uôc", U"uôi", U"uôm", U"uôn", U"uông", U"uôt", U"âc", U"âm",
    U"ân", U"âng", U"âp", U"ât", U"âu", U"ây", U"ê", U"êc", U"êm", U"ên", U"êng", U"êp", U"êt",
    U"êu", U"ô", U"ôc", U"ôi", U"ôm", U"ôn", U"ông", U"ôp", U"ôt", U"ăc", U"ăm", U"ăn", U"ăng",
    U"ăp", U"ăt", U"ơ", U"ơi", U"ơm", U"ơn", U"ơp", U"ơt", U"ư", U"ưa", U"ưc", U"ưi", U"ưm",
    U"ưn", U"ưng", U"ưt", U"ươc", U"ươi", U"ươm", U"ươn", U"ương", U"ươp", U"ươt",
});
constexpr auto kRhymesOfGWithI = std::to_array<std::u32string_view>({
    U"i", U"ich", U"im", U"in", U"inh", U"ip", U"it", U"iu",
});
constexpr auto kForbiddenWithoutOnset = std::to_array<std::u32string_view>({
    U"iêc", U"iêm", U"iên", U"iêng", U"iêp", U"iêt", U"iêu",
});
constexpr auto kForbiddenWithOnset = std::to_array<std::u32string_view>({
    U"yêm", U"yên", U"yêng", U"yêt", U"yêu",
});
// clang-format on

template <std::size_t N>
bool contains(const std::array<std::u32string_view, N>& sorted, std::u32string_view rhyme) {
  return std::ranges::binary_search(sorted, rhyme);
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}
bool is_vowel(char32_t c) {
  return is_one_of(c, U"aăâeêioôơuưy");
}
bool is_front_vowel(char32_t c) {
  return is_one_of(c, U"eêiy");
}

constexpr auto kLongOnsets = std::to_array<std::u32string_view>(
    {U"ngh", U"ng", U"nh", U"gh", U"ch", U"kh", U"ph", U"th", U"tr"});
constexpr std::u32string_view kShortOnsets = U"bcdđghklmnprstvx";

struct Split {
  std::u32string_view onset;
  std::u32string_view rhyme;
};

// "qu" and "gi" are onsets whose second letter looks like a vowel; gì, gìn are g + i….
std::optional<Split> split_qu_gi(std::u32string_view letters) {
  if (letters.size() < 2) return std::nullopt;
  const std::u32string_view rest = letters.substr(2);
  if (letters.starts_with(U"qu")) {
    if (!contains(kRhymesAfterQu, rest)) return std::nullopt;
    return Split{letters.substr(0, 2), rest};
  }
  if (letters.starts_with(U"gi")) {
    if (!rest.empty() && is_vowel(rest.front()) && !is_one_of(rest.front(), U"iy") &&
        contains(kRhymesAfterGi, rest)) {
      return Split{letters.substr(0, 2), rest};
    }
    const std::u32string_view with_i = letters.substr(1);
    if (contains(kRhymesOfGWithI, with_i)) return Split{letters.substr(0, 1), with_i};
  }
  return std::nullopt;
}

bool spelling_allows(std::u32string_view onset, std::u32string_view rhyme) {
  const bool front = is_front_vowel(rhyme.front());
  if (onset == U"k" || onset == U"gh" || onset == U"ngh") return front;
  if (onset == U"c" || onset == U"g" || onset == U"ng") return !front;
  return true;
}

std::optional<Split> split(std::u32string_view letters) {
  if (letters.empty() || letters.size() > kMaxSyllableLetters) return std::nullopt;
  if (letters.front() == U'q' || letters.starts_with(U"gi")) return split_qu_gi(letters);
  std::size_t onset = is_one_of(letters.front(), kShortOnsets) ? 1 : 0;
  for (const auto candidate : kLongOnsets) {
    if (letters.starts_with(candidate)) {
      onset = candidate.size();
      break;
    }
  }
  const Split parts{letters.substr(0, onset), letters.substr(onset)};
  if (!contains(kGeneralRhymes, parts.rhyme) || !spelling_allows(parts.onset, parts.rhyme)) {
    return std::nullopt;
  }
  const bool forbidden = onset == 0 ? contains(kForbiddenWithoutOnset, parts.rhyme)
                                    : contains(kForbiddenWithOnset, parts.rhyme);
  if (forbidden) return std::nullopt;
  return parts;
}

// Index in the rhyme of the letter that carries the tone. A letter with a shape mark takes it;
// before a final consonant the last vowel does; otherwise the first of two, the middle of three.
std::size_t tone_index(std::u32string_view rhyme, std::size_t vowels) {
  for (std::size_t i = vowels; i-- > 0;) {
    if (is_one_of(rhyme[i], U"ăâêôơư")) return i;
  }
  if (vowels < rhyme.size()) return vowels - 1;
  return vowels == 3 ? 1 : 0;
}

}  // namespace

std::optional<SyllableShape> parse_syllable(std::u32string_view letters) {
  const std::optional<Split> parts = split(letters);
  if (!parts) return std::nullopt;
  const std::u32string_view rhyme = parts->rhyme;
  std::size_t vowels = 0;
  while (vowels < rhyme.size() && is_vowel(rhyme[vowels])) ++vowels;
  if (vowels == 0) return std::nullopt;
  const std::u32string_view coda = rhyme.substr(vowels);
  return SyllableShape{
      .tone_position = parts->onset.size() + tone_index(rhyme, vowels),
      .stop_coda = coda == U"c" || coda == U"ch" || coda == U"p" || coda == U"t",
  };
}

bool is_valid_syllable(std::u32string_view letters, Tone tone) {
  const std::optional<SyllableShape> shape = parse_syllable(letters);
  if (!shape) return false;
  return !shape->stop_coda || tone == Tone::kSac || tone == Tone::kNang;
}

std::vector<std::u32string> all_syllable_letters() {
  std::vector<std::u32string> onsets{U"", U"q"};
  for (const char32_t onset : kShortOnsets) onsets.emplace_back(1, onset);
  onsets.insert(onsets.end(), kLongOnsets.begin(), kLongOnsets.end());
  std::vector<std::u32string> found;
  const auto try_spelling = [&found](std::u32string letters) {
    if (parse_syllable(letters)) found.push_back(std::move(letters));
  };
  for (const std::u32string& onset : onsets) {
    for (const std::u32string_view rhyme : kGeneralRhymes)
      try_spelling(onset + std::u32string(rhyme));
  }
  for (const std::u32string_view rhyme : kRhymesAfterQu)
    try_spelling(U"qu" + std::u32string(rhyme));
  for (const std::u32string_view rhyme : kRhymesAfterGi)
    try_spelling(U"gi" + std::u32string(rhyme));
  for (const std::u32string_view rhyme : kRhymesOfGWithI)
    try_spelling(U"g" + std::u32string(rhyme));
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::u32string_view shapes_of(char32_t base) {
  constexpr std::u32string_view kPlain = U"abcdefghijklmnopqrstuvwxyz";
  switch (base) {
    case U'a':
      return U"aăâ";
    case U'd':
      return U"dđ";
    case U'e':
      return U"eê";
    case U'o':
      return U"oôơ";
    case U'u':
      return U"uư";
    default:
      return base >= U'a' && base <= U'z' ? kPlain.substr(base - U'a', 1) : std::u32string_view();
  }
}

}  // namespace tracuu::text
