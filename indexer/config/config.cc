#include "indexer/config/config.h"

#include <fstream>
#include <iterator>
#include <set>
#include <string_view>

// The one file that is compiled with it: without exceptions of its own, and without the parts that
// write TOML.
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "core/base/error.h"

namespace tracuu {
namespace {

constexpr std::uintmax_t kMaxConfigBytes = std::uintmax_t{1} << 20;
constexpr std::int64_t kMaxSeconds = 86400;
constexpr std::int64_t kMaxJobs = 64;
constexpr std::int64_t kMaxFileMib = std::int64_t{1} << 20;
constexpr std::int64_t kMaxMinutes = 10080;  // a week

constexpr Bilingual kSyntax{"dòng {1}: sai cú pháp TOML ({2})", "line {1}: no valid TOML ({2})"};
constexpr Bilingual kUnknown{"dòng {1}: không có mục '{2}'", "line {1}: there is no key '{2}'"};
constexpr Bilingual kKind{"dòng {1}: '{2}' phải là {3}", "line {1}: '{2}' must be {3}"};
constexpr Bilingual kMissing{"dòng {1}: thiếu '{2}'", "line {1}: '{2}' is missing"};
constexpr Bilingual kTwice{"dòng {1}: tên nguồn '{2}' đã dùng rồi",
                           "line {1}: the source name '{2}' is taken"};
constexpr Bilingual kTooLarge{"tệp quá lớn", "it is too large"};

// What a value must be, in signs that need no translation.
constexpr const char* kText = "\"…\"";
constexpr const char* kFlag = "true / false";
constexpr const char* kTexts = "[\"…\", …]";
constexpr const char* kAccess = "[\"*\"], [\"!\"], [\"GROUP\", …]";
constexpr const char* kTables = "[[source]]";

class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  Config read(const toml::table& root) {
    Config config;
    for (const auto& [key, value] : root) {
      if (key == "index") {
        config.index.index = text(key, value);
      } else if (key == "delete_missing") {
        config.index.delete_missing = flag(key, value);
      } else if (key == "default_access") {
        config.index.default_access = access(key, value);
      } else if (key == "allow_secret") {
        config.index.allow_secret = flag(key, value);
      } else if (key == "max_delete") {
        config.index.max_delete = static_cast<unsigned>(number(key, value, 100));
      } else if (key == "keep") {
        config.index.keep =
            static_cast<std::size_t>(number(key, value, std::int64_t{IndexDirectory::kMaxKept}));
      } else if (key == "settle_seconds") {
        config.index.settle = std::chrono::seconds(number(key, value, kMaxSeconds));
      } else if (key == "wait_seconds") {
        config.index.patience = std::chrono::seconds(number(key, value, kMaxSeconds));
      } else if (key == "jobs") {
        config.index.threads = static_cast<unsigned>(number(key, value, kMaxJobs));
      } else if (key == "source") {
        config.sources = sources(key, value);
      } else {
        throw error(kUnknown, value, {std::string(key.str())});
      }
    }
    if (config.sources.empty()) throw error(kMissing, root, {"[[source]]"});
    return config;
  }

  Error error(const Bilingual& what, const toml::node& at, std::vector<std::string> more) const {
    return error(what, at.source().begin.line, std::move(more));
  }

  Error error(const Bilingual& what, std::size_t line, std::vector<std::string> more) const {
    more.insert(more.begin(), {file_, std::to_string(line)});
    return Error(ErrorCode::kBadConfig, std::move(more), what);
  }

 private:
  std::vector<ConfigSource> sources(const toml::key& key, const toml::node& value) const {
    const toml::array* list = value.as_array();
    if (list == nullptr || !list->is_homogeneous(toml::node_type::table)) {
      throw error(kKind, value, {std::string(key.str()), kTables});
    }
    std::vector<ConfigSource> found;
    std::set<std::string> names;
    for (const toml::node& item : *list) {
      ConfigSource source = this->source(*item.as_table());
      if (!names.insert(source.name).second) throw error(kTwice, item, {source.name});
      found.push_back(std::move(source));
    }
    return found;
  }

  ConfigSource source(const toml::table& table) const {
    ConfigSource source;
    for (const auto& [key, value] : table) {
      if (key == "name") {
        source.name = text(key, value);
      } else if (key == "root") {
        source.root = text(key, value);
      } else if (key == "include") {
        source.patterns.include = texts(key, value);
      } else if (key == "exclude") {
        source.patterns.exclude = texts(key, value);
      } else if (key == "max_file_mib") {
        source.patterns.max_bytes = static_cast<std::uint64_t>(number(key, value, kMaxFileMib))
                                    << 20;
      } else if (key == "compare_minutes") {
        source.compare_every = std::chrono::minutes(number(key, value, kMaxMinutes, 1));
      } else if (key == "access") {
        source.access = access(key, value);
      } else {
        throw error(kUnknown, value, {"source." + std::string(key.str())});
      }
    }
    if (source.root.empty()) throw error(kMissing, table, {"source.root"});
    if (source.name.empty()) source.name = source.root;
    return source;
  }

  std::string text(const toml::key& key, const toml::node& value) const {
    const auto* text = value.as_string();
    if (text == nullptr || (*text)->empty() || (*text)->find('\0') != std::string::npos) {
      throw error(kKind, value, {std::string(key.str()), kText});
    }
    return **text;
  }

  std::vector<std::string> texts(const toml::key& key, const toml::node& value) const {
    const toml::array* list = value.as_array();
    if (list == nullptr) throw error(kKind, value, {std::string(key.str()), kTexts});
    std::vector<std::string> found;
    for (const toml::node& item : *list) found.push_back(text(key, item));
    return found;
  }

  // A mistake here must not publish anything: it ends the run.
  Access access(const toml::key& key, const toml::node& value) const {
    const std::vector<std::string> names = texts(key, value);
    const std::optional<Access> access = access_of(names);
    if (!access || names.empty()) throw error(kKind, value, {std::string(key.str()), kAccess});
    return *access;
  }

  bool flag(const toml::key& key, const toml::node& value) const {
    const auto* flag = value.as_boolean();
    if (flag == nullptr) throw error(kKind, value, {std::string(key.str()), kFlag});
    return **flag;
  }

  std::int64_t number(const toml::key& key, const toml::node& value, std::int64_t most,
                      std::int64_t least = 0) const {
    const auto* number = value.as_integer();
    if (number == nullptr || **number < least || **number > most) {
      throw error(kKind, value,
                  {std::string(key.str()), std::to_string(least) + " … " + std::to_string(most)});
    }
    return **number;
  }

  const std::string file_;
};

std::string bytes_of(const std::filesystem::path& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error == std::errc::no_such_file_or_directory) {
    throw Error(ErrorCode::kPathMissing, {file.string()});
  }
  if (error) throw Error(ErrorCode::kPathUnreadable, {file.string(), error.message()});
  if (size > kMaxConfigBytes) throw Error(ErrorCode::kBadConfig, {file.string()}, kTooLarge);
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Config read_config(const std::filesystem::path& file) {
  Reader reader(file.string());
  const toml::parse_result parsed = toml::parse(bytes_of(file));
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    throw reader.error(kSyntax, error.source().begin.line, {std::string(error.description())});
  }
  return reader.read(parsed.table());
}

}  // namespace tracuu
