// Who asked what and opened which document, in lines that cannot be changed unnoticed.
//
//   DIR/audit-2026-11-29.jsonl
//   {"seq":7,"time":"2026-11-29T07:12:09Z","who":"an","client":"10.0.0.7","path":"/search",
//    "parameters":{"q":["mot cua"]},"status":200,"before":"9f2c…","hash":"77ab…"}
//
// Each line has the hash of the one before it and its own, over the line up to it (BLAKE2b of
// libsodium); the numbers go on from file to file and over restarts. So a line that is changed,
// taken out or put in breaks the chain. Lines cut from the end do not: verify_audit() tells number
// and hash of the last one, to be kept elsewhere. Who can write the files and knows this can write
// a chain anew: it proves what a copy of the last hash proves.
//
// A file is begun each day (UTC); those older than the days kept are removed. What a killed server
// left of a line is cut off, and the next line says so. An answer that cannot be noted is not given
// (kIo, kDiskFull).

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "searcher/server/http/request.h"

namespace tracuu {

// Bytes of a value that are noted.
inline constexpr std::size_t kMaxAuditedBytes = 2048;

struct AuditOptions {
  std::filesystem::path folder;
  unsigned keep_days = 0;  // 0: for ever
};

struct AuditedRequest {
  const http::Request& request;
  std::string who;  // empty: nobody said who he is
  int status = 0;
};

// Any thread; one process a folder.
class AuditLog {
 public:
  using Clock = std::function<std::chrono::system_clock::time_point()>;

  // Goes on where the last file ends. Throws kIo.
  explicit AuditLog(AuditOptions options, Clock clock = std::chrono::system_clock::now);
  ~AuditLog();
  AuditLog(const AuditLog&) = delete;
  AuditLog& operator=(const AuditLog&) = delete;

  // Writes a line. Throws kIo, kDiskFull.
  void note(const AuditedRequest& audited);

 private:
  void open_day(const std::string& day);
  void write_line(const std::string& members);
  void remove_old(const std::string& day);

  AuditOptions options_;
  Clock clock_;
  std::mutex mutex_;  // of what follows
  int descriptor_ = -1;
  std::string day_;
  std::uint64_t sequence_ = 0;
  std::string last_hash_;
};

struct AuditVerdict {
  std::uint64_t lines = 0;
  std::uint64_t first = 0;  // numbers of the first and last line
  std::uint64_t last = 0;
  std::string last_hash;
  std::string broken_at;  // "audit-2026-11-29.jsonl:12"; empty: the chain is whole
};

// Looks at every line of the folder's files, in their order. Throws kPathMissing, kPathUnreadable.
AuditVerdict verify_audit(const std::filesystem::path& folder);

}  // namespace tracuu
