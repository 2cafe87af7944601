// The options of tracuu-server, and the settings they make with the file they name.

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "core/program/program.h"
#include "searcher/server/settings.h"

namespace tracuu {

struct ServerOptions {
  std::filesystem::path index;
  Settings settings;
  std::filesystem::path verify_audit;  // the log to look at
  std::string new_key;                 // the name of a key to be made
  std::string key_groups;
  std::size_t key_rate = 60;
  std::optional<std::string> help;
};

// Throws kBadOption, kOptionMissing, kOptionUnknown, kValueMissing, and as read_settings() does.
ServerOptions read_server_options(const Program& program);

}  // namespace tracuu
