#include <cstdio>

#include <spdlog/spdlog.h>

#include "core/program/terminal.h"
#include "core/text/visible.h"
#include "indexer/command/commands.h"
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

}  // namespace

int index_command(const CommandOptions& options, Language language) {
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
  for (const std::string& source : options.absent_sources) {
    spdlog::warn("source is not there, its documents stay: {}",
                 text::visible(source, text::Lines::kJoin));
  }
  catch_stop_signals();
  listener.is_stopped = is_stop_asked;
  IndexOptions index = options.index;
  index.reader = input::find_worker_program();
  check_reader(index.reader);
  const IndexReport report = run_indexer(index, listener);
  display.clear();
  const std::string text = options.json ? to_json(report) + "\n" : to_text(report, language);
  std::fputs(text.c_str(), stdout);
  if (report.stopped) return kExitStopped;
  const bool is_complete =
      report.failures == 0 && report.not_deleted == 0 && options.absent_sources.empty();
  return is_complete ? kExitFound : kExitDoneWithFailures;
}

}  // namespace tracuu
