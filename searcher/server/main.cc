// tracuu-server: the search page. See --help.

#include <csignal>
#include <cstdio>
#include <string>

#include <spdlog/spdlog.h>

#include "core/program/program.h"
#include "core/program/terminal.h"
#include "searcher/server/command_line.h"
#include "searcher/server/server.h"

namespace tracuu {
namespace {

constexpr Bilingual kServing{"Trang tra cứu: {0}  (dừng bằng Ctrl-C)",
                             "The search page: {0}  (Ctrl-C stops it)"};

// Signals that end the server, blocked in every thread and waited for in this one.
sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

std::string address_of(const Settings& settings, std::uint16_t port) {
  const bool is_ipv6 = settings.address.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + settings.address + "]" : settings.address;
  return "http://" + host + ":" + std::to_string(port) + "/";
}

int run(const Program& program) {
  const ServerOptions options = read_server_options(program);
  if (options.help) {
    std::fputs(options.help->c_str(), stdout);
    return kExitFound;
  }
  const sigset_t signals = ending_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  Server server(options.index, options.settings);
  std::printf(
      "%s\n",
      say(kServing, program.language, {address_of(options.settings, server.port())}).c_str());
  std::fflush(stdout);
  int received = 0;
  sigwait(&signals, &received);
  spdlog::info("signal {}: stopping", received);
  server.stop();
  return kExitFound;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  return tracuu::run_program(argc, argv, tracuu::run);
}
