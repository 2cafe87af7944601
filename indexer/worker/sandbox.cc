#include "indexer/worker/sandbox.h"

#include <array>
#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
constexpr bool kIsSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool kIsSanitized = false;
#endif

struct ReleaseFilter {
  void operator()(void* filter) const { seccomp_release(filter); }
};

constexpr std::array kRefused{
    // networks and other processes
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
    SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork),
    SCMP_SYS(vfork), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_getfd), SCMP_SYS(pidfd_send_signal), SCMP_SYS(shmget),
    SCMP_SYS(msgget), SCMP_SYS(semget), SCMP_SYS(mq_open),
    // files
    SCMP_SYS(creat), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(unlink),
    SCMP_SYS(unlinkat), SCMP_SYS(rmdir), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(link),
    SCMP_SYS(linkat), SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(mknod), SCMP_SYS(mknodat),
    SCMP_SYS(truncate), SCMP_SYS(ftruncate), SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat),
    SCMP_SYS(chown), SCMP_SYS(fchown), SCMP_SYS(lchown), SCMP_SYS(fchownat), SCMP_SYS(utime),
    SCMP_SYS(utimes), SCMP_SYS(utimensat), SCMP_SYS(futimesat), SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr), SCMP_SYS(fsetxattr), SCMP_SYS(removexattr), SCMP_SYS(lremovexattr),
    SCMP_SYS(fremovexattr), SCMP_SYS(fallocate),
    // the system
    SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(setns),
    SCMP_SYS(unshare), SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),
    SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(init_module),
    SCMP_SYS(finit_module), SCMP_SYS(delete_module), SCMP_SYS(kexec_load), SCMP_SYS(reboot),
    SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(sethostname), SCMP_SYS(setdomainname),
    SCMP_SYS(settimeofday), SCMP_SYS(clock_settime), SCMP_SYS(quotactl), SCMP_SYS(acct),
    SCMP_SYS(open_by_handle_at), SCMP_SYS(name_to_handle_at), SCMP_SYS(ioperm), SCMP_SYS(iopl)};

// What the C library tries first and can do without: their arguments lie in memory, where a filter
// cannot look.
constexpr std::array kUnknown{SCMP_SYS(clone3), SCMP_SYS(openat2), SCMP_SYS(io_uring_setup)};

// Opening a file in any way but for reading.
bool refuse_writing(void* filter, int call, unsigned flags_argument) {
  constexpr std::array<unsigned, 4> kFlags{O_WRONLY, O_RDWR, O_CREAT, O_TRUNC};
  bool is_set = true;
  for (const unsigned flag : kFlags) {
    const scmp_arg_cmp has_flag{flags_argument, SCMP_CMP_MASKED_EQ, flag, flag};
    is_set =
        is_set && seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EACCES), call, 1, &has_flag) == 0;
  }
  return is_set;
}

bool enter_seccomp() {
  const std::unique_ptr<void, ReleaseFilter> filter(seccomp_init(SCMP_ACT_ALLOW));
  if (!filter) return false;
  bool is_set = true;
  for (const int call : kRefused) {
    is_set = is_set &&
             seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0, nullptr) == 0;
  }
  for (const int call : kUnknown) {
    is_set = is_set &&
             seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(ENOSYS), call, 0, nullptr) == 0;
  }
  // Threads, which the reading of pictures uses, are clones that share memory; processes are not.
  constexpr unsigned kCloneVm = 0x100;
  const scmp_arg_cmp no_thread{0, SCMP_CMP_MASKED_EQ, kCloneVm, 0};
  is_set = is_set && seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                                            &no_thread) == 0;
  // Signals to itself only: abort() sends one.
  const scmp_arg_cmp others{0, SCMP_CMP_NE, static_cast<scmp_datum_t>(::getpid()), 0};
  for (const int call : {SCMP_SYS(kill), SCMP_SYS(tgkill)}) {
    is_set = is_set &&
             seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 1, &others) == 0;
  }
  is_set = is_set && refuse_writing(filter.get(), SCMP_SYS(open), 1) &&
           refuse_writing(filter.get(), SCMP_SYS(openat), 2);
  return is_set && seccomp_load(filter.get()) == 0;
}

bool enter_landlock() {
  landlock_ruleset_attr rules{};
  constexpr std::uint64_t kReading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  rules.handled_access_fs =
      kReading | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
      LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
      LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_MAKE_SOCK |
      LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_BLOCK;
  const auto ruleset = static_cast<int>(
      ::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0));
  if (ruleset < 0) return false;
  for (const char* path :
       {"/usr", "/etc", "/lib", "/lib64", "/proc/self", "/sys/devices/system/cpu"}) {
    const int folder = ::open(path, O_PATH | O_CLOEXEC);
    if (folder < 0) continue;
    landlock_path_beneath_attr beneath{};
    beneath.allowed_access = kReading;
    beneath.parent_fd = folder;
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    ::close(folder);
  }
  const bool is_set = ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  ::close(ruleset);
  return is_set;
}

bool limit(__rlimit_resource resource, std::uint64_t value) {
  const rlimit both{value, value};
  return ::setrlimit(resource, &both) == 0;
}

}  // namespace

std::vector<std::string> enter_sandbox() {
  std::vector<std::string> missing;
  // Sanitizers reserve terabytes of addresses.
  bool limited = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0);
  if (!kIsSanitized) limited = limit(RLIMIT_AS, kMaxMemoryBytes) && limited;
  if (!limited) missing.emplace_back("rlimit");
  ::prctl(PR_SET_DUMPABLE, 0);
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) missing.emplace_back("no_new_privs");
  if (!enter_landlock()) missing.emplace_back("landlock");
  if (!enter_seccomp()) missing.emplace_back("seccomp");
  return missing;
}

void allow_processor_seconds(unsigned seconds) {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  rlimit allowed{};
  ::getrlimit(RLIMIT_CPU, &allowed);
  allowed.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + seconds;
  ::setrlimit(RLIMIT_CPU, &allowed);
}

}  // namespace tracuu::input
