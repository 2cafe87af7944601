#include "searcher/server/settings.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/document/access.h"
#include "searcher/dictionary/data_folder.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxMilliseconds = 600'000;
constexpr std::size_t kMaxConnections = 60'000;
constexpr std::size_t kMaxQueue = 100'000;
constexpr std::size_t kMaxPort = 65535;
constexpr std::size_t kMaxKeepDays = 36'500;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::size_t number(const std::string& name, std::string_view value, std::size_t most) {
  std::size_t result = 0;
  const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), result);
  if (problem != std::errc() || end != value.data() + value.size() || result > most) {
    throw Error(ErrorCode::kBadOption, {name, std::string(value), "0 … " + std::to_string(most)});
  }
  return result;
}

bool flag(const std::string& name, std::string_view value) {
  if (value == "yes") return true;
  if (value == "no") return false;
  throw Error(ErrorCode::kBadOption, {name, std::string(value), "yes, no"});
}

// An origin goes into headers and policies as it is.
std::string origin(const std::string& name, std::string_view value) {
  const bool is_web = value.starts_with("https://") || value.starts_with("http://");
  const bool is_plain = value.find_first_of(" ;,'\"<>\\") == std::string_view::npos;
  if (is_web && is_plain && !value.ends_with('/')) return std::string(value);
  throw Error(ErrorCode::kBadOption, {name, std::string(value), "https://host[:port]"});
}

// The name of a header, as HTTP allows it.
std::string header_name(const std::string& name, const std::string& value) {
  const bool is_name = !value.empty() && std::ranges::all_of(value, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!is_name) throw Error(ErrorCode::kBadOption, {name, value, "X-Remote-User"});
  return value;
}

// An absolute folder, without slashes at its end.
std::string folder(const std::string& name, std::string_view value) {
  while (value.size() > 1 && value.ends_with('/')) value.remove_suffix(1);
  const bool is_folder =
      value.size() > 1 && value.front() == '/' && value.find("/../") == std::string_view::npos;
  if (is_folder) return std::string(value);
  throw Error(ErrorCode::kBadOption, {name, std::string(value), "/srv/van-ban"});
}

// «/srv/van-ban -> \\may-chu\van-ban».
Share share(const std::string& name, std::string_view value) {
  constexpr std::string_view kArrow = "->";
  constexpr const char* kForm = "/srv/van-ban -> \\\\may-chu\\van-ban, https://kho.vn/vb";
  const std::size_t arrow = value.find(kArrow);
  if (arrow == std::string_view::npos) {
    throw Error(ErrorCode::kBadOption, {name, std::string(value), kForm});
  }
  Share result{folder(name, trimmed(value.substr(0, arrow))),
               std::string(trimmed(value.substr(arrow + kArrow.size())))};
  while (result.address.ends_with('/') || result.address.ends_with('\\')) result.address.pop_back();
  if (is_share_address(result.address)) return result;
  throw Error(ErrorCode::kBadOption, {name, std::string(value), kForm});
}

std::string group(const std::string& name, const std::string& value) {
  if (const std::optional<std::string> known = group_name(value)) return *known;
  throw Error(ErrorCode::kBadOption, {name, value, "GROUP"});
}

// Takes what says who asks. Returns whether it was that.
bool set_identity(const std::string& name, const std::string& value, Settings& settings) {
  if (name == "identity_user_header") {
    settings.identity_user_header = header_name(name, value);
  } else if (name == "identity_groups_header") {
    settings.identity_groups_header = header_name(name, value);
  } else if (name == "trusted_proxy") {
    settings.trusted_proxies.push_back(value);
  } else if (name == "administrators_group") {
    settings.administrators_group = group(name, value);
  } else if (name == "admin_group") {
    settings.admin_group = group(name, value);
  } else if (name == "api_keys") {
    settings.api_keys = value;
  } else if (name == "audit_log") {
    settings.audit_log = value;
  } else if (name == "audit_anonymous") {
    settings.audit_anonymous = flag(name, value);
  } else if (name == "audit_keep_days") {
    settings.audit_keep_days = static_cast<unsigned>(number(name, value, kMaxKeepDays));
  } else {
    return false;
  }
  return true;
}

void set(const std::string& name, const std::string& value, Settings& settings) {
  if (name == "listen") return set_listen(value, settings);
  if (set_identity(name, value, settings)) return;
  if (name == "workers") {
    settings.workers = number(name, value, kMaxWorkers);
  } else if (name == "connections") {
    settings.connections = static_cast<unsigned>(number(name, value, kMaxConnections));
  } else if (name == "queue") {
    settings.queue = number(name, value, kMaxQueue);
  } else if (name == "idle_seconds") {
    settings.idle = std::chrono::seconds(number(name, value, kMaxMilliseconds));
  } else if (name == "grace_ms") {
    settings.grace = std::chrono::milliseconds(number(name, value, kMaxMilliseconds));
  } else if (name == "time_limit_ms") {
    settings.time_limit = std::chrono::milliseconds(number(name, value, kMaxMilliseconds));
  } else if (name == "slow_ms") {
    settings.slow = std::chrono::milliseconds(number(name, value, kMaxMilliseconds));
  } else if (name == "access_log") {
    settings.access_log = flag(name, value);
  } else if (name == "page") {
    settings.page = value;
  } else if (name == "data") {
    settings.data = value;
  } else if (name == "ranking") {
    settings.ranking = value;
  } else if (name == "site_name_vi") {
    settings.site_name_vi = value;
  } else if (name == "site_name_en") {
    settings.site_name_en = value;
  } else if (name == "language") {
    const std::optional<Language> language = language_from_name(value);
    if (!language) throw Error(ErrorCode::kBadOption, {name, value, "vi, en"});
    settings.language = *language;
  } else if (name == "base_url") {
    settings.base_url = origin(name, value);
  } else if (name == "file_root") {
    settings.file_roots.emplace_back(folder(name, value));
  } else if (name == "saved_searches") {
    settings.saved_searches = value;
  } else if (name == "share") {
    settings.shares.push_back(share(name, value));
  } else if (name == "cors_origin") {
    settings.cors_origins.push_back(origin(name, value));
  } else if (name == "frame_ancestor") {
    settings.frame_ancestors.push_back(origin(name, value));
  } else {
    throw Error(ErrorCode::kOptionUnknown, {name});
  }
}

}  // namespace

std::filesystem::path data_folder(const Settings& settings) {
  return settings.data.empty() ? default_data_folder() : settings.data;
}

void set_listen(const std::string& value, Settings& settings) {
  const std::size_t colon = value.rfind(':');
  const bool is_port_alone = colon == std::string::npos;
  const std::string port = is_port_alone ? value : value.substr(colon + 1);
  settings.port = static_cast<std::uint16_t>(number("listen", port, kMaxPort));
  if (is_port_alone) return;
  std::string address = value.substr(0, colon);
  if (address.starts_with('[') && address.ends_with(']')) {
    address = address.substr(1, address.size() - 2);
  }
  if (!address.empty()) settings.address = std::move(address);
}

void read_settings(const std::filesystem::path& file, Settings& settings) {
  std::ifstream in(file);
  if (!in) throw Error(ErrorCode::kPathMissing, {file.string()});
  std::string line;
  while (std::getline(in, line)) {
    const std::string_view text = trimmed(line);
    if (text.empty() || text.front() == '#') continue;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) {
      throw Error(ErrorCode::kBadOption, {file.string(), std::string(text), "name = value"});
    }
    set(std::string(trimmed(text.substr(0, equals))), std::string(trimmed(text.substr(equals + 1))),
        settings);
  }
  if (in.bad()) throw Error(ErrorCode::kPathUnreadable, {file.string(), "read error"});
}

}  // namespace tracuu
