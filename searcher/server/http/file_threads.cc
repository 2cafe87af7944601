#include "searcher/server/http/file_threads.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tracuu::http {
namespace {

using Clock = std::chrono::steady_clock;

// How long what is being read may take when its owner ends.
constexpr std::chrono::milliseconds kGrace{1000};

}  // namespace

// Shared with the threads, which may outlive their owner.
struct FileThreads::State {
  std::mutex mutex;
  std::condition_variable has_task;
  std::condition_variable has_ended;
  std::deque<Task> waiting;
  std::vector<Clock::time_point> begun;  // by thread; kIdle while it has no task
  std::size_t alive = 0;
  bool is_ending = false;

  static constexpr Clock::time_point kIdle = Clock::time_point::max();

  void serve(std::size_t thread) {
    std::unique_lock lock(mutex);
    while (true) {
      has_task.wait(lock, [this] { return is_ending || !waiting.empty(); });
      if (is_ending) break;
      const Task task = std::move(waiting.front());
      waiting.pop_front();
      begun[thread] = Clock::now();
      lock.unlock();
      task();
      lock.lock();
      begun[thread] = kIdle;
    }
    --alive;
    has_ended.notify_all();
  }

  bool have_all_hung(std::chrono::milliseconds patience) const {
    const auto before = Clock::now() - patience;
    return std::ranges::all_of(begun, [&](Clock::time_point since) { return since <= before; });
  }
};

FileThreads::FileThreads(std::size_t threads) : state_(std::make_shared<State>()) {
  state_->begun.assign(threads, State::kIdle);
  state_->alive = threads;
  for (std::size_t i = 0; i < threads; ++i) {
    std::thread([state = state_, i] { state->serve(i); }).detach();
  }
}

FileThreads::~FileThreads() {
  std::unique_lock lock(state_->mutex);
  state_->is_ending = true;
  state_->waiting.clear();
  state_->has_task.notify_all();
  state_->has_ended.wait_for(lock, kGrace, [this] { return state_->alive == 0; });
}

void FileThreads::begin(Task task) {
  const std::lock_guard lock(state_->mutex);
  state_->waiting.push_back(std::move(task));
  state_->has_task.notify_one();
}

bool FileThreads::run(Task task, std::chrono::milliseconds patience) {
  {
    const std::lock_guard lock(state_->mutex);
    if (state_->have_all_hung(patience)) return false;
  }
  const auto done = std::make_shared<std::packaged_task<void()>>(std::move(task));
  std::future<void> future = done->get_future();
  begin([done] { (*done)(); });
  if (future.wait_for(patience) != std::future_status::ready) return false;
  future.get();
  return true;
}

}  // namespace tracuu::http
