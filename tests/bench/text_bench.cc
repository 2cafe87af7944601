// Speed of text analysis, beside ICU's NFC over the same text in the same run.
//
//   analyze      Analyzer::analyze over the whole sample, the vocabulary warm
//   analyze/N    the same over its first N MiB: the time a byte must not grow with N
//   quality      text_quality over the whole sample
//   repair       repair_document over the whole sample: clean text, copied as it is
//   icu_nfc      icu::Normalizer2 (NFC) over the same bytes, UTF-8 in and out
//
// The text is the file named by TRACUU_BENCH_TEXT, otherwise the sample collection. Each operation
// checks its own result. Run with --benchmark_repetitions=10 and quote the medians:
//
//   xz -dc ../shared/corpora/legal_vlc_laws.jsonl.xz > /tmp/laws.jsonl
//   TRACUU_BENCH_TEXT=/tmp/laws.jsonl build/release/tests/text_bench --benchmark_repetitions=10

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <benchmark/benchmark.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "core/text/analyzer.h"
#include "core/text/legacy/quality.h"
#include "core/text/legacy/repair.h"

namespace {

constexpr std::size_t kMostBytes = 32u << 20;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::string& sample_text() {
  static const std::string text = [] {
    std::string all;
    if (const char* file = std::getenv("TRACUU_BENCH_TEXT")) {
      all = read_file(file).substr(0, kMostBytes);
    } else {
      for (const auto& entry :
           std::filesystem::recursive_directory_iterator(TRACUU_TEST_DATA "/../data/sample")) {
        if (entry.is_regular_file()) all += read_file(entry.path());
      }
    }
    return all;
  }();
  return text;
}

void BM_Analyze(benchmark::State& state) {
  const std::string& text = sample_text();
  const tracuu::text::Analyzer analyzer;
  tracuu::text::Analysis analysis;
  analyzer.analyze(text, analysis);
  const std::size_t tokens = analysis.tokens.size();
  for (auto _ : state) {
    analyzer.analyze(text, analysis);
    if (analysis.tokens.size() != tokens) state.SkipWithError("another number of tokens");
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
  state.counters["tokens"] = static_cast<double>(tokens);
}

void BM_AnalyzePrefix(benchmark::State& state) {
  const std::string_view text =
      std::string_view(sample_text()).substr(0, static_cast<std::size_t>(state.range(0)) << 20);
  const tracuu::text::Analyzer analyzer;
  tracuu::text::Analysis analysis;
  for (auto _ : state) {
    analyzer.analyze(text, analysis);
    if (analysis.tokens.empty()) state.SkipWithError("no tokens");
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

void BM_Quality(benchmark::State& state) {
  const std::string& text = sample_text();
  for (auto _ : state) {
    const tracuu::text::TextQuality quality = tracuu::text::text_quality(text);
    if (quality.tokens == 0) state.SkipWithError("no tokens");
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

void BM_Repair(benchmark::State& state) {
  const std::string& text = sample_text();
  for (auto _ : state) {
    const tracuu::text::RepairedText repaired = tracuu::text::repair_document(text);
    if (repaired.text.size() != text.size()) state.SkipWithError("clean text was changed");
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

void BM_IcuNfc(benchmark::State& state) {
  const std::string& text = sample_text();
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  for (auto _ : state) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
    nfc->normalizeUTF8(0, text, sink, nullptr, status);
    if (U_FAILURE(status) || out.empty()) state.SkipWithError("ICU failed");
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

BENCHMARK(BM_Analyze)->Name("analyze")->Unit(benchmark::kMillisecond);
BENCHMARK(BM_AnalyzePrefix)
    ->Name("analyze")
    ->Arg(1)
    ->Arg(2)
    ->Arg(4)
    ->Arg(8)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Quality)->Name("quality")->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Repair)->Name("repair")->Unit(benchmark::kMillisecond);
BENCHMARK(BM_IcuNfc)->Name("icu_nfc")->Unit(benchmark::kMillisecond);

}  // namespace
