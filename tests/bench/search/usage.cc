#include "tests/bench/search/usage.h"

#include <chrono>
#include <fstream>
#include <string_view>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/base/error.h"

namespace tracuu::bench {
namespace {

constexpr std::uint64_t kKilobyte = 1024;

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

pid_t start(const std::vector<std::string>& arguments) {
  std::vector<char*> pointers;
  pointers.reserve(arguments.size() + 1);
  // posix_spawn() takes them without const and does not write to them.
  for (const std::string& argument : arguments) {
    pointers.push_back(const_cast<char*>(argument.c_str()));
  }
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed =
      ::posix_spawn(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw Error(ErrorCode::kPathMissing, {arguments.front()});
  return child;
}

}  // namespace

void reset_peak() {
  constexpr std::string_view kResetPeak = "5";  // proc(5)
  std::ofstream out("/proc/self/clear_refs");
  out << kResetPeak << std::flush;
  if (!out) throw Error(ErrorCode::kIo, {"/proc/self/clear_refs", "cannot be written"});
}

std::uint64_t peak_bytes() {
  std::ifstream in("/proc/self/status");
  for (std::string name; in >> name;) {
    std::uint64_t kilobytes = 0;
    if (name == "VmHWM:" && in >> kilobytes) return kilobytes * kKilobyte;
  }
  throw Error(ErrorCode::kIo, {"/proc/self/status", "no VmHWM"});
}

double thread_cpu_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

ProgramUsage run_and_measure(const std::vector<std::string>& arguments) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = start(arguments);
  int status = 0;
  rusage usage{};
  if (::wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
      WEXITSTATUS(status) != 0) {
    throw Error(ErrorCode::kInternal, {"run " + arguments.front(), "it did not end well"});
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  return {took.count(), seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
          static_cast<std::uint64_t>(usage.ru_maxrss) * kKilobyte};
}

}  // namespace tracuu::bench
