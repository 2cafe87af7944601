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
#include "indexer/config/config.h"

namespace tracuu {
namespace {

constexpr Bilingual kDescription{
    "Lập chỉ mục văn bản: tệp và thư mục (PDF, Word, Excel, PowerPoint, OpenDocument, RTF, HTML, "
    "JSON, .txt…).",
    "Indexes documents: files and folders (PDF, Word, Excel, PowerPoint, OpenDocument, RTF, HTML, "
    "JSON, .txt …)."};
constexpr Bilingual kIndex{"thư mục chỉ mục; được tạo nếu chưa có",
                           "the index directory; made when it is absent"};
constexpr Bilingual kConfig{"đọc nguồn và thiết đặt từ tệp TOML (mẫu: share/tracuu/index.toml)",
                            "read sources and settings from a TOML file (see "
                            "share/tracuu/index.toml)"};
constexpr Bilingual kPathsOrConfig{"không dùng PATH cùng với --config", "no PATH beside --config"};
constexpr Bilingual kPaths{"tệp và thư mục cần đọc", "files and folders to read"};
constexpr Bilingual kDeleteMissing{
    "xóa khỏi chỉ mục văn bản thuộc các đường dẫn này mà nay không còn",
    "delete documents below these paths that are there no more"};
constexpr Bilingual kAllowSecret{
    "nhận cả văn bản có dấu Mật, Tối mật, Tuyệt mật (mặc định: từ chối)",
    "take documents that are marked secret as well (default: refuse them)"};
constexpr Bilingual kRebuild{
    "lập lại từ đầu bên cạnh chỉ mục đang dùng, rồi thay thế; chỉ gồm các đường dẫn này",
    "build anew beside the index in use, then replace it; of these paths alone"};
constexpr Bilingual kKeep{"số chỉ mục cũ được giữ để --rollback, 0 … 16 (mặc định 1)",
                          "earlier indexes kept for --rollback, 0 … 16 (default 1)"};
constexpr Bilingual kMaxDelete{
    "không xóa gì khi quá bấy nhiêu phần trăm văn bản biến mất (mặc định 50; 100: xóa hết)",
    "delete nothing when more than this share of documents is gone (default 50; 100: delete all)"};
constexpr Bilingual kRetryFailed{"đọc lại cả những tệp lần trước bị lỗi dù chúng không thay đổi",
                                 "read files that failed before, though they have not changed"};
constexpr Bilingual kSettle{
    "tệp được ghi trong vòng bấy nhiêu giây thì để lần chạy sau (mặc định 0)",
    "files written to within this many seconds wait for the next run (default 0)"};
constexpr Bilingual kWait{"đợi chương trình khác đang ghi chỉ mục, tối đa bấy nhiêu giây",
                          "wait for another program that writes to the index, seconds at most"};
constexpr Bilingual kDryRun{"chỉ cho biết sẽ làm gì, không ghi",
                            "say what would be done, write nothing"};
constexpr Bilingual kIdFrom{
    "mã văn bản lấy từ đâu (mặc định: trường id của bản ghi JSON, đường dẫn của tệp khác)",
    "where ids come from (default: the id field of JSON records, the path of other files)"};
constexpr Bilingual kAccess{
    "nhóm được xem các văn bản này (lặp lại được, hoặc cách nhau bằng dấu phẩy); '*' mọi người, "
    "'!' chỉ người quản trị",
    "a group that may see these documents (repeatable, or between commas); '*' everyone, '!' "
    "administrators only"};
constexpr Bilingual kDefaultAccess{
    "ai được xem văn bản mà không quy tắc nào nói đến; chỉ mục nhớ điều này",
    "who may see documents that no rule is about; the index remembers it"};
constexpr Bilingual kUpdateAccess{
    "chỉ áp dụng lại quy tắc ai được xem cho các đường dẫn này, không đọc văn bản",
    "only apply the rules of who may see what to these paths, read no document"};
constexpr Bilingual kJson{"in báo cáo dạng JSON", "print the report as JSON"};
constexpr Bilingual kJobs{"số luồng khi lập chỉ mục lần đầu (mặc định: số lõi của máy)",
                          "threads of a first build (default: the machine's cores)"};
constexpr Bilingual kReport{"liệt kê văn bản có chất lượng chữ thấp trong chỉ mục, không đọc tệp",
                            "list documents of the index whose text reads badly, read no files"};
constexpr Bilingual kStats{"cho biết chỉ mục có gì và lớn chừng nào",
                           "say what the index holds and how large it is"};
constexpr Bilingual kCheck{"kiểm tra toàn bộ chỉ mục (trạng thái thoát 2: bị hỏng)",
                           "check the whole index (exit status 2: it is damaged)"};
constexpr Bilingual kRepair{
    "lập lại chỉ mục từ văn bản lưu trong đó, không cần tệp gốc; nhận cả định dạng cũ",
    "build the index anew from the documents in it, without their files; takes older formats"};
constexpr Bilingual kBackup{"sao lưu chỉ mục vào một tệp (tar.zst), vẫn tra cứu được trong khi đó",
                            "back the index up to one file (tar.zst), while it is searched"};
constexpr Bilingual kRestore{"khôi phục chỉ mục từ bản sao lưu", "restore the index from a backup"};
constexpr Bilingual kUpdateMetadata{
    "sửa thông tin của văn bản theo tệp JSON Lines (mã và các trường cần sửa), không đọc tệp gốc",
    "change fields of documents by a JSON Lines file (id and fields), without reading their files"};
constexpr Bilingual kCompact{"nén chỉ mục: bỏ chỗ trống do thay đổi để lại",
                             "compact the index: drop the room that changes left in it"};
constexpr Bilingual kRollBack{"quay lại chỉ mục trước lần --rebuild gần nhất",
                              "go back to the index before the last --rebuild"};
constexpr Bilingual kOneAction{"chỉ một việc mỗi lần chạy", "one action a run"};
constexpr Bilingual kLimit{"ngưỡng của --report, tỷ lệ âm tiết đúng (mặc định 0.8)",
                           "the limit of --report, a share of valid syllables (default 0.8)"};
constexpr Bilingual kQuiet{"không hiện tiến độ", "show no progress"};
constexpr Bilingual kLogLevel{"mức nhật ký: debug, info, warn, error, off (mặc định info)",
                              "level of the log: debug, info, warn, error, off (default info)"};
constexpr Bilingual kFooter{
    "Trạng thái thoát: 0 xong; 2 không làm được, hay --check thấy chỉ mục hỏng; 3 xong nhưng có "
    "tệp\n"
    "lỗi, văn bản mất, hay quá nhiều văn bản biến mất nên không xóa; 130 đã dừng theo yêu cầu\n"
    "(Ctrl-C: dừng ở lần ghi tới; lần nữa: dừng ngay).\n"
    "Ví dụ: tracuu-index --index /srv/chi-muc /srv/van-ban",
    "Exit status: 0 done; 2 failed, or --check found damage; 3 done, with files that failed,\n"
    "documents that were lost, or too many gone to delete them; 130 stopped as asked (Ctrl-C: at\n"
    "the next commit; once more: at once).\n"
    "Example: tracuu-index --index /srv/index /srv/documents"};
constexpr Bilingual kNoPaths{"ít nhất một tệp hay thư mục", "at least one file or folder"};

constexpr std::size_t kMaxJobs = 64;
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

// Settings of the file, with what the command line says beside it. A source whose root is not there
// is left out: nothing is known of it, and nothing of it deleted. A rebuild cannot do without.
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
    std::error_code error;
    if (!std::filesystem::exists(source.root, error)) {
      if (index.rebuild) throw Error(ErrorCode::kPathMissing, {source.root});
      options.absent_sources.push_back(source.name + " (" + source.root + ")");
      continue;
    }
    index.paths.push_back(source.root);
    index.patterns.push_back(source.patterns);
  }
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
  std::vector<std::string> access;
  std::vector<std::string> default_access;
  std::array actions{NamedAction{"--report", Action::kReport, kReport},
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
  if (options.index.paths.empty() && options.absent_sources.empty() &&
      options.action == Action::kIndex) {
    throw required("PATH", kNoPaths);
  }
  options.index.index = index;
  if (!id_from.empty()) options.index.id_from = id_from_option(id_from);
  options.index.access = access_option("--access", access);
  if (!default_access.empty()) {
    options.index.default_access = access_option("--default-access", default_access);
  }
  if (options.index.access_only && options.index.rebuild) {
    throw Error(ErrorCode::kBadOption,
                {"--update-access", "--rebuild", std::string(kOneAction.in(program.language))});
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
