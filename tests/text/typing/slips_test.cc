#include "core/text/typing/slips.h"

#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/typing/slip_tables.h"
#include "core/text/utf8.h"
#include "core/text/word_form.h"
#include "tests/text/typing/syllables.h"

namespace tracuu::text {
namespace {

std::optional<Slip> find_slip(const std::vector<Slip>& slips, std::string_view form) {
  const auto found = std::ranges::find(slips, form, &Slip::form);
  if (found == slips.end()) return std::nullopt;
  return *found;
}

struct SlipCase {
  const char* typed;
  const char* meant;
  SlipKind kind;
};

const SlipCase kCases[] = {
    {"quyêt", "quyết", SlipKind::kMissingTone},
    {"quyểt", "quyết", SlipKind::kWrongTone},
    {"chuyẻn", "chuyển", SlipKind::kShape},
    {"đuòng", "đường", SlipKind::kShape},
    {"dịnh", "định", SlipKind::kShape},
    {"ngih", "nghi", SlipKind::kSwapped},
    {"thpng", "thong", SlipKind::kNeighbourKey},
    {"thpng", "thông", SlipKind::kNeighbourKey},  // its only vowel is lost, and the marks with it
    {"thonh", "thong", SlipKind::kRhyme},
    {"nghhị", "nghị", SlipKind::kDoubledLetter},
    {"nghệp", "nghiệp", SlipKind::kMissingLetter},
    {"nghpị", "nghị", SlipKind::kExtraLetter},
    {"quyếts", "quyết", SlipKind::kLeftOverKey},
    {"nghịj", "nghị", SlipKind::kLeftOverKey},
    {"đinhj", "định", SlipKind::kLeftOverKey},
    {"đijnh", "định", SlipKind::kLeftOverKey},
    {"xố", "số", SlipKind::kOnset},
    {"trương", "chương", SlipKind::kOnset},
    {"giạy", "dạy", SlipKind::kOnset},
    {"lăm", "năm", SlipKind::kOnset},
    {"fát", "phát", SlipKind::kOnset},
    {"kĩ", "kỹ", SlipKind::kRhyme},
    {"bảng", "bản", SlipKind::kRhyme},
    {"mặc", "mặt", SlipKind::kRhyme},
    {"huơng", "hương", SlipKind::kShape},
    {"quyte", "quyet", SlipKind::kSwapped},
    {"QUYỂT", "quyết", SlipKind::kWrongTone},
};

TEST(SlipsTest, HoldsTheSyllableMeant) {
  for (const SlipCase& row : kCases) {
    const std::optional<Slip> slip = find_slip(slips_of(row.typed), row.meant);
    ASSERT_TRUE(slip) << row.typed;
    EXPECT_EQ(slip->kind, row.kind) << row.typed << ' ' << row.meant;
  }
}

TEST(SlipsTest, LeavesOtherWordsAlone) {
  for (const std::string typed :
       {"", "749", "covid19", "qđ1", "nghị quyết", "nghijquyet", "internet", "\xff", "ñandu"}) {
    EXPECT_TRUE(slips_of(typed).empty()) << typed;
  }
}

TEST(SlipsTest, FirstLettersCostMore) {
  const std::optional<Slip> first = find_slip(slips_of("rhong"), "thong");
  const std::optional<Slip> third = find_slip(slips_of("thpng"), "thong");
  ASSERT_TRUE(first && third);
  EXPECT_EQ(first->kind, third->kind);
  EXPECT_GT(first->cost, third->cost);
}

// Every kind of error, made on purpose.
class Fumbler {
 public:
  explicit Fumbler(unsigned seed) : random_(seed) {}

  static constexpr SlipKind kKinds[] = {
      SlipKind::kMissingTone,   SlipKind::kWrongTone,    SlipKind::kShape,
      SlipKind::kDoubledLetter, SlipKind::kSwapped,      SlipKind::kMissingLetter,
      SlipKind::kExtraLetter,   SlipKind::kNeighbourKey, SlipKind::kLeftOverKey};

  // Returns the word with the error; the word itself where the error is impossible.
  Syllable fumble(Syllable word, SlipKind kind) {
    std::u32string& letters = word.letters;
    const std::size_t i = below(letters.size());
    switch (kind) {
      case SlipKind::kMissingTone:
        word.tone = Tone::kNone;
        break;
      case SlipKind::kWrongTone:
        if (word.tone != Tone::kNone) word.tone = kAllTones[1 + below(kAllTones.size() - 1)];
        break;
      case SlipKind::kShape:
        letters[i] = pick(shapes_of(base_of(letters[i])));
        break;
      case SlipKind::kDoubledLetter:
        letters.insert(i, 1, letters[i]);
        break;
      case SlipKind::kSwapped:
        if (i > 0) std::swap(letters[i], letters[i - 1]);
        break;
      case SlipKind::kMissingLetter:
        if (letters.size() > 1) letters.erase(i, 1);
        break;
      case SlipKind::kExtraLetter:
        letters.insert(i + 1, 1, pick(neighbour_keys(base_of(letters[i]))));
        break;
      case SlipKind::kNeighbourKey:
        letters[i] = pick(neighbour_keys(base_of(letters[i])));
        break;
      default:
        if (word.tone == Tone::kNone) break;
        letters += U"fsrxj"[static_cast<std::size_t>(word.tone) - 1];
        if (below(2) == 0) word.tone = Tone::kNone;
    }
    return word;
  }

 private:
  std::size_t below(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_);
  }
  char32_t pick(std::u32string_view letters) { return letters[below(letters.size())]; }

  std::mt19937 random_;
};

// The error as it would stand in a query: the tone on the first vowel there is.
std::string written(const Syllable& word) {
  std::string out;
  bool placed = false;
  for (const char32_t letter : word.letters) {
    const bool here = !placed && is_vowel_letter(letter);
    append_utf8(out, here ? compose(letter, word.tone) : letter);
    placed = placed || here;
  }
  return out;
}

// Whether the candidates hold the word; for an error without marks its spelling is enough.
bool covers(const std::vector<Slip>& slips, const Syllable& word) {
  const std::string toned = word.text();
  if (find_slip(slips, toned)) return true;
  std::string toneless;
  for (const char32_t letter : word.letters) append_utf8(toneless, base_of(letter));
  const std::optional<Slip> slip = find_slip(slips, toneless);
  return slip && slip->is_toneless;
}

TEST(SlipsTest, TheSyllableIsAmongTheCandidatesOfEachError) {
  constexpr unsigned kSeed = 11;
  constexpr double kCoverage = 0.99;
  Fumbler fumbler(kSeed);
  const std::vector<Syllable> words = all_syllables();
  for (const SlipKind kind : Fumbler::kKinds) {
    std::size_t errors = 0;
    std::size_t covered = 0;
    std::string missed;
    for (std::size_t i = 0; i < words.size(); i += 7) {
      const Syllable error = fumbler.fumble(words[i], kind);
      const std::string typed = written(error);
      if (typed == written(words[i])) continue;
      ++errors;
      const bool found = covers(slips_of(typed), words[i]);
      covered += found ? 1 : 0;
      if (!found) missed += ' ' + words[i].text() + "→" + typed;
    }
    ASSERT_GT(errors, 500u);
    EXPECT_GE(static_cast<double>(covered), kCoverage * static_cast<double>(errors))
        << "kind " << static_cast<int>(kind) << ", seed " << kSeed << ':' << missed;
  }
}

TEST(SlipsTest, CandidatesAreCanonicalOrderedAndBounded) {
  const std::vector<Syllable> words = all_syllables();
  for (std::size_t i = 0; i < words.size(); i += 97) {
    const std::string typed = words[i].text();
    const std::vector<Slip> slips = slips_of(typed);
    EXPECT_LE(slips.size(), kMaxSlips);
    EXPECT_TRUE(std::ranges::is_sorted(slips, {}, &Slip::cost)) << typed;
    std::set<std::string> forms;
    for (const Slip& slip : slips) {
      EXPECT_NE(slip.form, typed);
      EXPECT_TRUE(forms.insert(slip.form).second) << typed << ' ' << slip.form;
      EXPECT_TRUE(slip.is_toneless || word_form(slip.form).is_syllable) << slip.form;
      EXPECT_EQ(word_form(slip.form).toned, slip.form);
    }
  }
}

}  // namespace
}  // namespace tracuu::text
