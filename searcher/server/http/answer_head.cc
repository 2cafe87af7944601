#include "searcher/server/http/answer_head.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <boost/beast/http/status.hpp>
#include <spdlog/spdlog.h>

namespace tracuu::http {
namespace {

constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int kFirstYear = 1900;  // of std::tm

constexpr int kNoContent = 204;
constexpr int kNotModified = 304;

// What answers have in common fits.
constexpr std::size_t kUsualBytes = 1024;

bool is_one_line(std::string_view text) {
  return std::ranges::none_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; });
}

void add_header(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

bool may_have_body(int status) {
  return status != kNoContent && status != kNotModified;
}

}  // namespace

std::string http_date(std::time_t time) {
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                kDays[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                kMonths[static_cast<std::size_t>(parts.tm_mon)], kFirstYear + parts.tm_year,
                parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text.data();
}

std::string_view HttpDate::of(std::time_t time) {
  if (time != time_) text_ = http_date(time);
  time_ = time;
  return text_;
}

bool has_body(const Request& request, const Response& response) {
  return request.method != "HEAD" && may_have_body(response.status);
}

std::string answer_head(const Response& response, Stay stay, std::string_view date) {
  const auto reason =
      boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(response.status));
  std::string head;
  head.reserve(kUsualBytes);
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  head.append(reason.data(), reason.size()).append("\r\n");
  add_header(head, "Date", date);
  if (stay == Stay::kClose) add_header(head, "Connection", "close");
  if (stay == Stay::kKeepAlive) add_header(head, "Connection", "keep-alive");
  if (may_have_body(response.status)) {
    add_header(head, "Content-Length", std::to_string(response.size_bytes()));
  }
  for (const auto& [name, value] : response.headers) {
    if (is_one_line(name) && is_one_line(value)) {
      add_header(head, name, value);
    } else {
      spdlog::error("header: a value is not one line");
    }
  }
  return head.append("\r\n");
}

}  // namespace tracuu::http
