// The head of a request, read as its bytes come, and whether it is served.
//
//   HeadReader reader(24576);
//   reader.add("GET /search?q=chuy");
//   reader.next()                       nothing: more has to come
//   reader.add("%E1%BB%83n HTTP/1.1\r\nHost: a\r\n\r\n");
//   reader.next()->request.target       /search, {q, "chuyển"}
//   reader.add("\x16\x03\x01");
//   reader.next()->refused              400
//
// Line ends and characters are checked as they come, so that what is no HTTP is refused at once and
// not when its end comes, which may never be. The whole head is read by Boost.Beast's parser. What
// two programs could read differently is refused, never repaired: line ends but CR LF, a line that
// goes on in the next one, control characters, lengths that are no numbers. One thread at a time.

#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/server/http/request.h"

namespace tracuu::http {

struct Head {
  Request request;             // as far as it could be read; without its client
  std::optional<int> refused;  // by which status, and nothing behind it can be read
  bool is_http_1_0 = false;
  bool keeps_alive = false;  // the client awaits that the connection stays open
};

class HeadReader {
 public:
  // Refuses heads of more than `most_bytes`.
  explicit HeadReader(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // What came behind the bytes before.
  void add(std::string_view bytes) { bytes_.append(bytes); }

  // So many bytes more decide whether a head is refused, at the latest.
  std::size_t room() const { return most_bytes_ - std::min(bytes_.size(), most_bytes_); }

  // Whether all that came was read; nothing is kept in memory then.
  bool is_empty() const { return bytes_.empty(); }

  // Returns the next head once it is whole, or once it is to be refused. What it takes is linear in
  // what came. REQUIRES: none was refused before.
  std::optional<Head> next();

 private:
  enum class Progress { kGoesOn, kWhole, kBad, kTooLong };
  Progress check(std::string_view bytes);
  bool check_next(char c);

  const std::size_t most_bytes_;
  std::string bytes_;
  std::size_t checked_ = 0;  // so many of the bytes
  char before_ = '\n';       // the last of them
  bool in_method_ = true;
};

// Returns the head of a request that is refused without having been read.
Head unread_head(int status);

}  // namespace tracuu::http
