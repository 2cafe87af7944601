// Sketches of texts: what stays alike, what does not, and the bytes on disk.

#include "core/document/copies/sketch.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/fold.h"
#include "tests/document/copies/random_text.h"

namespace tracuu {
namespace {

using Words = std::vector<std::string>;

class Sketcher {
 public:
  Sketch operator()(const std::string& text) { return pieces({text}); }

  Sketch pieces(const Words& texts) {
    for (const std::string& text : texts) {
      analyzer_.analyze(text, analysis_);
      builder_.add(analysis_);
    }
    return builder_.finish();
  }

 private:
  text::Analyzer analyzer_;
  text::Analysis analysis_;
  SketchBuilder builder_;
};

constexpr unsigned kSeed = 20240611;
constexpr std::size_t kLong = 1500;

const std::string kHead =
    "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\n\nSố: 12/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nSông Lam, ngày 3 tháng 6 năm 2020\n\n";

Words first(Words words, std::size_t count) {
  words.resize(std::min(words.size(), count));
  return words;
}

std::string wrapped(const Words& words, const std::string& page_end) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += words[i] + (i % 12 == 11 ? ",\n" : " ");
    if (i % 300 == 299) text += page_end;
  }
  return text;
}

// One syllable in `every` mistyped.
std::string mistyped(Words words, std::size_t every) {
  for (std::size_t i = 0; i < words.size(); i += every) words[i] += 'x';
  return joined(words);
}

struct Treatment {
  const char* name;
  std::function<std::string(const Words&)> treat;
  bool is_copy;
};

class TreatmentTest : public testing::TestWithParam<Treatment> {};

TEST_P(TreatmentTest, CopyOrNot) {
  Sketcher sketch;
  for (unsigned seed = kSeed; seed < kSeed + 20; ++seed) {
    RandomText random(seed);
    const Words words = random.syllables(kLong);
    const Sketch a = sketch(joined(words));
    const Sketch b = sketch(GetParam().treat(words));
    EXPECT_EQ(is_copy(a, b), GetParam().is_copy) << seed << ": " << similarity(a, b);
    EXPECT_EQ(is_copy(b, a), GetParam().is_copy) << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, TreatmentTest,
    testing::Values(
        Treatment{"the_same", [](const Words& words) { return joined(words); }, true},
        Treatment{"without_marks",
                  [](const Words& words) { return fold(joined(words), Marks::kDrop); }, true},
        Treatment{"with_a_head", [](const Words& words) { return kHead + joined(words); }, true},
        Treatment{
            "without_its_beginning",
            [](const Words& words) { return joined(Words(words.begin() + 100, words.end())); },
            true},
        Treatment{"wrapped_with_page_numbers",
                  [](const Words& words) { return wrapped(words, "\n7\nCÔNG BÁO/Số 01 + 02\n"); },
                  true},
        Treatment{"first_four_fifths",
                  [](const Words& words) { return joined(first(words, kLong * 4 / 5)); }, true},
        Treatment{"one_word_in_fifty_mistyped",
                  [](const Words& words) { return mistyped(words, 50); }, true},
        Treatment{"one_word_in_five_mistyped",
                  [](const Words& words) { return mistyped(words, 5); }, false},
        Treatment{"first_third", [](const Words& words) { return joined(first(words, kLong / 3)); },
                  false},
        Treatment{"part_of_a_larger_one",
                  [](const Words& words) {
                    return joined(words) + " " + joined(RandomText(1).syllables(kLong * 2));
                  },
                  false},
        Treatment{"its_words_in_another_order",
                  [](Words words) {
                    std::ranges::sort(words);
                    return joined(words);
                  },
                  false},
        Treatment{"another", [](const Words&) { return joined(RandomText(2).syllables(kLong)); },
                  false}),
    [](const auto& row) { return std::string(row.param.name); });

struct ShortRow {
  const char* name;
  const char* first;
  const char* second;
  bool is_copy;
};

class ShortTextTest : public testing::TestWithParam<ShortRow> {};

TEST_P(ShortTextTest, OnlyTheSameIsACopy) {
  Sketcher sketch;
  const Sketch a = sketch(GetParam().first);
  const Sketch b = sketch(GetParam().second);
  EXPECT_EQ(is_copy(a, b), GetParam().is_copy);
  EXPECT_EQ(is_copy(b, a), GetParam().is_copy);
  EXPECT_EQ(band_keys(a) == band_keys(b) && !a.empty(), GetParam().is_copy);
}

INSTANTIATE_TEST_SUITE_P(
    All, ShortTextTest,
    testing::Values(
        ShortRow{"same", "Về việc bổ nhiệm ông Nguyễn Văn A", "Về việc bổ nhiệm ông Nguyễn Văn A",
                 true},
        ShortRow{"marks_and_case", "Về việc bổ nhiệm ông A", "VE VIEC BO NHIEM ONG A.", true},
        ShortRow{"another_person", "về việc bổ nhiệm ông Nguyễn Văn An",
                 "về việc bổ nhiệm ông Nguyễn Văn Bình", false},
        ShortRow{"another_year", "Giao chỉ tiêu kế hoạch biên chế công chức năm 2021",
                 "Giao chỉ tiêu kế hoạch biên chế công chức năm 2022", false},
        ShortRow{"another_order", "thu hồi đất và giao đất", "giao đất và thu hồi đất", false},
        ShortRow{"one_word_more", "thu hồi đất", "thu hồi đất ở", false},
        ShortRow{"repeated", "đất đất đất đất", "đất đất đất đất đất", false},
        ShortRow{"one_token", "đất", "đất", true},
        ShortRow{"one_other_token", "đất", "nước", false},
        ShortRow{"two_tokens", "đất ở", "đất ở", true},
        ShortRow{"two_tokens_turned", "đất ở", "ở đất", false},
        ShortRow{"nothing_is_known_of_empty_texts", "", "", false},
        ShortRow{"nor_of_punctuation", "…", "--", false}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(SketchTest, AShortTextIsNoCopyOfALongOne) {
  Sketcher sketch;
  const Words words = RandomText(kSeed).syllables(kShortText + kShingleTokens);
  EXPECT_FALSE(is_copy(sketch(joined(words)), sketch(joined(first(words, kShortText)))));
}

TEST(SketchTest, IdentityAndSymmetry) {
  Sketcher sketch;
  RandomText random(kSeed);
  std::vector<Sketch> sketches{Sketch{}};
  for (int i = 0; i < 40; ++i)
    sketches.push_back(sketch(joined(random.syllables(random.below(300)))));
  for (const Sketch& a : sketches) {
    EXPECT_EQ(similarity(a, a), 1);
    EXPECT_EQ(is_copy(a, a), !a.empty());
    for (const Sketch& b : sketches) {
      EXPECT_EQ(similarity(a, b), similarity(b, a));
      EXPECT_EQ(is_copy(a, b), is_copy(b, a));
      EXPECT_GE(similarity(a, b), 0);
      EXPECT_LE(similarity(a, b), 1);
    }
  }
}

TEST(SketchTest, PiecesMakeTheSketchOfTheWhole) {
  Sketcher sketch;
  RandomText random(kSeed);
  for (int round = 0; round < 50; ++round) {
    const Words words = random.syllables(random.below(200));
    const std::size_t cut = random.below(words.size() + 1);
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(cut);
    EXPECT_EQ(sketch.pieces({joined({words.begin(), middle}), "", joined({middle, words.end()})}),
              sketch(joined(words)));
  }
}

// Ids of words differ from run to run, and a full vocabulary begins anew.
TEST(SketchTest, WhatWasReadBeforeDoesNotShow) {
  const std::string text = joined(RandomText(kSeed).syllables(300));
  Sketcher fresh;
  const Sketch want = fresh(text);
  Sketcher used;
  for (std::size_t word = 0; word <= text::Vocabulary::kMaxWords; word += 1000) {
    std::string words;
    for (std::size_t i = word; i < word + 1000; ++i) words += "w" + std::to_string(i) + " ";
    used(words);
    if (word % 50000 == 0) {
      EXPECT_EQ(used(text), want) << word;
    }
  }
  EXPECT_EQ(used(text), want);
}

std::set<std::string> shingles(const Words& words) {
  std::set<std::string> made;
  for (std::size_t i = kShingleTokens; i <= words.size(); ++i) {
    made.insert(fold(joined({words.begin() + static_cast<std::ptrdiff_t>(i - kShingleTokens),
                             words.begin() + static_cast<std::ptrdiff_t>(i)}),
                     Marks::kDrop));
  }
  return made;
}

TEST(SketchTest, SimilarityIsTheShareOfShingles) {
  Sketcher sketch;
  RandomText random(kSeed);
  constexpr int kRounds = 200;
  constexpr double kFourErrors = 4 * 0.053;
  double sum = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Words first_words = random.syllables(400);
    Words second_words = first_words;
    for (std::size_t i = random.below(400); i > 0; --i) {
      second_words[random.below(400)] = random.syllables(1)[0];
    }
    const std::set<std::string> a = shingles(first_words);
    const std::set<std::string> b = shingles(second_words);
    const auto common = static_cast<double>(
        std::ranges::count_if(a, [&](const std::string& shingle) { return b.contains(shingle); }));
    const double exact = common / (static_cast<double>(a.size() + b.size()) - common);
    const double error =
        similarity(sketch(joined(first_words)), sketch(joined(second_words))) - exact;
    EXPECT_LE(std::abs(error), kFourErrors) << exact;
    sum += error;
  }
  EXPECT_LE(std::abs(sum / kRounds), 0.01);  // it errs to neither side
}

TEST(BandTest, CopiesShareAKeyAndOthersHardlyEver) {
  Sketcher sketch;
  RandomText random(kSeed);
  constexpr int kRounds = 200;
  int found = 0;
  int mistaken = 0;
  const auto share = [](const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::ranges::find_first_of(a, b) != a.end();
  };
  for (int round = 0; round < kRounds; ++round) {
    const Words words = random.syllables(kLong);
    const auto keys = band_keys(sketch(joined(words)));
    found += share(keys, band_keys(sketch(joined(first(words, kLong * 4 / 5))))) ? 1 : 0;
    mistaken += share(keys, band_keys(sketch(joined(random.syllables(kLong))))) ? 1 : 0;
    EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), kSketchBands);
  }
  EXPECT_GE(found, kRounds * 98 / 100);
  EXPECT_LE(mistaken, kRounds * 2 / 100);
  EXPECT_TRUE(band_keys(Sketch{}).empty());
}

std::string hex(const std::string& bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    text += kDigits[static_cast<unsigned char>(byte) >> 4];
    text += kDigits[static_cast<unsigned char>(byte) & 15];
  }
  return text;
}

// The bytes are on disk: another value here means another format version of the index.
TEST(EncodingTest, BytesAreThoseOfTheFormat) {
  Sketcher sketch;
  const Sketch made = sketch("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015");
  EXPECT_EQ(hex(encode(made)).substr(0, 32), "0000000d62875cbbe87321ddbb9c6235");
  EXPECT_EQ(band_keys(made), (Words{"Mr5ne8h1"}));
  const Sketch longer = sketch(joined(RandomText(kSeed).syllables(500)));
  EXPECT_EQ(hex(encode(longer)).substr(0, 32), "000001f27527e76653528eab5a442e2f");
  EXPECT_EQ(first(band_keys(longer), 2), (Words{"Abp485mt", "Bfbqtpb1"}));
}

TEST(EncodingTest, DecodingGivesTheSketchBack) {
  Sketcher sketch;
  RandomText random(kSeed);
  for (int round = 0; round < 50; ++round) {
    const Sketch made = sketch(joined(random.syllables(1 + random.below(500))));
    const std::string bytes = encode(made);
    EXPECT_LE(bytes.size(), 100u);
    EXPECT_EQ(decode_sketch(bytes), made);
    EXPECT_EQ(decode_sketch(bytes + "x"), std::nullopt);
    EXPECT_EQ(decode_sketch(bytes.substr(1)), std::nullopt);
  }
  EXPECT_EQ(encode(Sketch{}), "");
  EXPECT_EQ(decode_sketch(""), std::nullopt);
  EXPECT_EQ(decode_sketch(std::string(100, '\0')), std::nullopt);
}

TEST(HostileTest, TenMegabytesOfOneWord) {
  Sketcher sketch;
  std::string text;
  while (text.size() < 10000000) text += "đất ";
  const Sketch a = sketch(text);
  EXPECT_TRUE(is_copy(a, sketch(text.substr(0, text.size() - 7))));
  EXPECT_FALSE(is_copy(a, sketch(text.substr(0, text.size() / 2)))) << "half as long";
}

TEST(HostileTest, AnyBytes) {
  Sketcher sketch;
  RandomText random(kSeed);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (std::size_t i = random.below(300); i > 0; --i)
      text += static_cast<char>(random.below(256));
    const Sketch made = sketch(text);
    EXPECT_EQ(decode_sketch(encode(made)).value_or(Sketch{}), made);
    EXPECT_LE(band_keys(made).size(), kSketchBands);
  }
}

}  // namespace
}  // namespace tracuu
