// One reading process: started, given files one by one, ended when it misbehaves.
//
//   WorkerProcess worker("/usr/bin/tracuu-extract");
//   worker.read("/srv/vb/12.docx", "vb/12.docx")     the documents in it
//   worker.read("/srv/bomb.zip", "bomb.zip")         {kTooMuchText}; the process lives on
//   worker.read("/srv/evil.pdf", "evil.pdf")         {kCrashed, "signal 11"}; the next read starts
//                                                    another process
//
// Movable by pointer only; for one thread at a time.

#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "indexer/source/file_reader.h"
#include "indexer/worker/wire.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {

// How long a process may take; tests set less.
struct WorkerTimes {
  std::chrono::milliseconds silent = std::chrono::seconds(kMaxWallSeconds);
  std::chrono::milliseconds file = std::chrono::seconds(kMaxFileSeconds);
};

class WorkerProcess {
 public:
  explicit WorkerProcess(std::filesystem::path program, const WorkerTimes& times = {})
      : program_(std::move(program)), times_(times) {}
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // Reads the file within the limits of worker_limits.h. Never throws for what is in a file. Has
  // one entry at least.
  std::vector<FoundDocument> read(const std::string& path, const std::string& name);

  // Starts the process where it does not run. Returns whether it does.
  bool start();

  // What protection the process said it could not switch on. Set once it was started.
  const std::vector<std::string>& missing() const { return missing_; }

 private:
  std::vector<FoundDocument> receive();
  ReadProblem stop(WireEnd end);
  int wait_for_exit();

  std::filesystem::path program_;
  WorkerTimes times_;
  pid_t process_ = -1;
  int socket_ = -1;
  std::size_t files_ = 0;
  std::vector<std::string> missing_;
};

// Returns the path of tracuu-extract: beside the running program. Empty where there is none.
std::filesystem::path find_worker_program();

}  // namespace tracuu::input
