#include "searcher/server/http/range.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>

namespace tracuu::http {
namespace {

// A number of digits alone; what is too large for one is as large as there is.
std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool is_whole = end == digits.data() + digits.size();
  if (problem == std::errc::result_out_of_range && is_whole) return ~std::uint64_t{0};
  if (problem != std::errc() || !is_whole) return std::nullopt;
  return value;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<ByteRange> read_range(std::string_view header, std::uint64_t size) {
  const ByteRange whole{0, size};
  constexpr std::string_view kUnit = "bytes=";
  if (!header.starts_with(kUnit)) return whole;
  const std::string_view range = trimmed(header.substr(kUnit.size()));
  const std::size_t dash = range.find('-');
  if (dash == std::string_view::npos) return whole;
  const std::string_view from = range.substr(0, dash);
  const std::string_view to = range.substr(dash + 1);
  if (from.empty()) {
    const auto last = number(to);
    if (!last) return whole;
    if (*last == 0 || size == 0) return std::nullopt;
    const std::uint64_t length = std::min(*last, size);
    return ByteRange{size - length, length};
  }
  const auto first = number(from);
  const auto last = to.empty() ? std::optional(~std::uint64_t{0}) : number(to);
  if (!first || !last || *last < *first) return whole;
  if (*first >= size) return std::nullopt;
  return ByteRange{*first, std::min(*last, size - 1) - *first + 1};
}

void cut_to_range(const Request& request, Response& response) {
  FileBody& body = response.file;
  if (body.file == nullptr || response.status != 200) return;
  response.headers["Accept-Ranges"] = "bytes";
  const std::string_view asked = request.header("range");
  if (asked.empty() || request.method != "GET") return;
  const std::string_view version = request.header("if-range");
  const auto etag = response.headers.find("ETag");
  if (!version.empty() && (etag == response.headers.end() || etag->second != version)) return;
  const std::optional<ByteRange> range = read_range(asked, body.size);
  const std::string size = std::to_string(body.size);
  if (!range) {
    response.status = 416;
    response.headers["Content-Range"] = "bytes */" + size;
    response.file = {};
    return;
  }
  if (range->length == body.size) return;
  response.status = 206;
  response.headers["Content-Range"] = "bytes " + std::to_string(range->offset) + "-" +
                                      std::to_string(range->offset + range->length - 1) + "/" +
                                      size;
  body.offset = range->offset;
  body.length = range->length;
}

}  // namespace tracuu::http
