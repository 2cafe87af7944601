#include "indexer/access_rules.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace tracuu {
namespace {

namespace fs = std::filesystem;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// The text of the file; nothing when it cannot be read whole.
std::optional<std::string> read_small(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text(kMaxAccessFileBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad() || !in.eof()) return std::nullopt;
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

}  // namespace

std::vector<std::string> names_in_access_file(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::string_view line = trimmed(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    if (!line.empty() && line.front() != '#') names.emplace_back(line);
  }
  return names;
}

AccessRules::AccessRules(const std::vector<FolderAccess>& folders) {
  for (const FolderAccess& rule : folders) rules_[rule.folder] = rule.access;
}

std::optional<Access> AccessRules::of(const std::string& file) {
  if (const auto rule = rules_.find(file); rule != rules_.end()) return rule->second;
  return nearest(fs::path(file).parent_path().string());
}

// What the folder or the nearest one above it says.
std::optional<Access> AccessRules::nearest(const std::string& folder) {
  if (const auto known = known_.find(folder); known != known_.end()) return known->second;
  std::optional<Access> said = said_in(folder);
  const std::string parent = fs::path(folder).parent_path().string();
  if (!said && parent != folder && !folder.empty()) said = nearest(parent);
  known_.emplace(folder, said);
  return said;
}

std::optional<Access> AccessRules::said_in(const std::string& folder) {
  const fs::path file = fs::path(folder) / kAccessFile;
  std::error_code error;
  const fs::file_status status = fs::symlink_status(file, error);
  if (fs::exists(status) || (error && error != std::errc::no_such_file_or_directory &&
                             error != std::errc::not_a_directory)) {
    const std::optional<std::string> text = read_small(file);
    const std::vector<std::string> names = names_in_access_file(text.value_or(""));
    // No name at all is not "everyone": whoever made the file meant to say something.
    const std::optional<Access> access = names.empty() ? std::nullopt : access_of(names);
    if (!access) problems_.push_back(file.string());
    return access.value_or(Access{Access::Kind::kAdministrators});
  }
  const auto rule = rules_.find(folder);
  return rule == rules_.end() ? std::nullopt : std::optional(rule->second);
}

}  // namespace tracuu
