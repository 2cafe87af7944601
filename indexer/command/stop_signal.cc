#include "indexer/command/stop_signal.h"

#include <csignal>

namespace tracuu {
namespace {

// A signal handler can reach nothing else.
volatile std::sig_atomic_t stop_asked = 0;

void note(int /*signal*/) {
  stop_asked = 1;
}

}  // namespace

void catch_stop_signals() {
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = SA_RESETHAND;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

bool is_stop_asked() {
  return stop_asked != 0;
}

}  // namespace tracuu
