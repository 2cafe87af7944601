// What hangs holds nobody but the thread it hangs on.
#include "searcher/server/http/file_threads.h"

#include <atomic>
#include <memory>
#include <semaphore>
#include <stdexcept>

#include <gtest/gtest.h>

namespace tracuu::http {
namespace {

using std::chrono::milliseconds;

// Tasks that hang until they are let go, which outlive the threads' owner.
struct Hanging {
  std::shared_ptr<std::counting_semaphore<>> go = std::make_shared<std::counting_semaphore<>>(0);

  FileThreads::Task task() const {
    return [go = go] { go->acquire(); };
  }
  void end(int tasks) const { go->release(tasks); }
};

TEST(FileThreadsTest, WhatIsDoneInTime) {
  FileThreads threads(2);
  int sum = 0;
  for (int i = 1; i <= 100; ++i) {
    ASSERT_TRUE(threads.run([&] { sum += i; }, milliseconds(10'000)));
  }
  EXPECT_EQ(sum, 5050);
  EXPECT_THROW(threads.run([] { throw std::runtime_error("as asked"); }, milliseconds(10'000)),
               std::runtime_error);
}

TEST(FileThreadsTest, WhatHangsIsNotWaitedFor) {
  const Hanging hanging;
  FileThreads threads(2);
  EXPECT_FALSE(threads.run(hanging.task(), milliseconds(20)));
  // The other thread is free.
  EXPECT_TRUE(threads.run([] {}, milliseconds(10'000)));
  EXPECT_FALSE(threads.run(hanging.task(), milliseconds(20)));
  EXPECT_FALSE(threads.run([] {}, milliseconds(20))) << "both hang";
  hanging.end(2);
  EXPECT_TRUE(threads.run([] {}, std::chrono::hours(1))) << "they are free again";
}

// What is refused at once is not begun later, either.
TEST(FileThreadsTest, WhereAllHaveHungNobodyWaits) {
  const Hanging hanging;
  FileThreads threads(1);
  EXPECT_FALSE(threads.run(hanging.task(), milliseconds(50)));
  const auto begun = std::make_shared<std::atomic<bool>>(false);
  EXPECT_FALSE(threads.run([begun] { *begun = true; }, milliseconds(20)));
  hanging.end(1);
  EXPECT_TRUE(threads.run([] {}, std::chrono::hours(1)));
  EXPECT_FALSE(*begun);
}

TEST(FileThreadsTest, EndsWhileSomethingHangs) {
  const Hanging hanging;
  const auto begun = std::make_shared<std::atomic<int>>(0);
  {
    FileThreads threads(1);
    EXPECT_FALSE(threads.run(hanging.task(), milliseconds(1)));
    threads.begin([begun] { ++*begun; });
  }
  hanging.end(1);
  EXPECT_EQ(*begun, 0) << "what was not begun is forgotten";
}

}  // namespace
}  // namespace tracuu::http
