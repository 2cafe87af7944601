// The command line of tracuu-index as values.
//
//   tracuu-index --index /srv/idx /srv/van-ban     {.action = Action::kIndex, .index = {…}}
//   tracuu-index --index /srv/idx --report         {.action = Action::kReport}
//
// One run does one thing: two actions in one command line are refused.

#pragma once

#include <optional>
#include <string>

#include "core/program/program.h"
#include "indexer/indexer.h"
#include "indexer/quality_report.h"

namespace tracuu {

enum class Action {
  kIndex,   // read files; what is meant where no other is named
  kReport,  // list what reads badly
  kStats,
  kCheck,
  kRepair,
  kBackup,
  kRestore,
  kCompact,
  kRollBack,
};

struct CommandOptions {
  Action action = Action::kIndex;
  IndexOptions index;
  std::string file;  // of Action::kBackup and kRestore
  bool json = false;
  bool quiet = false;
  double quality_limit = kQualityLimit;
  std::optional<std::string> help;  // to be printed instead of doing anything
};

// Throws kOptionUnknown, kValueMissing, kBadOption, kOptionMissing.
CommandOptions read_options(const Program& program);

}  // namespace tracuu
