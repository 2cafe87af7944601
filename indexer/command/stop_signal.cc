#include "indexer/command/stop_signal.h"

#include <cerrno>
#include <csignal>
#include <cstdint>

#include <sys/eventfd.h>
#include <unistd.h>

namespace tracuu {
namespace {

// A signal handler can reach nothing else.
volatile std::sig_atomic_t stop_asked = 0;
volatile std::sig_atomic_t stop_event = -1;

void note(int /*signal*/) {
  const int kept = errno;
  stop_asked = 1;
  const std::uint64_t one = 1;
  if (stop_event >= 0) [[maybe_unused]]
    const ssize_t written = ::write(stop_event, &one, sizeof one);
  errno = kept;
}

}  // namespace

void catch_stop_signals() {
  if (stop_event < 0) stop_event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = SA_RESETHAND;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

bool is_stop_asked() {
  return stop_asked != 0;
}

int stop_descriptor() {
  return stop_event;
}

}  // namespace tracuu
