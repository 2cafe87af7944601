// A request as handlers see it: plain values, taken apart and checked before any of them runs.
//
//   GET /search?q=chuy%E1%BB%83n+%C4%91%E1%BB%95i&type=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh&q=x
//     path "/search"     parameters {q, "chuyển đổi"}, {type, "Quyết định"}, {q, "x"}
//
// The target is read here and nowhere else, what stands before and behind it by request_head.h.
// What a browser never sends is refused, not repaired: malformed escapes and UTF-8, control
// characters. Names of headers are in small letters.

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tracuu::http {

inline constexpr std::size_t kMaxTargetBytes = 12000;  // a query of 8 KiB of words fits, escaped
inline constexpr std::size_t kMaxParameters = 200;
inline constexpr std::size_t kMaxHeaders = 64;

struct Parameter {
  std::string name;
  std::string value;

  friend bool operator==(const Parameter&, const Parameter&) = default;
};

struct Target {
  std::string path;
  std::vector<Parameter> parameters;  // in their order; those without a name or value left out

  friend bool operator==(const Target&, const Target&) = default;
};

enum class TargetProblem {
  kNotAPath,  // does not begin with '/'
  kTooLong,
  kTooManyParameters,
  kBadEscape,         // '%' without two hexadecimal digits behind it; a blank (RFC 9112, 3.2)
  kNotUtf8,           // after the escapes
  kControlCharacter,  // but tab and line ends, which stand in pasted text
};

// Returns the parts of a request target. Linear.
std::variant<Target, TargetProblem> parse_target(std::string_view target);

// Returns the text so that it may stand as a value in a query or as a part of a path: letters,
// digits and "-._~" stay, every other byte is escaped.
std::string percent_encode(std::string_view text);

struct Request {
  std::string method = "GET";
  Target target;
  std::map<std::string, std::string> headers;
  std::string client;                   // the address it came from, without the port
  std::vector<std::string> repeated{};  // names of headers that came twice; the first is kept

  const std::string& path() const { return target.path; }

  // Returns the first value of a parameter, empty without one.
  std::string_view parameter(std::string_view name) const;

  // Returns all values of a parameter.
  std::vector<std::string> values(std::string_view name) const;

  std::string_view header(const std::string& name) const;
};

}  // namespace tracuu::http
