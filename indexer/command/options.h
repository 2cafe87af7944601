// The command line of tracuu-index as values.
//
//   tracuu-index --index /srv/idx /srv/van-ban     {.action = Action::kIndex, .index = {…}}
//   tracuu-index --index /srv/idx --report         {.action = Action::kReport}
//
//   tracuu-index --config /etc/tracuu/index.toml    {.index = {.index = …, .paths = {…}}}
//
// One run does one thing: two actions in one command line are refused.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <spdlog/common.h>

#include "core/program/program.h"
#include "indexer/config/config.h"
#include "indexer/indexer.h"
#include "indexer/quality_report.h"

namespace tracuu {

enum class Action {
  kIndex,   // read files; what is meant where no other is named
  kWatch,   // the same, again and again as they change
  kReport,  // list what reads badly
  kStats,
  kCheck,
  kRepair,
  kBackup,
  kRestore,
  kUpdateMetadata,
  kCompact,
  kRollBack,
};

struct CommandOptions {
  Action action = Action::kIndex;
  IndexOptions index;
  std::vector<ConfigSource> sources;  // of --config, instead of IndexOptions::paths
  std::chrono::minutes compare_every = kCompareEvery;  // of paths, by Action::kWatch
  std::string file;  // of Action::kBackup, kRestore, kUpdateMetadata
  bool json = false;
  bool quiet = false;
  spdlog::level::level_enum log_level = spdlog::level::info;
  double quality_limit = kPoorQuality;
  std::optional<std::string> help;  // to be printed instead of doing anything
};

// Throws kOptionUnknown, kValueMissing, kBadOption, kOptionMissing, and as read_config() does.
CommandOptions read_options(const Program& program);

}  // namespace tracuu
