#include "indexer/command/options.h"

#include <array>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/document/access.h"
#include "core/program/options.h"
#include "indexer/command/option_texts.h"
#include "indexer/config/config.h"

namespace tracuu {
namespace {

using namespace option_texts;

constexpr std::size_t kMaxJobs = 64;
constexpr std::size_t kMaxFileMib = std::size_t{1} << 20;
constexpr std::size_t kMaxMinutes = 10080;  // a week
constexpr std::size_t kMaxWait = 86400;

input::IdFrom id_from_option(const std::string& value) {
  if (value.empty()) return input::IdFrom::kDefault;
  if (value == "path") return input::IdFrom::kPath;
  if (value == "field") return input::IdFrom::kField;
  throw Error(ErrorCode::kBadOption, {"--id-from", value, "path, field"});
}

// Names may come one by one or between commas; without any nothing is said.
std::optional<Access> access_option(const char* option, const std::vector<std::string>& values) {
  std::vector<std::string> names;
  for (const std::string& value : values) {
    for (std::string& name : split_names(value)) names.push_back(std::move(name));
  }
  if (values.empty()) return std::nullopt;
  std::optional<Access> access = access_of(names);
  if (access && !names.empty()) return access;
  throw Error(ErrorCode::kBadOption, {option, values.front(), "*, !, GROUP[,GROUP…]"});
}

spdlog::level::level_enum log_level_option(const std::string& value) {
  for (const auto& [name, level] :
       {std::pair("debug", spdlog::level::debug), std::pair("info", spdlog::level::info),
        std::pair("warn", spdlog::level::warn), std::pair("error", spdlog::level::err),
        std::pair("off", spdlog::level::off)}) {
    if (value == name) return level;
  }
  throw Error(ErrorCode::kBadOption, {"--log-level", value, "debug, info, warn, error, off"});
}

double share_option(const std::string& name, const std::string& value) {
  double share = 0;
  const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), share);
  const bool is_number = failed == std::errc() && end == value.data() + value.size();
  if (!is_number || !(share >= 0 && share <= 1)) {
    throw Error(ErrorCode::kBadOption, {name, value, "0 … 1"});
  }
  return share;
}

// Settings of the file, with what the command line says beside it.
void add_config(const Config& config, CommandOptions& options) {
  const IndexOptions given = std::move(options.index);
  IndexOptions& index = options.index;
  index = config.index;
  index.id_from = given.id_from;
  index.dry_run = given.dry_run;
  index.rebuild = given.rebuild;
  index.access_only = given.access_only;
  index.retry_failed = given.retry_failed;
  index.delete_missing = index.delete_missing || given.delete_missing;
  index.allow_secret = index.allow_secret || given.allow_secret;
  for (const ConfigSource& source : config.sources) {
    if (source.access) index.folder_access.push_back({source.root, *source.access});
  }
  options.sources = config.sources;
}

struct NamedAction {
  const char* option;
  Action action;
  const Bilingual& help;
  bool is_given = false;
  std::string file{};
};

bool takes_file(Action action) {
  return action == Action::kBackup || action == Action::kRestore ||
         action == Action::kUpdateMetadata;
}

}  // namespace

CommandOptions read_options(const Program& program) {
  CommandOptions options;
  std::string index;
  std::string config;
  std::string id_from;
  std::string jobs;
  std::string quality_limit;
  std::string keep;
  std::string max_delete;
  std::string log_level;
  std::string settle;
  std::string wait;
  std::string max_file;
  std::string compare_minutes;
  input::PathPatterns patterns;
  std::vector<std::string> access;
  std::vector<std::string> default_access;
  std::array actions{NamedAction{"--watch", Action::kWatch, kWatch},
                     NamedAction{"--report", Action::kReport, kReport},
                     NamedAction{"--stats", Action::kStats, kStats},
                     NamedAction{"--check", Action::kCheck, kCheck},
                     NamedAction{"--repair", Action::kRepair, kRepair},
                     NamedAction{"--compact", Action::kCompact, kCompact},
                     NamedAction{"--rollback", Action::kRollBack, kRollBack},
                     NamedAction{"--update-metadata", Action::kUpdateMetadata, kUpdateMetadata},
                     NamedAction{"--backup", Action::kBackup, kBackup},
                     NamedAction{"--restore", Action::kRestore, kRestore}};
  OptionParser parser(program, kDescription,
                      "tracuu-index --index DIR [--delete-missing] PATH… | --config FILE");
  parser.value("--index", index, "DIR", kIndex);
  parser.value("--config", config, "FILE", kConfig);
  parser.values("--include", patterns.include, "PATTERN", kInclude);
  parser.values("--exclude", patterns.exclude, "PATTERN", kExclude);
  parser.value("--max-file", max_file, "MIB", kMaxFile);
  parser.flag("--delete-missing", options.index.delete_missing, kDeleteMissing);
  parser.value("--max-delete", max_delete, "PERCENT", kMaxDelete);
  parser.flag("--retry-failed", options.index.retry_failed, kRetryFailed);
  parser.value("--settle", settle, "SECONDS", kSettle);
  parser.flag("--rebuild", options.index.rebuild, kRebuild);
  parser.value("--keep", keep, "N", kKeep);
  parser.value("--wait", wait, "SECONDS", kWait);
  parser.flag("--allow-secret", options.index.allow_secret, kAllowSecret);
  parser.values("--access", access, "GROUP", kAccess);
  parser.values("--default-access", default_access, "GROUP", kDefaultAccess);
  parser.flag("--update-access", options.index.access_only, kUpdateAccess);
  parser.flag("--dry-run", options.index.dry_run, kDryRun);
  parser.value("--id-from", id_from, "path|field", kIdFrom);
  parser.value("--compare-minutes", compare_minutes, "N", kCompare);
  for (NamedAction& named : actions) {
    if (takes_file(named.action)) {
      parser.value(named.option, named.file, "FILE", named.help);
    } else {
      parser.flag(named.option, named.is_given, named.help);
    }
  }
  parser.value("--quality-limit", quality_limit, "SHARE", kLimit);
  parser.flag("--json", options.json, kJson);
  parser.value("-j,--jobs", jobs, "N", kJobs);
  parser.value("--log-level", log_level, "LEVEL", kLogLevel);
  parser.flag("-q,--quiet", options.quiet, kQuiet);
  parser.positionals("PATH", options.index.paths, kPaths);
  parser.footer(kFooter);
  options.help = parser.parse();
  if (options.help) return options;
  const auto required = [&](const char* option, const Bilingual& what) {
    return Error(ErrorCode::kOptionMissing, {option, std::string(what.in(program.language))});
  };
  const char* earlier = nullptr;
  for (const NamedAction& named : actions) {
    if (!named.is_given && named.file.empty()) continue;
    if (earlier != nullptr) {
      throw Error(ErrorCode::kBadOption,
                  {named.option, earlier, std::string(kOneAction.in(program.language))});
    }
    options.action = named.action;
    options.file = named.file;
    earlier = named.option;
  }
  if (!config.empty()) {
    if (!options.index.paths.empty()) {
      throw Error(ErrorCode::kBadOption, {"--config", options.index.paths.front(),
                                          std::string(kPathsOrConfig.in(program.language))});
    }
    add_config(read_config(config), options);
    if (index.empty()) index = options.index.index.string();
  }
  if (index.empty()) throw required("--index", kIndex);
  const bool reads_files = options.action == Action::kIndex || options.action == Action::kWatch;
  if (options.index.paths.empty() && options.sources.empty() && reads_files) {
    throw required("PATH", kNoPaths);
  }
  options.index.index = index;
  if (!id_from.empty()) options.index.id_from = id_from_option(id_from);
  options.index.access = access_option("--access", access);
  if (!default_access.empty()) {
    options.index.default_access = access_option("--default-access", default_access);
  }
  const auto refuse_both = [&](const char* first, const char* second) {
    throw Error(ErrorCode::kBadOption,
                {first, second, std::string(kOneAction.in(program.language))});
  };
  if (options.index.access_only && options.index.rebuild) {
    refuse_both("--update-access", "--rebuild");
  }
  if (options.action == Action::kWatch) {
    if (options.index.rebuild) refuse_both("--watch", "--rebuild");
    if (options.index.dry_run) refuse_both("--watch", "--dry-run");
    if (options.index.access_only) refuse_both("--watch", "--update-access");
  }
  if (!max_file.empty()) {
    patterns.max_bytes =
        static_cast<std::uint64_t>(number_option("--max-file", max_file, kMaxFileMib)) << 20;
  }
  const bool has_patterns =
      !patterns.include.empty() || !patterns.exclude.empty() || !max_file.empty();
  if (!options.sources.empty() && (has_patterns || !compare_minutes.empty())) {
    throw Error(ErrorCode::kBadOption, {"--config",
                                        "--include, --exclude, --max-file, "
                                        "--compare-minutes",
                                        std::string(kWithPaths.in(program.language))});
  }
  if (has_patterns) options.index.patterns.assign(options.index.paths.size(), patterns);
  if (!compare_minutes.empty()) {
    const std::size_t minutes = number_option("--compare-minutes", compare_minutes, kMaxMinutes);
    options.compare_every = std::chrono::minutes(std::max<std::size_t>(minutes, 1));
  }
  if (!quality_limit.empty()) {
    options.quality_limit = share_option("--quality-limit", quality_limit);
  }
  if (!jobs.empty()) {
    options.index.threads = static_cast<unsigned>(number_option("--jobs", jobs, kMaxJobs));
  }
  if (!log_level.empty()) options.log_level = log_level_option(log_level);
  if (!keep.empty()) {
    options.index.keep = number_option("--keep", keep, IndexDirectory::kMaxKept);
  }
  if (!max_delete.empty()) {
    options.index.max_delete =
        static_cast<unsigned>(number_option("--max-delete", max_delete, 100));
  }
  if (!settle.empty()) {
    options.index.settle = std::chrono::seconds(number_option("--settle", settle, kMaxWait));
  }
  if (!wait.empty()) {
    options.index.patience = std::chrono::seconds(number_option("--wait", wait, kMaxWait));
  }
  return options;
}

}  // namespace tracuu
