// The status line and the headers of an answer.
//
//   HTTP/1.1 200 OK
//   Date: Mon, 30 Nov 2026 09:00:00 GMT
//   Content-Length: 3
//   Content-Type: text/plain; charset=utf-8

#pragma once

#include <ctime>
#include <string>
#include <string_view>

#include "searcher/server/http/request.h"
#include "searcher/server/http/response.h"

namespace tracuu::http {

// What is said of the connection behind the answer.
enum class Stay { kUnsaid, kKeepAlive, kClose };

// Returns it with the empty line that ends it. A header of the response that would not be one line
// is left out: it could become another header, or another answer.
std::string answer_head(const Response& response, Stay stay, std::string_view date);

// Whether the answer's bytes are sent: not to HEAD, and not with a status that has none.
bool has_body(const Request& request, const Response& response);

// Returns the time as RFC 9110 wants it: "Mon, 30 Nov 2026 09:00:00 GMT".
std::string http_date(std::time_t time);

// The same, made once for all answers of a second. One thread at a time.
class HttpDate {
 public:
  // The view is valid until the next call.
  std::string_view of(std::time_t time);

 private:
  std::time_t time_ = 0;
  std::string text_ = http_date(0);
};

}  // namespace tracuu::http
