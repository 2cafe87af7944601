#include "core/index/verify.h"

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <sstream>
#include <string_view>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/index/database.h"
#include "core/index/packed_check.h"
#include "core/index/xapian_error.h"

namespace tracuu {
namespace {

// Beyond this many, one sentence more says nothing more.
constexpr std::size_t kMaxSentences = 100;

constexpr Bilingual kOtherCount{"có {1} văn bản thay vì {2}",
                                "it holds {1} documents instead of {2}"};

// Xapian's report says of each table "docdata table structure checked OK" or what is wrong.
bool is_good_news(const std::string& line) {
  return line.empty() || line.ends_with(':') || line.ends_with("checked OK") ||
         line.starts_with("Lazily created") || line.find("No errors found") != std::string::npos;
}

// In the process of its own: the sentences, a line each.
std::string check_tables(const std::filesystem::path& generation) {
  std::ostringstream report;
  std::string damage;
  try {
    const std::size_t errors = Xapian::Database::check(generation.string(), 0, &report);
    if (errors == 0) {
      for (const std::string& sentence :
           find_packed_damage(Xapian::Database(generation.string()))) {
        damage += sentence + '\n';
      }
      return damage;
    }
    std::istringstream lines(report.str());
    for (std::string line; std::getline(lines, line);) {
      if (!is_good_news(line)) damage += line + '\n';
    }
    return damage.empty() ? std::to_string(errors) + " errors\n" : damage;
  } catch (const Xapian::Error& error) {
    return error.get_msg() + '\n';
  }
}

Error process_error(const std::filesystem::path& generation) {
  return Error(ErrorCode::kIo, {generation.string(), std::strerror(errno)});
}

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_to_end(int descriptor) {
  std::string text;
  std::array<char, 4096> buffer{};
  while (true) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

// The work of the child. What it has inherited is given up first: the lock of a writer that is
// killed must not live on in it, nor it without the writer.
[[noreturn]] void check_as_child(const std::filesystem::path& generation, int out, pid_t parent) {
  constexpr int kKept = 3;
  if (out != kKept) ::dup2(out, kKept);
  ::close_range(kKept + 1, UINT_MAX, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() == parent) write_all(kKept, check_tables(generation));
  ::_exit(0);
}

}  // namespace

std::vector<std::string> find_damage(const std::filesystem::path& generation) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw process_error(generation);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) check_as_child(generation, ends[1], parent);
  ::close(ends[1]);
  const std::string text = child > 0 ? read_to_end(ends[0]) : std::string();
  ::close(ends[0]);
  if (child < 0) throw process_error(generation);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::vector<std::string> damage;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line) && damage.size() < kMaxSentences;) {
    damage.push_back(line);
  }
  if (status != 0) damage.emplace_back("the check died of it");
  return damage;
}

void verify_generation(const std::filesystem::path& generation,
                       const std::filesystem::path& directory, Xapian::doccount documents) {
  try {
    const Xapian::Database database(generation.string());
    check_contract(database, directory);
    if (database.get_doccount() != documents) {
      throw Error(
          ErrorCode::kIndexDamaged,
          {directory.string(), std::to_string(database.get_doccount()), std::to_string(documents)},
          kOtherCount);
    }
  } catch (const Xapian::Error& error) {
    throw translate(error, generation.string());
  }
  const std::vector<std::string> damage = find_damage(generation);
  if (!damage.empty()) throw Error(ErrorCode::kIndexDamaged, {directory.string(), damage.front()});
}

}  // namespace tracuu
