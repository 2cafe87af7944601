// Threads that open and read files for others, who do not wait for ever: a folder of the network
// that hangs holds these threads, and neither a search nor another connection.
//
//   FileThreads threads(4);
//   threads.run(open_it, 2s)     whether it was done in time
//   threads.begin(read_a_piece)  is done when one of them is free
//
// A task may hang for good, and nothing can end it. So it must own all that it touches: it may go
// on after run() has returned, and after the threads' owner is gone.

#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

namespace tracuu::http {

class FileThreads {
 public:
  using Task = std::function<void()>;

  // REQUIRES: threads > 0.
  explicit FileThreads(std::size_t threads);

  // Forgets what was not begun. Threads that hang are left to themselves.
  ~FileThreads();
  FileThreads(const FileThreads&) = delete;
  FileThreads& operator=(const FileThreads&) = delete;

  // Does the task on one of the threads, when those before it are begun. Any thread may call.
  // REQUIRES: it throws nothing but for want of memory, which ends the program.
  void begin(Task task);

  // Returns whether the task was done within `patience`; where all threads have hung for as long
  // already, false at once. What it throws is thrown here. Any thread may call.
  bool run(Task task, std::chrono::milliseconds patience);

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace tracuu::http
