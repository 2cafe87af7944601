// Several reading processes at work, one a thread.
//
//   WorkerPool pool(find_worker_program(), 2);
//   pool.read("/srv/a.pdf", "a.pdf"); pool.read("/srv/b.docx", "b.docx")     side by side
//
// A process is started when its first file comes. Not copyable; for one thread at a time.

#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "indexer/source/file_reader.h"

namespace tracuu::input {

class WorkerPool : public FileReader {
 public:
  // REQUIRES: workers > 0. Starts no process yet.
  WorkerPool(std::filesystem::path program, unsigned workers);

  // Waits for the file being read; those not begun are dropped.
  ~WorkerPool() override;
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  std::future<std::vector<FoundDocument>> read(const std::string& path,
                                               const std::string& name) override;
  std::size_t read_ahead() const override { return 2 * threads_.size(); }

 private:
  struct Task {
    std::string path;
    std::string name;
    std::promise<std::vector<FoundDocument>> result;
  };

  void work();

  const std::filesystem::path program_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> waiting_;  // guarded by mutex_
  bool is_ending_ = false;    // guarded by mutex_
  std::vector<std::thread> threads_;
};

}  // namespace tracuu::input
