// The configuration of tracuu-index: what an office indexes every night, in one TOML file.
//
//   index = "/srv/chi-muc"
//   delete_missing = true
//
//   [[source]]
//   name = "văn bản đến"
//   root = "/srv/van-ban/den"
//   exclude = ["nháp/*"]
//   access = ["văn thư"]
//
// Everything it may say is in data/index.toml. What it may not is an error that names the key and
// the line; so is a value of another kind.

#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/document/access.h"
#include "indexer/indexer.h"

namespace tracuu {

// An hour finds what nobody reports, as changes that another machine makes to a share.
inline constexpr std::chrono::minutes kCompareEvery{60};

struct ConfigSource {
  std::string name;
  std::string root;
  input::PathPatterns patterns;
  std::optional<Access> access{};                      // who may see what says nothing itself
  std::chrono::minutes compare_every = kCompareEvery;  // by --watch, whatever was reported
};

struct Config {
  IndexOptions index;  // without paths
  std::vector<ConfigSource> sources;
};

// Reads the file. Throws kPathMissing, kPathUnreadable, kBadConfig.
Config read_config(const std::filesystem::path& file);

}  // namespace tracuu
