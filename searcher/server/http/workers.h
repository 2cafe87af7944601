// Tasks that wait in one queue, and the threads that do them, each with means of its own.
//
//   Workers workers({work_1, work_2}, 512);
//   workers.begin([](const Workers::Work& work) { work(request); })    false: 512 wait already

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "searcher/server/http/request.h"
#include "searcher/server/http/response.h"

namespace tracuu::http {

class Workers {
 public:
  // A thread's own, called on it alone.
  using Work = std::function<Response(const Request&)>;
  using Task = std::function<void(const Work& work)>;

  // REQUIRES: `works` outlive the workers.
  Workers(const std::vector<Work>& works, std::size_t most_waiting);

  // As end().
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // Does the task as soon as a thread is free; false where too many wait. What it throws is logged.
  // Any thread may call.
  bool begin(Task task);

  // Tasks that wait. Any thread may call.
  std::size_t waiting() const;

  // Ends what is being done and forgets what waits. One thread at a time.
  void end();

 private:
  void serve(const Work& work);

  const std::size_t most_waiting_;
  mutable std::mutex mutex_;
  std::condition_variable has_task_;
  std::deque<Task> queue_;  // guarded by mutex_
  bool is_ending_ = false;  // guarded by mutex_
  std::vector<std::thread> threads_;
};

}  // namespace tracuu::http
