// Damaged files of every format, read as the indexer reads them: each gives documents or a reason.
//
// A file is cut off, has bits turned, a stretch of another file put in, a length field made huge,
// or an ending of another format. The seed is printed with every failure; TRACUU_BAD_FILES says how
// many files are tried (the test of label `long`: 2,000 and more).
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/utf8.h"
#include "indexer/source/source.h"
#include "indexer/worker/worker_pool.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu::input {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kUsualCount = 130;
constexpr unsigned kSeed = 20260401;

struct Sample {
  std::string ending;
  std::string bytes;
};

std::vector<Sample> samples() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(TRACUU_TEST_DATA) / "data/formats")) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Sample> all;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    all.push_back({file.extension().string(), {std::istreambuf_iterator<char>(in), {}}});
  }
  return all;
}

class Damage {
 public:
  Damage(std::mt19937& random, const std::vector<Sample>& all) : random_(random), all_(all) {}

  std::string apply(std::string bytes) {
    switch (below(5)) {
      case 0:
        bytes.resize(below(bytes.size()));
        break;
      case 1:
        for (std::size_t i = 1 + below(40); i > 0; --i) {
          char& byte = bytes[below(bytes.size())];
          byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1u << below(8)));
        }
        break;
      case 2: {
        const std::string& other = all_[below(all_.size())].bytes;
        const std::size_t at = below(bytes.size());
        const std::size_t from = below(other.size());
        bytes.replace(at, below(500), other, from, below(500));
        break;
      }
      case 3:
        for (std::size_t i = 1 + below(4); i > 0 && bytes.size() > 4; --i) {
          bytes.replace(below(bytes.size() - 4), 4, 4, below(2) == 0 ? '\xFF' : '\x7F');
        }
        break;
      default:
        bytes.erase(below(bytes.size()), below(300));
        break;
    }
    return bytes;
  }

  std::size_t below(std::size_t limit) {
    return limit == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

 private:
  std::mt19937& random_;
  const std::vector<Sample>& all_;
};

TEST(BadFilesTest, EveryFileGivesDocumentsOrAReason) {
  const char* const asked = std::getenv("TRACUU_BAD_FILES");
  const std::size_t count = asked ? std::stoul(asked) : kUsualCount;
  const char* const seed = std::getenv("TRACUU_TEST_SEED");
  std::mt19937 random(seed ? static_cast<unsigned>(std::stoul(seed)) : kSeed);
  const std::vector<Sample> all = samples();
  ASSERT_GE(all.size(), 10u);
  Damage damage(random, all);
  const TempFolder folder;
  for (std::size_t i = 0; i < count; ++i) {
    const Sample& sample = all[i % all.size()];
    const std::string& ending =
        damage.below(8) == 0 ? all[damage.below(all.size())].ending : sample.ending;
    folder.write("vb/" + std::to_string(i) + ending, damage.apply(sample.bytes));
  }

  WorkerPool pool(TRACUU_EXTRACT, 2);
  SourceOptions options;
  options.reader = &pool;
  Source source({folder.path("vb")}, options);
  std::size_t accounted = 0;
  std::size_t documents = 0;
  std::size_t crashed = 0;
  while (auto item = source.next()) {
    if (const auto* skip = std::get_if<Skip>(&item->result)) {
      accounted += skip->count;
      crashed += skip->reason == SkipReason::kCrashed ? 1 : 0;
      EXPECT_NE(skip->reason, SkipReason::kNoReader);
      continue;
    }
    const auto& document = std::get<Document>(item->result);
    EXPECT_EQ(text::count_malformed(document.body), 0u);
    ++accounted;
    ++documents;
  }
  // A container may give several; none may vanish.
  EXPECT_GE(accounted, count);
  EXPECT_GT(documents, count / 10);
  std::printf("%zu files: %zu documents, %zu crashes of the reader (seed %u)\n", count, documents,
              crashed, seed ? static_cast<unsigned>(std::stoul(seed)) : kSeed);
}

}  // namespace
}  // namespace tracuu::input
