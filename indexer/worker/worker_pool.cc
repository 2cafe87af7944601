#include "indexer/worker/worker_pool.h"

#include <exception>
#include <utility>

#include "indexer/worker/worker_process.h"

namespace tracuu::input {

WorkerPool::WorkerPool(std::filesystem::path program, unsigned workers)
    : program_(std::move(program)) {
  threads_.reserve(workers);
  for (unsigned i = 0; i < workers; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

std::future<std::vector<FoundDocument>> WorkerPool::read(const std::string& path,
                                                         const std::string& name) {
  Task task{path, name, {}};
  std::future<std::vector<FoundDocument>> result = task.result.get_future();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(task));
  }
  changed_.notify_one();
  return result;
}

void WorkerPool::work() {
  WorkerProcess worker(program_);
  while (true) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
      if (is_ending_) return;
      task = std::move(waiting_.front());
      waiting_.pop_front();
    }
    try {
      task.result.set_value(worker.read(task.path, task.name));
    } catch (const std::exception&) {  // memory is gone: of the file, then of the run
      task.result.set_exception(std::current_exception());
    }
  }
}

}  // namespace tracuu::input
