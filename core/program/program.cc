#include "core/program/program.h"

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string_view>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/io_error.h"
#include "core/text/visible.h"

namespace tracuu {
namespace {

constexpr Bilingual kAccepted{"vi, en", "vi, en"};
constexpr Bilingual kGaveUp{
    "phải dừng giữa chừng, thường vì không ghi được nữa; những gì đã ghi xong vẫn còn, hãy xem đĩa "
    "rồi chạy lại",
    "had to stop halfway, mostly because nothing can be written any more; what was committed is "
    "kept: look at the disk and run it again"};
constexpr Bilingual kNoSpace{
    "phải dừng giữa chừng: đĩa đã đầy; hãy giải phóng dung lượng rồi chạy lại, phần đã ghi trước "
    "đó vẫn dùng được",
    "had to stop halfway: the disk is full; free some space and run again, what was committed "
    "before stays usable"};

Language chosen_language(const std::vector<std::string>& arguments) {
  constexpr std::string_view kOption = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--") break;
    std::string value;
    if (argument == kOption && i + 1 < arguments.size()) {
      value = arguments[i + 1];
    } else if (argument.starts_with("--lang=")) {
      value = argument.substr(kOption.size() + 1);
    } else {
      continue;
    }
    if (const auto language = language_from_name(value)) return *language;
    throw Error(ErrorCode::kBadOption, {"--lang", value, std::string(kAccepted.en)});
  }
  return language_from_environment();
}

std::string line_of(std::string_view program, const std::string& sentence) {
  // Sentences hold paths and values from outside.
  return text::visible(std::string(program) + ": " + sentence, text::Lines::kJoin);
}

void complain(std::string_view program, const std::string& sentence) {
  std::fprintf(stderr, "%s\n", line_of(program, sentence).c_str());
}

// Where a write fails, Xapian 1.4 may call std::terminate() in the middle of a commit, whoever
// would catch an error: it writes values in a destructor. It is told as other failures are.
// Handlers take no arguments, so the lines stand ready here.
struct LastWords {
  std::string gave_up;
  std::string no_space;  // where errno still says so: nothing was called since the write
};

LastWords& last_words() {
  static LastWords words;
  return words;
}

[[noreturn]] void give_up() {
  const std::string& line = is_disk_full(errno) ? last_words().no_space : last_words().gave_up;
  std::fprintf(stderr, "%s\n", line.c_str());
  ::_exit(kExitFailed);
}

std::string_view name_of(const char* path) {
  const std::string_view whole = path == nullptr ? "tracuu" : path;
  return whole.substr(whole.rfind('/') + 1);
}

}  // namespace

int run_program(int argc, char** argv, const std::function<int(const Program&)>& work) {
  std::setlocale(LC_ALL, "");
  std::signal(SIGPIPE, SIG_DFL);
  spdlog::set_default_logger(std::make_shared<spdlog::logger>(
      "tracuu", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S%z %l %v");

  Program program{language_from_environment(), {argv + 1, argv + argc}};
  const std::string_view name = name_of(argc > 0 ? argv[0] : nullptr);
  try {
    program.language = chosen_language(program.arguments);
    last_words() = {
        line_of(name, describe(Error(ErrorCode::kInternal, {std::string(name)}, kGaveUp),
                               program.language)),
        line_of(name, say(kNoSpace, program.language))};
    std::set_terminate(give_up);
    const int status = work(program);
    // The flush fails for what is still buffered; what failed before only left the error mark.
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
      throw Error(ErrorCode::kIo, {"stdout", "write failed"});
    }
    return status;
  } catch (const Error& error) {
    complain(name, describe(error, program.language));
  } catch (const std::exception& error) {
    complain(name, describe(Error(ErrorCode::kInternal, {std::string(name), error.what()}),
                            program.language));
  }
  return kExitFailed;
}

}  // namespace tracuu
