// tracuu-index: files in, an index out. See --help.

#include <cstdio>

#include <spdlog/spdlog.h>

#include "core/program/program.h"
#include "indexer/command/commands.h"

namespace tracuu {
namespace {

int run(const Program& program) {
  const CommandOptions options = read_options(program);
  if (options.help) {
    std::fputs(options.help->c_str(), stdout);
    return kExitFound;
  }
  spdlog::set_level(options.log_level);
  switch (options.action) {
    case Action::kIndex:
      return index_command(options, program.language);
    case Action::kWatch:
      return watch_command(options, program.language);
    case Action::kReport:
      return report_command(options, program.language);
    case Action::kStats:
      return stats_command(options, program.language);
    case Action::kCheck:
      return check_command(options, program.language);
    case Action::kRepair:
      return repair_command(options, program.language);
    case Action::kBackup:
      return backup_command(options, program.language);
    case Action::kRestore:
      return restore_command(options, program.language);
    case Action::kUpdateMetadata:
      return update_metadata_command(options, program.language);
    case Action::kCompact:
      return compact_command(options, program.language);
    case Action::kRollBack:
      return roll_back_command(options, program.language);
  }
  return kExitFailed;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  return tracuu::run_program(argc, argv, tracuu::run);
}
