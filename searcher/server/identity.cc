#include "searcher/server/identity.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/document/access.h"

namespace tracuu {
namespace {

constexpr std::string_view kAuthorization = "authorization";
constexpr std::string_view kBearer = "Bearer ";

std::string in_small_letters(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_repeated(const http::Request& request, std::string_view header) {
  return std::ranges::find(request.repeated, header) != request.repeated.end();
}

void add_name(const std::string& name, std::string& list) {
  if (!name.empty()) list += (list.empty() ? "" : ", ") + name;
}

}  // namespace

Identities::Identities(const Settings& settings)
    : user_header_(in_small_letters(settings.identity_user_header)),
      groups_header_(in_small_letters(settings.identity_groups_header)),
      administrators_(settings.administrators_group) {
  for (const std::string& text : settings.trusted_proxies) {
    const std::optional<AddressRange> range = parse_address_range(text);
    if (!range)
      throw Error(ErrorCode::kBadOption, {"trusted_proxy", text, "127.0.0.1, 10.0.0.0/8"});
    proxies_.push_back(*range);
  }
  if (!user_header_.empty() && proxies_.empty()) {
    throw Error(ErrorCode::kOptionMissing, {"trusted_proxy", "127.0.0.1, 10.0.0.0/8"});
  }
  if (!settings.api_keys.empty()) keys_.emplace(settings.api_keys);
  add_name(settings.identity_user_header, vary_);
  add_name(settings.identity_groups_header, vary_);
  if (keys_) add_name("Authorization", vary_);
}

bool Identities::is_trusted(const std::string& address) const {
  return std::ranges::any_of(proxies_,
                             [&](const AddressRange& range) { return range.contains(address); });
}

std::variant<Identity, IdentityRefused> Identities::of(const http::Request& request) {
  if (!is_used()) return Identity{};
  for (const std::string_view header :
       {std::string_view(user_header_), std::string_view(groups_header_), kAuthorization}) {
    if (!header.empty() && is_repeated(request, header)) return IdentityRefused{400, {}};
  }
  const std::string_view authorization = request.header(std::string(kAuthorization));
  if (keys_ && authorization.starts_with(kBearer)) {
    return by_key(authorization.substr(kBearer.size()));
  }
  return by_headers(request);
}

std::variant<Identity, IdentityRefused> Identities::by_key(std::string_view key) {
  const ApiKey* const known = keys_->find(key);
  if (known == nullptr) return IdentityRefused{401, {}};
  if (const auto wait = keys_->take(*known)) return IdentityRefused{429, *wait};
  return Identity{known->name, known->reader};
}

Identity Identities::by_headers(const http::Request& request) const {
  if (user_header_.empty() || !is_trusted(request.client)) return {};
  Identity identity{std::string(request.header(user_header_)), {}};
  if (identity.name.empty() || groups_header_.empty()) return identity;
  for (const std::string& name : split_names(request.header(groups_header_))) {
    std::optional<std::string> group = group_name(name);
    if (!group) continue;
    if (!administrators_.empty() && *group == administrators_) {
      identity.reader.sees_everything = true;
    }
    identity.reader.groups.push_back(std::move(*group));
  }
  return identity;
}

}  // namespace tracuu
