#include "indexer/command/commands.h"
#include "indexer/command/shown_run.h"
#include "indexer/command/stop_signal.h"

namespace tracuu {

int index_command(const CommandOptions& options, Language language) {
  catch_stop_signals();
  const auto [report, has_absent_sources] = run_shown(options, language);
  print_report(report, options, language);
  if (report.stopped) return kExitStopped;
  const bool is_complete = report.failures == 0 && report.not_deleted == 0 && !has_absent_sources;
  return is_complete ? kExitFound : kExitDoneWithFailures;
}

}  // namespace tracuu
