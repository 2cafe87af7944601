// The part of a body that a client asks for, so that a PDF is shown from its middle and a download
// that broke off goes on.
//
//   read_range("bytes=0-99", 1000)    {0, 100}
//   read_range("bytes=-100", 1000)    {900, 100}
//   read_range("bytes=1000-", 1000)   nothing: beyond its end (416)
//   read_range("bytes=0-1,5-6", …), read_range("lines=1", …)   the whole: RFC 9110, 14.2 allows it

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "searcher/server/http/request.h"
#include "searcher/server/http/response.h"

namespace tracuu::http {

struct ByteRange {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// Returns what the header «Range» means for a body of so many bytes, the whole where it means
// nothing; nothing where no byte of the body is in it.
std::optional<ByteRange> read_range(std::string_view header, std::uint64_t size);

// Cuts an answer from a file to what is asked for, with status 206 or 416. An If-Range that names
// another version than the ETag is answered by the whole.
void cut_to_range(const Request& request, Response& response);

}  // namespace tracuu::http
