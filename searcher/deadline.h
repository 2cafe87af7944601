// How long a request may take: work that is done piece by piece asks before each piece.
//
//   Deadline deadline(std::chrono::milliseconds(50));
//   for (const std::string& term : terms) {
//     if (deadline.is_over()) break;     // has_cut() is now true: the answer is a part
//     …
//   }
//
// A piece is a posting list, a block of documents, the tokens of one document: the limit is
// overrun by one of them at most. Belongs to one request, on one thread.

#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace tracuu {

class Deadline {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Clock = std::function<Time()>;

  // Never over.
  Deadline() = default;

  // Over once `limit` has passed from now on. REQUIRES: the clock does not run backwards.
  explicit Deadline(std::chrono::milliseconds limit, Clock clock = std::chrono::steady_clock::now)
      : clock_(std::move(clock)), end_(clock_() + limit) {}

  // Whether the time is over. Whoever is told so leaves work out.
  bool is_over() {
    if (end_ && !has_cut_) has_cut_ = clock_() >= *end_;
    return has_cut_;
  }

  // Whether work was left out.
  bool has_cut() const { return has_cut_; }

 private:
  Clock clock_;
  std::optional<Time> end_;
  bool has_cut_ = false;
};

}  // namespace tracuu
