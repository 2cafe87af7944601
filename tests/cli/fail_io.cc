// A library to be loaded before the C library: it lets one call fail that touches a regular file.
//
//   TRACUU_FAIL=fsync:3 LD_PRELOAD=libfail_io.so tracuu-index …     the third fsync(2) fails with
//   EIO
//
// After it all calls work again, as with a cable that was loose for a moment. TRACUU_FAIL_MARK
// names a file that is made when the call has failed: without it there were fewer calls.

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

std::atomic<long> calls{0};

bool fails(const char* name) {
  const char* wanted = std::getenv("TRACUU_FAIL");
  const std::size_t length = std::strlen(name);
  if (wanted == nullptr || std::strncmp(wanted, name, length) != 0 || wanted[length] != ':') {
    return false;
  }
  if (++calls != std::atol(wanted + length + 1)) return false;
  if (const char* mark = std::getenv("TRACUU_FAIL_MARK")) {
    const int file = ::open(mark, O_WRONLY | O_CREAT, 0644);
    if (file >= 0) ::close(file);
  }
  errno = EIO;
  return true;
}

bool is_regular(int file) {
  struct stat status {};
  return ::fstat(file, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  if (is_regular(file) && fails("write")) return -1;
  return next<ssize_t (*)(int, const void*, size_t)>("write")(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  if (is_regular(file) && fails("pwrite")) return -1;
  return next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  if (is_regular(file) && fails("pwrite")) return -1;
  return next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(file, bytes, size, at);
}

int fsync(int file) {
  if (is_regular(file) && fails("fsync")) return -1;
  return next<int (*)(int)>("fsync")(file);
}

int fdatasync(int file) {
  if (is_regular(file) && fails("fdatasync")) return -1;
  return next<int (*)(int)>("fdatasync")(file);
}

int rename(const char* from, const char* to) {
  if (fails("rename")) return -1;
  return next<int (*)(const char*, const char*)>("rename")(from, to);
}

}  // extern "C"
