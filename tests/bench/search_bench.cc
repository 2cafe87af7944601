// search_bench: how fast, how large and how right the search engine is over N made-up documents.
// See --help; the operations are listed in tests/bench/search/operations.h.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "core/base/error.h"
#include "core/program/options.h"
#include "core/program/program.h"
#include "tests/bench/search/report.h"
#include "tests/bench/search/run.h"

namespace tracuu {
namespace {

constexpr Bilingual kDescription{
    "Đo công cụ tìm kiếm trên một bộ văn bản sinh ra: tốc độ, dung lượng, và câu trả lời có đúng.",
    "Measures the search engine over a generated collection: speed, size, and right answers."};
constexpr Bilingual kDocuments{"số văn bản, nhiều nhất 1000000 (mặc định 10000)",
                               "documents, at most 1000000 (default 10000)"};
constexpr Bilingual kSeed{"hạt giống của bộ văn bản (mặc định 1)",
                          "the seed of the collection (default 1)"};
constexpr Bilingual kQueries{"số truy vấn mỗi phép đo (mặc định 500)",
                             "queries of each operation (default 500)"};
constexpr Bilingual kKeep{"giữ chỉ mục trong thư mục này; đã có sẵn thì dùng lại",
                          "keep the index in this folder; one that is there is used"};
constexpr Bilingual kGrowth{"đo 10000, 100000, … đến số văn bản, in bảng tăng trưởng",
                            "measure 10000, 100000, … up to the documents; print a growth table"};
constexpr Bilingual kFit{"chỉ so tần suất của bộ văn bản với văn bản thật",
                         "only compare the collection's frequencies with real documents"};
constexpr Bilingual kJson{"in mỗi lần đo một dòng JSON", "print a line of JSON for each run"};
constexpr Bilingual kIndexer{"chương trình tracuu-index", "the program tracuu-index"};
constexpr Bilingual kFooter{
    "Trạng thái thoát: 0 mọi câu trả lời đúng, 1 có câu sai, 2 không đo được.",
    "Exit status: 0 all answers right, 1 wrong ones, 2 failed."};

constexpr std::size_t kMostDocuments = 1'000'000;
constexpr std::size_t kMostQueries = 100'000;
constexpr std::size_t kMostSeed = 1'000'000'000;
constexpr std::uint64_t kGrowthStart = 10'000;
constexpr std::uint64_t kGrowthFactor = 10;

struct Options {
  bench::RunOptions run;
  bool growth = false;
  bool fit = false;
  bool json = false;
  std::optional<std::string> help;
};

Options read_options(const Program& program) {
  Options options;
  std::string documents;
  std::string seed;
  std::string queries;
  std::string keep;
  std::string indexer = TRACUU_INDEX_PROGRAM;
  OptionParser parser(program, kDescription, "search_bench [--documents N] [--growth] [--json]");
  parser.value("--documents", documents, "N", kDocuments);
  parser.value("--seed", seed, "N", kSeed);
  parser.value("--queries", queries, "N", kQueries);
  parser.value("--keep", keep, "DIR", kKeep);
  parser.value("--indexer", indexer, "FILE", kIndexer);
  parser.flag("--growth", options.growth, kGrowth);
  parser.flag("--fit", options.fit, kFit);
  parser.flag("--json", options.json, kJson);
  parser.footer(kFooter);
  options.help = parser.parse();
  if (options.help) return options;
  const auto number = [](const char* name, const std::string& value, std::size_t most, auto& out) {
    if (!value.empty()) out = number_option(name, value, most);
  };
  number("--documents", documents, kMostDocuments, options.run.collection.documents);
  number("--seed", seed, kMostSeed, options.run.collection.seed);
  number("--queries", queries, kMostQueries, options.run.queries);
  options.run.indexer = indexer;
  options.run.keep = !keep.empty();
  options.run.folder = keep;
  return options;
}

// A folder of its own, gone at the end.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "search-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw Error(ErrorCode::kIo, {name, "cannot be made"});
    path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

void show(const std::string& text) {
  std::fputs(text.c_str(), stdout);
  std::fflush(stdout);
}

std::vector<std::uint64_t> sizes_of(const Options& options) {
  const std::uint64_t last = options.run.collection.documents;
  std::vector<std::uint64_t> sizes;
  for (std::uint64_t n = kGrowthStart; options.growth && n < last; n *= kGrowthFactor) {
    sizes.push_back(n);
  }
  sizes.push_back(last);
  return sizes;
}

void show_fit(const Options& options) {
  const bench::Fitted fitted = bench::read_fitted();
  const bench::Generator generator(options.run.collection);
  show(bench::fit_table(fitted,
                        bench::measure_frequencies(generator, generator.size(), fitted.syllables)));
}

int measure(Options options) {
  const ScratchFolder scratch;
  if (options.run.keep) {
    std::filesystem::create_directories(options.run.folder);
  } else {
    options.run.folder = scratch.path();
  }
  std::vector<bench::RunFigures> runs;
  bool sound = true;
  for (const std::uint64_t documents : sizes_of(options)) {
    options.run.collection.documents = documents;
    runs.push_back(bench::run(options.run));
    sound &= bench::is_sound(runs.back());
    show(options.json ? bench::to_json(runs.back()) + "\n"
                      : bench::to_markdown(runs.back()) + "\n");
  }
  if (options.growth && !options.json) show(bench::growth_table(runs));
  return sound ? kExitFound : kExitNothing;
}

int run(const Program& program) {
  const Options options = read_options(program);
  if (options.help) {
    show(*options.help);
    return kExitFound;
  }
  if (options.run.collection.documents == 0 || options.run.queries == 0) {
    throw Error(ErrorCode::kBadOption, {"--documents, --queries", "0", "1 …"});
  }
  if (options.fit) {
    show_fit(options);
    return kExitFound;
  }
  return measure(options);
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  return tracuu::run_program(argc, argv, tracuu::run);
}
