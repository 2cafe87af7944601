// tracuu-server: the search page. See --help.

#include <csignal>
#include <cstdio>
#include <string>

#include <spdlog/spdlog.h>

#include "core/program/program.h"
#include "core/program/terminal.h"
#include "searcher/server/api_keys.h"
#include "searcher/server/audit_log.h"
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

constexpr Bilingual kKeyMade{
    "Khóa (chỉ hiện lần này): {0}\nDòng để thêm vào tệp api_keys:\n{1}\n",
    "The key (shown this once): {0}\nThe line for the file api_keys:\n{1}\n"};

int make_key(const ServerOptions& options, Language language) {
  const std::string key = new_api_key();
  const std::string line = api_key_line({options.new_key, options.key_rate, {}},
                                        hash_of_api_key(key), options.key_groups);
  std::fputs(say(kKeyMade, language, {key, line}).c_str(), stdout);
  return kExitFound;
}

constexpr Bilingual kWhole{"Nhật ký còn nguyên: {0} dòng, số {1} – {2}, mã băm cuối {3}\n",
                           "The log is whole: {0} lines, numbers {1} – {2}, last hash {3}\n"};
constexpr Bilingual kBroken{"Nhật ký bị sửa, thiếu hoặc hỏng từ {0}\n",
                            "The log was changed, lacks lines or is damaged from {0} on\n"};

int verify(const ServerOptions& options, Language language) {
  const AuditVerdict verdict = verify_audit(options.verify_audit);
  const bool is_whole = verdict.broken_at.empty();
  const std::string text = is_whole
                               ? say(kWhole, language,
                                     {std::to_string(verdict.lines), std::to_string(verdict.first),
                                      std::to_string(verdict.last), verdict.last_hash})
                               : say(kBroken, language, {verdict.broken_at});
  std::fputs(text.c_str(), stdout);
  return is_whole ? kExitFound : kExitNothing;
}

int run(const Program& program) {
  const ServerOptions options = read_server_options(program);
  if (options.help) {
    std::fputs(options.help->c_str(), stdout);
    return kExitFound;
  }
  if (!options.new_key.empty()) return make_key(options, program.language);
  if (!options.verify_audit.empty()) return verify(options, program.language);
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
