// What a process in the sandbox cannot do. Each try runs in a child of its own.
#include "indexer/worker/sandbox.h"

#include <cerrno>
#include <csignal>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/indexer/temp_folder.h"

namespace tracuu::input {
namespace {

// Runs `attempt` in a sandbox and returns its result, an errno or 0.
template <typename Attempt>
int in_sandbox(Attempt attempt) {
  const pid_t child = ::fork();
  if (child == 0) {
    enter_sandbox();
    ::_exit(attempt());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int error_of(long result) {
  return result < 0 ? errno : 0;
}

TEST(SandboxTest, NoNetwork) {
  EXPECT_EQ(in_sandbox([] { return error_of(::socket(AF_INET, SOCK_STREAM, 0)); }), EPERM);
}

TEST(SandboxTest, NoOtherProgram) {
  EXPECT_EQ(in_sandbox([] { return error_of(::execl("/bin/true", "true", nullptr)); }), EPERM);
  EXPECT_EQ(in_sandbox([] { return error_of(::fork()); }), EPERM);
}

TEST(SandboxTest, NoSignalToOthers) {
  EXPECT_EQ(in_sandbox([] { return error_of(::kill(::getppid(), 0)); }), EPERM);
}

TEST(SandboxTest, NothingIsWrittenOrRemoved) {
  const TempFolder folder;
  const std::string file = folder.write("a.txt", "x");
  const std::string other = folder.path("b.txt");
  EXPECT_EQ(in_sandbox([&] { return error_of(::open(other.c_str(), O_CREAT | O_WRONLY, 0600)); }),
            EACCES);
  EXPECT_EQ(in_sandbox([&] { return error_of(::open(file.c_str(), O_RDWR)); }), EACCES);
  EXPECT_EQ(in_sandbox([&] { return error_of(::unlink(file.c_str())); }), EPERM);
  EXPECT_EQ(in_sandbox([&] { return error_of(::rename(file.c_str(), other.c_str())); }), EPERM);
  EXPECT_EQ(in_sandbox([&] { return error_of(::mkdir(other.c_str(), 0700)); }), EPERM);
  EXPECT_EQ(in_sandbox([&] { return error_of(::chmod(file.c_str(), 0777)); }), EPERM);
  EXPECT_TRUE(std::filesystem::exists(file));
}

TEST(SandboxTest, ProgramsFilesCanBeRead) {
  EXPECT_EQ(in_sandbox([] { return error_of(::open("/etc/passwd", O_RDONLY)); }), 0);
}

TEST(SandboxTest, OtherFilesCannotBeReadWhereLandlockIs) {
  const TempFolder folder;
  const std::string file = folder.write("a.txt", "x");
  const pid_t child = ::fork();
  if (child == 0) {
    for (const std::string& missing : enter_sandbox()) {
      if (missing == "landlock") ::_exit(99);
    }
    ::_exit(error_of(::open(file.c_str(), O_RDONLY)));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WEXITSTATUS(status) == 99) GTEST_SKIP() << "this system has no landlock";
  EXPECT_EQ(WEXITSTATUS(status), EACCES);
}

TEST(SandboxTest, ProcessorTimeEnds) {
  EXPECT_EQ(in_sandbox([]() -> int {
              allow_processor_seconds(0);
              while (true) static_cast<void>(::getppid());
            }),
            -SIGXCPU);
}

}  // namespace
}  // namespace tracuu::input
