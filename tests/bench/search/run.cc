#include "tests/bench/search/run.h"

#include <algorithm>
#include <chrono>
#include <fstream>

#include <spdlog/spdlog.h>

#include "core/base/error.h"
#include "tests/bench/search/operations.h"

namespace tracuu::bench {
namespace {

namespace fs = std::filesystem;

void write_collection(const Generator& generator, const fs::path& file, RunFigures& figures) {
  const auto begin = std::chrono::steady_clock::now();
  std::ofstream out(file, std::ios::binary);
  for (std::uint64_t i = 0; i < generator.size() && out; ++i) {
    out << to_json_line(generator.document(i)) << '\n';
  }
  out.close();
  if (!out) throw Error(ErrorCode::kIo, {file.string(), "cannot be written"});
  figures.generate_seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  figures.text_bytes = fs::file_size(file);
}

std::uint64_t bytes_below(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

void build_index(const RunOptions& options, const Generator& generator, const fs::path& index,
                 RunFigures& figures) {
  if (options.keep && fs::exists(index)) return;
  const fs::path file = options.folder / "collection.jsonl";
  write_collection(generator, file, figures);
  spdlog::info("wrote {} documents in {:.1f} s", generator.size(), figures.generate_seconds);
  figures.build = run_and_measure(
      {options.indexer.string(), "--quiet", "--index", index.string(), file.string()});
  fs::remove(file);
  spdlog::info("indexed them in {:.1f} s", figures.build.seconds);
}

OperationFigures measure_both(const fs::path& index, const Workload& work, RunFigures& figures) {
  OperationFigures result;
  result.name = work.operation.name;
  reset_peak();
  result.one_thread = measure(index, work.operation, work.queries, 1);
  figures.search_peak_bytes = std::max(figures.search_peak_bytes, peak_bytes());
  result.two_threads = measure(index, work.operation, work.queries, 2);
  result.sound =
      is_sound(work.operation, result.one_thread) && is_sound(work.operation, result.two_threads);
  spdlog::info("{}: p99 {:.2f} ms, {} found, {} wrong", result.name, result.one_thread.wall.p99,
               result.one_thread.found, result.one_thread.wrong);
  return result;
}

}  // namespace

RunFigures run(const RunOptions& options) {
  const Generator generator(options.collection);
  const fs::path index = options.folder / ("index-" + std::to_string(generator.size()) + "-" +
                                           std::to_string(generator.seed()));
  RunFigures figures;
  figures.documents = generator.size();
  build_index(options, generator, index, figures);
  figures.index_bytes = bytes_below(index);
  if (Searcher(index).size() != generator.size()) {
    throw Error(ErrorCode::kInternal, {"index the collection", "documents are missing"});
  }
  {
    const WorkloadContext context = make_context(generator, options.queries);
    for (const Workload& work : make_workloads(context, options.queries)) {
      figures.operations.push_back(measure_both(index, work, figures));
    }
  }
  if (!options.keep) fs::remove_all(index);
  return figures;
}

bool is_sound(const RunFigures& figures) {
  return std::ranges::all_of(figures.operations, &OperationFigures::sound);
}

}  // namespace tracuu::bench
