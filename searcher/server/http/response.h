// What a handler answers: a value, so that handlers are tested without sockets.
//
//   Response{200, "text/html; charset=utf-8", page}
//
// The body is bytes or a part of an open file, which is sent from where it lies.
//
// finish() does to every answer what no handler should have to think of: it answers 304 where the
// client has the same already, cuts a file to the part that is asked for, packs the body where the
// client unpacks it, and adds the headers that keep a browser from guessing types.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/server/http/open_file.h"
#include "searcher/server/http/request.h"

namespace tracuu::http {

inline constexpr std::string_view kHtml = "text/html; charset=utf-8";
inline constexpr std::string_view kJson = "application/json; charset=utf-8";
inline constexpr std::string_view kText = "text/plain; charset=utf-8";

// Smaller bodies fit into one packet as they are.
inline constexpr std::size_t kMinPackedBytes = 1024;

struct Response {
  int status = 200;
  std::string type = std::string(kHtml);
  std::string body;
  std::map<std::string, std::string> headers;  // "Cache-Control", …; values are one line
  FileBody file{};                             // in place of the body

  std::uint64_t size_bytes() const { return file.file == nullptr ? body.size() : file.length; }
};

// Returns the answer as it goes out. The body is packed when it is text of kMinPackedBytes or more.
Response finish(const Request& request, Response response);

// Whether the request says that it holds the version named by `etag`: "W/…" in quotes.
bool has_version(const Request& request, std::string_view etag);

// Returns the name of a version made of these parts, as a weak ETag.
std::string etag_of(const std::vector<std::string>& parts);

// Returns the bytes as gzip packs them, at a level chosen for speed.
std::string gzip(std::string_view bytes);

}  // namespace tracuu::http
