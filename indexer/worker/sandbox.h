// Takes away from a worker process what reading a file does not need.
//
// After it the process can read its socket, the files handed to it and what programs share (/usr,
// /etc); it cannot write or remove any file, start a program, reach a network or see another
// process. Three layers, each of which may be absent:
//
//   seccomp    no socket, exec, ptrace or opening for writing; works for every user, in containers
//   landlock   no reading outside /usr, /etc, /lib …           Linux 5.13 and later
//   rlimit     address space, no core files, no files written
//
// There is no scratch folder: readers work in memory. libseccomp ends in sandbox.cc.

#pragma once

#include <string>
#include <vector>

namespace tracuu::input {

// Enters the sandbox; there is no way back. Returns what could not be switched on: "seccomp",
// "landlock", "rlimit". REQUIRES: one thread.
std::vector<std::string> enter_sandbox();

// Allows so much more processor time from now on; the process dies of SIGXCPU beyond it.
void allow_processor_seconds(unsigned seconds);

}  // namespace tracuu::input
