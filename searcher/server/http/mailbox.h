// By which other threads leave tasks to the thread of the connections, also threads that outlive
// it: a read that hangs may come back when the listener is gone.
//
//   mailbox->post([…] { … });      done on the thread of the connections
//   mailbox->close();              from now on tasks are forgotten

#pragma once

#include <functional>
#include <mutex>

namespace boost::asio {
class io_context;
}  // namespace boost::asio

namespace tracuu::http {

class Mailbox {
 public:
  // REQUIRES: `loop` lives until close().
  explicit Mailbox(boost::asio::io_context& loop) : loop_(&loop) {}

  // Any thread may call both.
  void post(std::function<void()> task);
  void close();

 private:
  std::mutex mutex_;
  boost::asio::io_context* loop_;  // guarded by mutex_; nullptr once it is closed
};

}  // namespace tracuu::http
