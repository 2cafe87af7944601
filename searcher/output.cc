#include "searcher/output.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sys/wait.h>
#include <unistd.h>

#include "core/program/terminal.h"

namespace tracuu {
namespace {

// Pages only where less is installed; -F leaves text alone that fits on the screen.
constexpr const char* kDefaultPager =
    "if command -v less >/dev/null 2>&1; then exec less -FRX; else exec cat; fi";

// As a shell reports a command that it could not start.
constexpr int kPagerNotRunnable = 126;
constexpr int kPagerNotFound = 127;

// Writes text to the pager that PAGER names. Returns whether there was one.
bool write_to_pager(const std::string& text) {
  const char* chosen = std::getenv("PAGER");
  const char* pager = chosen != nullptr && *chosen != '\0' ? chosen : kDefaultPager;
  // Our text is UTF-8 whatever the locale is: without this less shows bytes in the locale "C".
  ::setenv("LESSCHARSET", "utf-8", 0);
  FILE* pipe = ::popen(pager, "w");
  if (pipe == nullptr) return false;
  // A reader may leave the pager before the end; a pager may be missing: both close the pipe.
  const auto earlier = std::signal(SIGPIPE, SIG_IGN);
  std::fwrite(text.data(), 1, text.size(), pipe);
  const int status = ::pclose(pipe);
  std::signal(SIGPIPE, earlier);
  return status != -1 && !(WIFEXITED(status) && (WEXITSTATUS(status) == kPagerNotRunnable ||
                                                 WEXITSTATUS(status) == kPagerNotFound));
}

}  // namespace

void write(const std::string& text, bool use_pager) {
  if (use_pager && is_terminal(Stream::kOut) && write_to_pager(text)) return;
  std::fwrite(text.data(), 1, text.size(), stdout);
}

}  // namespace tracuu
