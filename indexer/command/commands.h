// What tracuu-index does, a function for each action: it prints its report to standard output and
// returns the exit status (core/program/program.h). Each throws what its library function throws.

#pragma once

#include "core/base/language.h"
#include "indexer/command/options.h"

namespace tracuu {

int index_command(const CommandOptions& options, Language language);
int watch_command(const CommandOptions& options, Language language);
int report_command(const CommandOptions& options, Language language);
int stats_command(const CommandOptions& options, Language language);
int check_command(const CommandOptions& options, Language language);
int repair_command(const CommandOptions& options, Language language);
int backup_command(const CommandOptions& options, Language language);
int restore_command(const CommandOptions& options, Language language);
int update_metadata_command(const CommandOptions& options, Language language);
int compact_command(const CommandOptions& options, Language language);
int roll_back_command(const CommandOptions& options, Language language);

}  // namespace tracuu
