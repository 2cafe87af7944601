#include "searcher/server/http/workers.h"

#include <exception>
#include <utility>

#include <spdlog/spdlog.h>

namespace tracuu::http {

Workers::Workers(const std::vector<Work>& works, std::size_t most_waiting)
    : most_waiting_(most_waiting) {
  threads_.reserve(works.size());
  for (const Work& work : works) threads_.emplace_back([this, &work] { serve(work); });
}

Workers::~Workers() {
  end();
}

bool Workers::begin(Task task) {
  const std::lock_guard lock(mutex_);
  if (queue_.size() >= most_waiting_) return false;
  queue_.push_back(std::move(task));
  has_task_.notify_one();
  return true;
}

std::size_t Workers::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void Workers::end() {
  std::deque<Task> forgotten;
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
    forgotten.swap(queue_);
  }
  has_task_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void Workers::serve(const Work& work) {
  std::unique_lock lock(mutex_);
  while (true) {
    has_task_.wait(lock, [this] { return is_ending_ || !queue_.empty(); });
    if (is_ending_) return;
    Task task = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    try {
      task(work);
    } catch (const std::exception& error) {
      spdlog::error("request: {}", error.what());
    }
    task = nullptr;  // what it owns ends without the lock
    lock.lock();
  }
}

}  // namespace tracuu::http
