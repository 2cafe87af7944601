#include "indexer/worker/worker_process.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

constexpr int kWorkerSocket = 3;  // its number in the worker
constexpr std::chrono::seconds kStartLimit{20};

std::string cause_of(int error) {
  return std::generic_category().message(error);
}

std::vector<FoundDocument> only(ReadProblem problem) {
  std::vector<FoundDocument> found(1);
  found.front().problem = std::move(problem);
  return found;
}

// A file opened for reading, or why it cannot be read.
struct OpenFile {
  int descriptor = -1;
  std::optional<ReadProblem> problem;
};

OpenFile open_file(const std::string& path) {
  OpenFile file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK), {}};
  struct stat status {};
  if (file.descriptor < 0 || ::fstat(file.descriptor, &status) != 0) {
    file.problem = ReadProblem{SkipReason::kUnreadable, cause_of(errno)};
  } else if (!S_ISREG(status.st_mode)) {
    file.problem = ReadProblem{SkipReason::kNotAFile, {}};
  } else if (status.st_size == 0) {
    file.problem = ReadProblem{SkipReason::kEmpty, {}};
  } else if (static_cast<std::uint64_t>(status.st_size) > kMaxReadFileBytes) {
    file.problem = ReadProblem{SkipReason::kTooLarge, size_in_words(kMaxReadFileBytes)};
  }
  return file;
}

pid_t spawn(const std::string& program, int socket) {
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, socket, kWorkerSocket);
  // In a group of its own: Ctrl-C is for the indexer, which ends its workers itself.
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  std::string name = program;
  std::string mode = "--worker";
  char* arguments[] = {name.data(), mode.data(), nullptr};
  pid_t process = -1;
  const int failed =
      ::posix_spawn(&process, program.c_str(), &actions, &attributes, arguments, environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? process : -1;
}

}  // namespace

WorkerProcess::~WorkerProcess() {
  if (process_ < 0) return;
  ::close(socket_);  // the worker ends by itself; one that does not is ended
  ::kill(process_, SIGKILL);
  wait_for_exit();
}

bool WorkerProcess::start() {
  if (process_ >= 0) return true;
  if (program_.empty()) return false;
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
  // The worker's end must not have the number it gets in the worker: it would stay close-on-exec.
  if (ends[1] == kWorkerSocket) {
    const int moved = ::fcntl(ends[1], F_DUPFD_CLOEXEC, kWorkerSocket + 1);
    ::close(std::exchange(ends[1], moved));
  }
  process_ = spawn(program_.string(), ends[1]);
  ::close(ends[1]);
  socket_ = ends[0];
  files_ = 0;
  WireEnd end = WireEnd::kClosed;
  const auto hello = process_ < 0 ? std::optional<Message>()
                                  : receive_message(socket_, 0, Clock::now() + kStartLimit, end);
  if (hello && hello->kind == Message::Kind::kHello) {
    missing_ = missing_of(*hello);
    return true;
  }
  if (process_ >= 0) {
    stop(WireEnd::kBad);
  } else {
    ::close(std::exchange(socket_, -1));
  }
  return false;
}

std::vector<FoundDocument> WorkerProcess::read(const std::string& path, const std::string& name) {
  const OpenFile file = open_file(path);
  std::vector<FoundDocument> found;
  if (file.problem) {
    found = only(*file.problem);
  } else if (!start()) {
    found = only({SkipReason::kNoReader, {}});
  } else if (!send_message(socket_, {Message::Kind::kFile, name, {}}, file.descriptor)) {
    found = only(stop(WireEnd::kClosed));
  } else {
    found = receive();
  }
  if (file.descriptor >= 0) ::close(file.descriptor);
  if (++files_ >= kFilesPerWorker && process_ >= 0) stop(WireEnd::kBad);
  return found;
}

// The documents up to the end of the file; what is wrong comes behind those that came whole.
std::vector<FoundDocument> WorkerProcess::receive() {
  const Clock::time_point last = Clock::now() + times_.file;
  std::vector<FoundDocument> found;
  std::size_t left = kMaxTextBytes;
  while (true) {
    WireEnd end = WireEnd::kBad;
    const Clock::time_point silent = Clock::now() + times_.silent;
    std::optional<Message> message = receive_message(socket_, left, std::min(silent, last), end);
    if (message && message->kind == Message::Kind::kEnd) break;
    if (message && message->kind == Message::Kind::kBusy) continue;
    std::optional<FoundDocument> document;
    if (message && message->kind == Message::Kind::kDocument && found.size() < kMaxMembers) {
      left -= message->body.size();
      document = document_of(std::move(*message));
    }
    if (!document) {
      found.push_back(only(stop(end)).front());
      return found;
    }
    found.push_back(std::move(*document));
  }
  if (found.empty()) return only({SkipReason::kNoText, {}});
  return found;
}

int WorkerProcess::wait_for_exit() {
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  return status;
}

// Ends the process and says what it died of, were it not by this.
ReadProblem WorkerProcess::stop(WireEnd end) {
  if (end != WireEnd::kClosed) ::kill(process_, SIGKILL);
  ::close(std::exchange(socket_, -1));
  const int status = wait_for_exit();
  if (end == WireEnd::kTimeout) {
    return {SkipReason::kTimeLimit,
            std::to_string(std::chrono::ceil<std::chrono::seconds>(times_.silent).count())};
  }
  if (end == WireEnd::kBad) return {SkipReason::kCrashed, "bad answer"};
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return {SkipReason::kTimeLimit, std::to_string(kMaxProcessorSeconds)};
  }
  if (WIFSIGNALED(status)) {
    return {SkipReason::kCrashed, "signal " + std::to_string(WTERMSIG(status))};
  }
  return {SkipReason::kCrashed, "exit " + std::to_string(WEXITSTATUS(status))};
}

std::filesystem::path find_worker_program() {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  std::filesystem::path program = self.parent_path() / "tracuu-extract";
  return ::access(program.c_str(), X_OK) == 0 ? program : std::filesystem::path();
}

}  // namespace tracuu::input
