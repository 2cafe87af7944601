#include "tests/bench/search/report.h"

#include <cstdarg>
#include <cstdio>
#include <fstream>

#include <nlohmann/json.hpp>

namespace tracuu::bench {
namespace {

constexpr double kMegabyte = 1e6;

__attribute__((format(printf, 1, 2))) std::string print(const char* format, ...) {
  char line[512];
  va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  return line;
}

double megabytes(std::uint64_t bytes) {
  return static_cast<double>(bytes) / kMegabyte;
}

double each(std::uint64_t bytes, std::uint64_t documents) {
  return static_cast<double>(bytes) / static_cast<double>(documents);
}

std::string operation_row(const OperationFigures& row) {
  const Measured& one = row.one_thread;
  std::string line = print("| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f | %.3f | %s |\n",
                           row.name.c_str(), one.wall.p50, one.wall.p95, one.wall.p99, one.cpu.p50,
                           one.cpu.p99, one.queries_per_second, row.two_threads.queries_per_second,
                           each(one.found, one.answers), row.sound ? "yes" : "**no**");
  return line;
}

nlohmann::ordered_json json_of(const Percentiles& times) {
  return {{"p50", times.p50}, {"p95", times.p95}, {"p99", times.p99}, {"max", times.most}};
}

nlohmann::ordered_json json_of(const OperationFigures& row) {
  const Measured& one = row.one_thread;
  return {{"operation", row.name},
          {"wall_ms", json_of(one.wall)},
          {"cpu_ms", json_of(one.cpu)},
          {"qps_1_thread", one.queries_per_second},
          {"qps_2_threads", row.two_threads.queries_per_second},
          {"answers", one.answers},
          {"found", one.found},
          {"wrong", one.wrong + row.two_threads.wrong},
          {"problems", one.problems},
          {"sound", row.sound}};
}

std::string processor() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "unknown";
}

const OperationFigures* find(const RunFigures& figures, std::string_view name) {
  for (const OperationFigures& row : figures.operations) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

std::string frequency_rows(const char* what, const Frequencies& real, const Frequencies& made) {
  std::string rows;
  for (std::size_t i = 0; i < real.ranks.size() && i < made.ranks.size(); ++i) {
    rows += print("| documents with the %s of rank %zu | %.4f | %.4f |\n", what, real.ranks[i].rank,
                  real.ranks[i].share, made.ranks[i].share);
  }
  rows += print("| occurrences of a %s a document that has it | %.2f | %.2f |\n", what, real.burst,
                made.burst);
  rows += print("| distinct %ss | %.0f | %.0f |\n", what, real.distinct, made.distinct);
  return rows;
}

}  // namespace

std::string to_markdown(const RunFigures& figures) {
  std::string text =
      print("## %llu documents\n\n", static_cast<unsigned long long>(figures.documents));
  text += print("Index: %.0f bytes a document; searching holds %.0f MB at most.\n",
                each(figures.index_bytes, figures.documents), megabytes(figures.search_peak_bytes));
  if (figures.build.seconds > 0) {
    text += print(
        "Built in %.1f s (%.1f s of processors) from %.0f MB, which took %.1f s to make;\n"
        "%.0f documents/s, %.0f MB at most.\n",
        figures.build.seconds, figures.build.cpu_seconds, megabytes(figures.text_bytes),
        figures.generate_seconds, static_cast<double>(figures.documents) / figures.build.seconds,
        megabytes(figures.build.peak_bytes));
  }
  text +=
      "\n| operation | p50 ms | p95 ms | p99 ms | cpu p50 | cpu p99 | QPS, 1 thread | 2 threads "
      "| found | right |\n|---|---|---|---|---|---|---|---|---|---|\n";
  for (const OperationFigures& row : figures.operations) text += operation_row(row);
  for (const OperationFigures& row : figures.operations) {
    for (const std::string& problem : row.one_thread.problems) {
      text += "\n" + row.name + ": " + problem + "\n";
    }
  }
  return text;
}

std::string growth_table(const std::vector<RunFigures>& runs) {
  constexpr const char* kShown[] = {"top10",  "top100", "without_marks",
                                    "facets", "phrase", "completion"};
  std::string text = "| documents | build s | build MB | bytes/document | search MB";
  std::string rule = "|---|---|---|---|---";
  for (const char* name : kShown) {
    text += print(" | %s p50 / p99 ms", name);
    rule += "|---";
  }
  text += " |\n" + rule + "|\n";
  for (const RunFigures& figures : runs) {
    text += print("| %llu | %.1f | %.0f | %.0f | %.0f",
                  static_cast<unsigned long long>(figures.documents), figures.build.seconds,
                  megabytes(figures.build.peak_bytes), each(figures.index_bytes, figures.documents),
                  megabytes(figures.search_peak_bytes));
    for (const char* name : kShown) {
      const OperationFigures* row = find(figures, name);
      const Percentiles times = row == nullptr ? Percentiles{} : row->one_thread.wall;
      text += print(" | %.2f / %.2f", times.p50, times.p99);
    }
    text += " |\n";
  }
  return text;
}

std::string fit_table(const Fitted& fitted, const CollectionFrequencies& made) {
  std::string text = "| | real documents | generated |\n|---|---|---|\n";
  text += frequency_rows("syllable", fitted.syllables, made.syllables);
  text += frequency_rows("pair", fitted.pairs, made.pairs);
  return text + print("| mean words of a body | 400 | %.0f |\n", made.mean_words);
}

std::string to_json(const RunFigures& figures) {
  nlohmann::ordered_json json{{"version", 1},
                              {"processor", processor()},
                              {"compiler", __VERSION__},
                              {"documents", figures.documents},
                              {"text_bytes", figures.text_bytes},
                              {"index_bytes", figures.index_bytes},
                              {"generate_seconds", figures.generate_seconds},
                              {"build_seconds", figures.build.seconds},
                              {"build_cpu_seconds", figures.build.cpu_seconds},
                              {"build_peak_bytes", figures.build.peak_bytes},
                              {"search_peak_bytes", figures.search_peak_bytes}};
  for (const OperationFigures& row : figures.operations) {
    json["operations"].push_back(json_of(row));
  }
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace tracuu::bench
