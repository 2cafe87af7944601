// What is counted while indexing, and what is read back from the file.

#include "core/index/syllable_model.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/index/syllable_counts.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

SyllableCounts counts_of(const std::vector<std::string>& texts) {
  const text::Analyzer analyzer;
  text::Analysis analysis;
  SyllableCounts counts;
  for (const std::string& text : texts) {
    analyzer.analyze(text, analysis);
    counts.add(analysis);
  }
  return counts;
}

class SyllableModelTest : public testing::Test {
 protected:
  SyllableModel write(const SyllableCounts& counts) {
    std::filesystem::create_directories(generation());
    counts.write(file());
    return SyllableModel(generation());
  }
  std::string generation() const { return folder_.path("gen-0001"); }
  std::filesystem::path file() const {
    return std::filesystem::path(generation()) / SyllableModel::kFileName;
  }

  input::TempFolder folder_;
};

TEST_F(SyllableModelTest, KnowsFormsAndPairs) {
  const SyllableModel model = write(counts_of(
      {"Nghị quyết của nghị viện. Nghị quyết, quyệt", "kỹ thuật kĩ 749/QĐ-TTg nghị quyết"}));
  const SyllableModel::Range forms = model.forms_of("quyet");
  ASSERT_EQ(forms.size(), 2u);
  EXPECT_EQ(model.toned(forms.begin), "quyết");
  EXPECT_EQ(model.count(forms.begin), 3u);
  EXPECT_EQ(model.toned(static_cast<SyllableModel::Id>(forms.begin + 1)), "quyệt");
  const auto nghi = model.find("nghị", "nghi");
  ASSERT_TRUE(nghi);
  EXPECT_EQ(model.count(*nghi), 4u);
  EXPECT_NEAR(model.pair_count(*nghi, forms.begin), 3, 0.15);
  EXPECT_EQ(model.pair_count(forms.begin, *nghi), 0);
  EXPECT_GT(model.pair_log_probability(*nghi, forms.begin),
            model.pair_log_probability(forms.begin, *nghi));
  EXPECT_EQ(model.forms_of("ki").size(), 2u) << "kỹ and kĩ are keyed alike";
  EXPECT_EQ(model.forms_of("749").size(), 0u) << "numbers are no words";
  EXPECT_FALSE(model.find("nghĩ", "nghi"));
  EXPECT_EQ(model.forms_of("").size(), 0u);
}

TEST_F(SyllableModelTest, PairsDoNotCrossPunctuation) {
  const SyllableModel model = write(counts_of({"phòng, chống"}));
  EXPECT_EQ(model.pair_count(*model.find("phòng", "phong"), *model.find("chống", "chong")), 0);
}

TEST_F(SyllableModelTest, MergingIsCountingTogether) {
  SyllableCounts both = counts_of({"chuyển đổi số"});
  both.merge(counts_of({"chuyển đổi", "số hóa"}));
  const SyllableModel model = write(both);
  EXPECT_EQ(model.pair_count(*model.find("chuyển", "chuyen"), *model.find("đổi", "doi")), 2);
  EXPECT_EQ(model.pair_count(*model.find("số", "so"), *model.find("hóa", "hoa")), 1);
}

TEST_F(SyllableModelTest, AModelReadBackCountsOn) {
  std::vector<std::string> texts(100, "chuyển đổi số");
  SyllableCounts next = counts_of({"chuyển đổi chuyển giao"});
  next.merge(write(counts_of(texts)));
  const SyllableModel model = write(next);
  const auto chuyen = model.find("chuyển", "chuyen");
  EXPECT_EQ(model.count(*chuyen), 102u);
  EXPECT_NEAR(model.pair_count(*chuyen, *model.find("đổi", "doi")), 101, 8);
  EXPECT_EQ(model.pair_count(*chuyen, *model.find("giao", "giao")), 1);
}

TEST_F(SyllableModelTest, ProbabilitiesOfAllThatFollowsSumToAboutOne) {
  const SyllableModel model = write(counts_of({"a b a c a b d a a b c d"}));
  for (std::size_t first = 0; first < model.form_count(); ++first) {
    double sum = 0;
    for (std::size_t second = 0; second < model.form_count(); ++second) {
      sum += std::exp(model.pair_log_probability(static_cast<SyllableModel::Id>(first),
                                                 static_cast<SyllableModel::Id>(second)));
    }
    EXPECT_NEAR(sum, 1, 0.1) << model.toned(static_cast<SyllableModel::Id>(first));
  }
}

// A search goes on without a model: whatever stands in the file is a model or none, never a crash.
TEST_F(SyllableModelTest, ADamagedFileIsNoModel) {
  write(counts_of({"nghị quyết chuyển đổi số"}));
  std::ifstream in(file(), std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(in)), {});
  ASSERT_FALSE(SyllableModel(generation()).empty());
  const auto put = [&](const std::string& bytes) {
    std::ofstream(file(), std::ios::binary | std::ios::trunc) << bytes;
  };
  for (std::size_t length = 0; length < whole.size(); ++length) {
    put(whole.substr(0, length));
    EXPECT_TRUE(SyllableModel(generation()).empty()) << length;
  }
  put(whole + "x");
  EXPECT_TRUE(SyllableModel(generation()).empty());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string bytes = whole;
    bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
    put(bytes);
    const SyllableModel model(generation());
    for (const char* toneless : {"nghi", "quyet", "so"}) {
      const SyllableModel::Range forms = model.forms_of(toneless);
      for (SyllableModel::Id id = forms.begin; id < forms.end; ++id) {
        model.for_each_after(id, [&](SyllableModel::Id second, double) { model.toned(second); });
      }
    }
  }
  EXPECT_TRUE(SyllableModel(folder_.path("nowhere")).empty());
}

}  // namespace
}  // namespace tracuu
