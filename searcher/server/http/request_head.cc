#include "searcher/server/http/request_head.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

#include <boost/beast/http/basic_parser.hpp>

namespace tracuu::http {
namespace {

namespace beast = boost::beast;

constexpr int kBadRequest = 400;
constexpr int kMethodNotAllowed = 405;
constexpr int kContentTooLarge = 413;
constexpr int kTargetTooLong = 414;
constexpr int kHeadersTooLarge = 431;

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
}

// Whether it may stand in a method (RFC 9110, 5.6.2).
bool is_token(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

std::string in_small_letters(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

// Returns the size of the empty lines that the bytes begin with: before a request they are no part
// of it (RFC 9112, 2.2).
std::size_t empty_lines(std::string_view bytes) {
  std::size_t size = 0;
  while (bytes.substr(size).starts_with(kLineEnd)) size += kLineEnd.size();
  return size;
}

// Fills a Head with what Beast reads. It is given whole heads only, and asked for no body.
class HeadParser final : public beast::http::basic_parser<true> {
 public:
  // Reads bytes that are one whole head; false where they are none.
  bool read(std::string_view bytes) {
    header_limit(static_cast<std::uint32_t>(bytes.size()));
    skip(true);
    beast::error_code error;
    const std::size_t count = put(boost::asio::buffer(bytes), error);
    if (error || count != bytes.size()) return false;
    head.keeps_alive = keep_alive();
    return true;
  }

  Head head = unread_head(kBadRequest);
  std::optional<TargetProblem> problem;
  std::size_t headers = 0;

 private:
  void on_request_impl(beast::http::verb /*method*/, beast::string_view method,
                       beast::string_view target, int version,
                       beast::error_code& /*error*/) override {
    constexpr int kHttp10 = 10;
    head.request.method = std::string(view(method));
    head.is_http_1_0 = version == kHttp10;
    auto parsed = http::parse_target(view(target));
    if (const auto* found = std::get_if<TargetProblem>(&parsed)) {
      problem = *found;
    } else {
      head.request.target = std::get<Target>(std::move(parsed));
    }
  }

  void on_field_impl(beast::http::field /*field*/, beast::string_view name,
                     beast::string_view value, beast::error_code& /*error*/) override {
    ++headers;
    std::string lower = in_small_letters(view(name));
    // The first of several decides, and that there were several is told.
    const bool is_new = head.request.headers.emplace(lower, view(value)).second;
    if (!is_new) head.request.repeated.push_back(std::move(lower));
  }

  void on_response_impl(int /*status*/, beast::string_view /*reason*/, int /*version*/,
                        beast::error_code& /*error*/) override {}
  void on_header_impl(beast::error_code& /*error*/) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>& /*length*/,
                         beast::error_code& /*error*/) override {}
  std::size_t on_body_impl(beast::string_view body, beast::error_code& /*error*/) override {
    return body.size();
  }
  void on_chunk_header_impl(std::uint64_t /*size*/, beast::string_view /*extensions*/,
                            beast::error_code& /*error*/) override {}
  std::size_t on_chunk_body_impl(std::uint64_t /*remain*/, beast::string_view body,
                                 beast::error_code& /*error*/) override {
    return body.size();
  }
  void on_finish_impl(beast::error_code& /*error*/) override {}
};

// Returns the status by which a request that could be read is refused, nothing where it is served.
std::optional<int> refusal(const HeadParser& parser) {
  const Request& request = parser.head.request;
  // RFC 9112, 3.2.
  const bool needs_host = !parser.head.is_http_1_0 && !request.headers.contains("host");
  if (needs_host || std::ranges::find(request.repeated, "host") != request.repeated.end()) {
    return kBadRequest;
  }
  if (parser.problem) {
    return *parser.problem == TargetProblem::kTooLong ? kTargetTooLong : kBadRequest;
  }
  if (parser.headers > kMaxHeaders) return kHeadersTooLarge;
  if (request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS") {
    return kMethodNotAllowed;
  }
  const std::string_view length = request.header("content-length");
  if (request.headers.contains("transfer-encoding") || (!length.empty() && length != "0")) {
    return kContentTooLarge;
  }
  return std::nullopt;
}

Head read_head(std::string_view bytes) {
  HeadParser parser;
  if (parser.read(bytes)) parser.head.refused = refusal(parser);
  return std::move(parser.head);
}

}  // namespace

Head unread_head(int status) {
  Head head;
  head.request.method = "-";
  head.refused = status;
  return head;
}

// Whether the character may stand behind the one before it.
bool HeadReader::check_next(char c) {
  if (c == '\n') return before_ == '\r';
  if (before_ == '\r') return false;
  // A line that begins with a blank goes on with the one before it.
  if (before_ == '\n' && (c == ' ' || c == '\t')) return false;
  if (in_method_) {
    in_method_ = c != ' ';
    return !in_method_ || is_token(c);
  }
  return !is_control(c) || c == '\r' || c == '\t';
}

HeadReader::Progress HeadReader::check(std::string_view bytes) {
  while (checked_ < bytes.size()) {
    const char c = bytes[checked_];
    if (!check_next(c)) return Progress::kBad;
    before_ = c;
    ++checked_;
    if (c == '\n' && bytes.substr(0, checked_).ends_with(kHeadEnd)) return Progress::kWhole;
  }
  return bytes.size() == most_bytes_ ? Progress::kTooLong : Progress::kGoesOn;
}

std::optional<Head> HeadReader::next() {
  if (checked_ == 0) bytes_.erase(0, empty_lines(bytes_));
  if (bytes_ == "\r") return std::nullopt;
  const std::string_view bytes = std::string_view(bytes_).substr(0, most_bytes_);
  switch (check(bytes)) {
    case Progress::kGoesOn:
      return std::nullopt;
    case Progress::kBad:
      return unread_head(kBadRequest);
    case Progress::kTooLong:
      return unread_head(bytes.find(kLineEnd) == std::string_view::npos ? kTargetTooLong
                                                                        : kHeadersTooLarge);
    case Progress::kWhole:
      break;
  }
  Head head = read_head(bytes.substr(0, checked_));
  bytes_.erase(0, checked_);
  if (bytes_.empty()) bytes_ = std::string();
  checked_ = 0;
  before_ = '\n';
  in_method_ = true;
  return head;
}

}  // namespace tracuu::http
