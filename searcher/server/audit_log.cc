#include "searcher/server/audit_log.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fstream>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/text/utf8.h"
#include "core/text/visible.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view kPrefix = "audit-";
constexpr std::string_view kSuffix = ".jsonl";
constexpr std::string_view kHashMember = ",\"hash\":\"";
constexpr std::string_view kLineEnd = "\"}";
constexpr mode_t kMode = 0640;

std::string hash_of(std::string_view text) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  std::array<char, 2 * crypto_generichash_BYTES + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

std::string in_utc(std::chrono::system_clock::time_point time, const char* format) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), format, &parts);
  return text.data();
}

// The log's files, the oldest first.
std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(kPrefix) && name.ends_with(kSuffix)) files.push_back(entry->path());
  }
  if (error) throw Error(ErrorCode::kPathUnreadable, {folder.string(), error.message()});
  std::ranges::sort(files);
  return files;
}

// What a line says of the chain; nothing for a line that is none or has another hash than its own.
struct Link {
  std::uint64_t sequence = 0;
  std::string before;
  std::string hash;
};

std::optional<Link> read_link(const std::string& line) {
  const std::size_t at = line.rfind(kHashMember);
  if (at == std::string::npos || !line.ends_with(kLineEnd)) return std::nullopt;
  const std::string_view hash = std::string_view(line).substr(
      at + kHashMember.size(), line.size() - at - kHashMember.size() - kLineEnd.size());
  if (hash != hash_of(std::string_view(line).substr(0, at))) return std::nullopt;
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto sequence = json.find("seq");
  const auto before = json.find("before");
  if (sequence == json.end() || !sequence->is_number_unsigned()) return std::nullopt;
  if (before == json.end() || !before->is_string()) return std::nullopt;
  return Link{sequence->get<std::uint64_t>(), before->get<std::string>(), std::string(hash)};
}

std::string bounded(std::string_view text) {
  return std::string(
      text.substr(0, text::character_border(text, std::min(text.size(), kMaxAuditedBytes))));
}

}  // namespace

AuditLog::AuditLog(AuditOptions options, Clock clock)
    : options_(std::move(options)), clock_(std::move(clock)) {
  if (sodium_init() < 0) throw Error(ErrorCode::kInternal, {"start libsodium", "it refuses"});
  std::error_code error;
  fs::create_directories(options_.folder, error);
  if (error) throw Error(ErrorCode::kIo, {options_.folder.string(), error.message()});
  std::uintmax_t cut = 0;
  for (const fs::path& file : files_of(options_.folder)) {
    std::ifstream in(file, std::ios::binary);
    std::uintmax_t whole = 0;
    for (std::string line; std::getline(in, line) && !in.eof();) {
      whole += line.size() + 1;
      if (const auto link = read_link(line)) {
        sequence_ = link->sequence;
        last_hash_ = link->hash;
      }
    }
    in.close();
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || size <= whole) continue;
    cut += size - whole;
    fs::resize_file(file, whole, error);
    if (error) throw Error(ErrorCode::kIo, {file.string(), error.message()});
  }
  open_day(in_utc(clock_(), "%Y-%m-%d"));
  if (cut > 0) write_line(R"("event":"cut","bytes":)" + std::to_string(cut));
}

AuditLog::~AuditLog() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void AuditLog::open_day(const std::string& day) {
  if (day == day_) return;
  const fs::path file = options_.folder / (std::string(kPrefix) + day + std::string(kSuffix));
  const int opened = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, kMode);
  if (opened < 0) throw Error(ErrorCode::kIo, {file.string(), std::strerror(errno)});
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = opened;
  day_ = day;
  remove_old(day);
}

void AuditLog::remove_old(const std::string& day) {
  if (options_.keep_days == 0) return;
  const auto first = clock_() - std::chrono::hours(24) * options_.keep_days;
  const std::string kept = std::string(kPrefix) + in_utc(first, "%Y-%m-%d");
  const std::string today = std::string(kPrefix) + day;
  for (const fs::path& file : files_of(options_.folder)) {
    const std::string name = file.filename().string();
    if (name >= kept || name.starts_with(today)) continue;
    std::error_code error;
    fs::remove(file, error);
    if (error) throw Error(ErrorCode::kIo, {file.string(), error.message()});
  }
}

// Writes {"seq":…,"time":…,MEMBERS,"before":…,"hash":…}. REQUIRES: the mutex is held, or nobody
// else has this object yet.
void AuditLog::write_line(const std::string& members) {
  std::string line = R"({"seq":)" + std::to_string(sequence_ + 1) + R"(,"time":")" +
                     in_utc(clock_(), "%Y-%m-%dT%H:%M:%SZ") + "\"," + members + R"(,"before":")" +
                     last_hash_ + '"';
  std::string hash = hash_of(line);
  line.append(kHashMember).append(hash).append(kLineEnd) += '\n';
  const ssize_t written = ::write(descriptor_, line.data(), line.size());
  if (written != static_cast<ssize_t>(line.size())) {
    const int problem = written < 0 ? errno : ENOSPC;
    // A part of a line would be taken for a change of it.
    if (written > 0) {
      struct stat status {};
      if (::fstat(descriptor_, &status) != 0 ||
          ::ftruncate(descriptor_, status.st_size - written) != 0) {
        throw Error(ErrorCode::kIo, {options_.folder.string(), std::strerror(errno)});
      }
    }
    if (problem == ENOSPC || problem == EDQUOT) {
      throw Error(ErrorCode::kDiskFull, {options_.folder.string()});
    }
    throw Error(ErrorCode::kIo, {options_.folder.string(), std::strerror(problem)});
  }
  ++sequence_;
  last_hash_ = std::move(hash);
}

void AuditLog::note(const AuditedRequest& audited) {
  const http::Request& request = audited.request;
  Json parameters = Json::object();
  for (const http::Parameter& parameter : request.target.parameters) {
    parameters[bounded(parameter.name)].push_back(bounded(parameter.value));
  }
  const Json json = {{"who", bounded(audited.who)},
                     {"client", request.client},
                     {"path", bounded(request.path())},
                     {"parameters", std::move(parameters)},
                     {"status", audited.status}};
  std::string members = text::json_safe(json.dump(-1, ' ', false, Json::error_handler_t::replace));
  members = members.substr(1, members.size() - 2);
  const std::lock_guard lock(mutex_);
  open_day(in_utc(clock_(), "%Y-%m-%d"));
  write_line(members);
}

AuditVerdict verify_audit(const fs::path& folder) {
  if (sodium_init() < 0) throw Error(ErrorCode::kInternal, {"start libsodium", "it refuses"});
  if (!fs::is_directory(folder)) throw Error(ErrorCode::kPathMissing, {folder.string()});
  AuditVerdict verdict;
  for (const fs::path& file : files_of(folder)) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(ErrorCode::kPathUnreadable, {file.string(), std::strerror(errno)});
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      const std::optional<Link> link = read_link(line);
      // What came before the first line that is kept is gone with its file.
      const bool follows = link && !in.eof() &&
                           (verdict.lines == 0 || (link->sequence == verdict.last + 1 &&
                                                   link->before == verdict.last_hash));
      if (!follows) {
        verdict.broken_at = file.filename().string() + ":" + std::to_string(number);
        return verdict;
      }
      if (verdict.lines++ == 0) verdict.first = link->sequence;
      verdict.last = link->sequence;
      verdict.last_hash = link->hash;
    }
  }
  return verdict;
}

}  // namespace tracuu
