#include "indexer/command/shown_run.h"

#include <cstdio>

#include <spdlog/spdlog.h>

#include "core/base/error.h"
#include "core/program/terminal.h"
#include "core/text/visible.h"
#include "indexer/command/sources.h"
#include "indexer/command/stop_signal.h"
#include "indexer/indexer.h"
#include "indexer/progress.h"
#include "indexer/worker/worker_process.h"

namespace tracuu {
namespace {

// Says once what stands between this run and its files, and goes on.
void check_reader(const std::filesystem::path& reader) {
  input::WorkerProcess worker(reader);
  if (!worker.start()) {
    spdlog::warn("tracuu-extract cannot be run: only text files are read");
    return;
  }
  for (const std::string& missing : worker.missing()) {
    spdlog::warn("reading of files is not protected by {}: the system does not offer it", missing);
  }
}

// A rebuild cannot do without a source: it would be built of the others alone.
bool take_sources(const std::vector<ConfigSource>& sources, IndexOptions& index, bool is_whole) {
  PresentSources present = present_sources(sources);
  if (index.rebuild && !present.absent.empty()) {
    throw Error(ErrorCode::kPathMissing, {present.absent.front().root});
  }
  for (const ConfigSource& source : present.absent) {
    spdlog::log(is_whole ? spdlog::level::warn : spdlog::level::debug,
                "source is not there, its documents stay: {}",
                text::visible(source.name + " (" + source.root + ")", text::Lines::kJoin));
  }
  index.paths = std::move(present.paths);
  index.patterns = std::move(present.patterns);
  return !present.absent.empty();
}

}  // namespace

ShownRun run_shown(const CommandOptions& options, Language language,
                   const std::vector<std::string>& only) {
  IndexOptions index = options.index;
  ShownRun run;
  if (!options.sources.empty()) {
    run.has_absent_sources = take_sources(options.sources, index, only.empty());
  }
  ProgressDisplay display(language, is_terminal(Stream::kError), terminal_width(Stream::kError));
  IndexListener listener;
  if (!options.quiet) {
    listener.on_progress = [&](const IndexProgress& progress) { display.show(progress); };
  }
  listener.on_skip = [&](const input::Skip& skip) {
    if (!input::is_failure(skip.reason)) return;
    display.clear();
    spdlog::warn("skipped: {}",
                 text::visible(input::skip_sentence(skip, Language::kEnglish), text::Lines::kJoin));
  };
  listener.is_stopped = is_stop_asked;
  index.only = only;
  index.reader = input::find_worker_program();
  check_reader(index.reader);
  run.report = run_indexer(index, listener);
  display.clear();
  return run;
}

void print_report(const IndexReport& report, const CommandOptions& options, Language language) {
  const std::string text = options.json ? to_json(report) + "\n" : to_text(report, language);
  std::fputs(text.c_str(), stdout);
  std::fflush(stdout);
}

}  // namespace tracuu
