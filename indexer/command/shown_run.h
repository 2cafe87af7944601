// An indexing run that people follow: its progress on the terminal, its failures in the log.

#pragma once

#include "core/base/language.h"
#include "indexer/command/options.h"
#include "indexer/report.h"

namespace tracuu {

// Reads the files of the options, or of those of its sources that are there; of them what is at or
// below `only`, where that is not empty. REQUIRES: catch_stop_signals() was called. Throws as
// run_indexer() does.
struct ShownRun {
  IndexReport report;
  bool has_absent_sources = false;
};
ShownRun run_shown(const CommandOptions& options, Language language,
                   const std::vector<std::string>& only = {});

// Prints the report to standard output, at once.
void print_report(const IndexReport& report, const CommandOptions& options, Language language);

}  // namespace tracuu
