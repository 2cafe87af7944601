// Who asks: a user whom the proxy in front has checked, a program with a key, or anybody.
//
//   X-Remote-User: an, X-Remote-Groups: noi-vu,van-thu   from 127.0.0.1, a trusted proxy
//       {"an", groups noi-vu and van-thu}
//   the same from anywhere else                          anybody: what is for everyone
//   Authorization: Bearer tracuu-…                       the key's name and groups
//
// Headers count only from addresses that the settings name, whole: a user without groups is in
// none, a name of a group that is none gives nothing, a header that comes twice is refused, as the
// first may be the client's own. A key that is not known is refused, not taken for anybody: its
// owner would wonder at what is missing.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "searcher/reader.h"
#include "searcher/server/address_range.h"
#include "searcher/server/api_keys.h"
#include "searcher/server/http/request.h"
#include "searcher/server/settings.h"

namespace tracuu {

struct Identity {
  std::string name;  // of the user or key; empty: anybody
  Reader reader;
};

// Why a request is not answered.
struct IdentityRefused {
  int status = 401;                     // or 400: a header came twice; 429: too many requests
  std::chrono::seconds retry_after{0};  // of 429
};

// Any thread.
class Identities {
 public:
  // Reads the keys. Throws as ApiKeys does; kBadOption for a header without a trusted proxy.
  explicit Identities(const Settings& settings);

  // Whether anybody may say who he is.
  bool is_used() const { return !user_header_.empty() || keys_; }
  bool has_keys() const { return keys_.has_value(); }

  // Names of the headers that answers depend on, as Vary has them; empty when none is looked at.
  const std::string& vary() const { return vary_; }

  std::variant<Identity, IdentityRefused> of(const http::Request& request);

 private:
  std::variant<Identity, IdentityRefused> by_key(std::string_view key);
  Identity by_headers(const http::Request& request) const;
  bool is_trusted(const std::string& address) const;

  std::string user_header_;  // in small letters
  std::string groups_header_;
  std::string administrators_;
  std::vector<AddressRange> proxies_;
  std::optional<ApiKeys> keys_;
  std::string vary_;
};

}  // namespace tracuu
