// How a program ends.

#include "core/program/program.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <functional>
#include <ostream>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace tracuu {
namespace {

struct Row {
  const char* name;
  std::function<int(const Program&)> work;
  int status;
  const char* said;  // on standard error, a regular expression
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.name;
}

class EndTest : public testing::TestWithParam<Row> {};

TEST_P(EndTest, IsAStatusAndOneLine) {
  std::array<char, 12> name{"tracuu-test"};
  std::array<char, 10> language{"--lang=en"};
  std::array<char*, 3> arguments{name.data(), language.data(), nullptr};
  EXPECT_EXIT(std::exit(run_program(2, arguments.data(), GetParam().work)),
              testing::ExitedWithCode(GetParam().status), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    All, EndTest,
    testing::Values(
        Row{"AsTheWorkSays", [](const Program&) { return kExitNothing; }, kExitNothing, "^$"},
        Row{"AnError",
            [](const Program&) -> int {
              throw Error(ErrorCode::kIo, {"/srv/a", "no"});
            },
            kExitFailed, "^tracuu-test: .*/srv/a.*no.*\n$"},
        Row{"AnyException", [](const Program&) -> int { throw std::runtime_error("as asked"); },
            kExitFailed, "^tracuu-test: .*as asked.*\n$"},
        Row{"Terminate", [](const Program&) -> int { std::terminate(); }, kExitFailed,
            "^tracuu-test: .*had to stop halfway.*\n$"},
        Row{"TerminateWhereTheDiskIsFull",
            [](const Program&) -> int {
              errno = ENOSPC;
              std::terminate();
            },
            kExitFailed, "^tracuu-test: had to stop halfway: the disk is full; .*\n$"},
        Row{"AThreadThatThrows",
            [](const Program&) -> int {
              std::thread([] { throw std::runtime_error("nobody catches it"); }).join();
              return kExitFound;
            },
            kExitFailed, "^tracuu-test: .*had to stop halfway.*\n$"}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace tracuu
