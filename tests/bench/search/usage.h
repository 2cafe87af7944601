// Memory and time as the operating system counts them.
//
//   reset_peak(); …; peak_bytes()      the most this process has held since
//   run_and_measure({"tracuu-index", …})   a program's time and the most it held
//
// Peaks are VmHWM of /proc/self/status and ru_maxrss of wait4(): resident pages, the pages of
// mapped files included. Linux only.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tracuu::bench {

// Makes the peak of this process what it holds now. Throws Error (kIo).
void reset_peak();

// Returns the peak. Throws Error (kIo).
std::uint64_t peak_bytes();

// Returns the processor time of the calling thread: what others do on the machine does not count.
double thread_cpu_ms();

struct ProgramUsage {
  double seconds = 0;      // from start to end
  double cpu_seconds = 0;  // of all its threads
  std::uint64_t peak_bytes = 0;
};

// Runs a program to its end, its standard output thrown away. The first argument is its path.
// Throws Error: kPathMissing when it does not start, kInternal when it ends with another status
// than 0.
ProgramUsage run_and_measure(const std::vector<std::string>& arguments);

}  // namespace tracuu::bench
