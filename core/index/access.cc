#include "core/index/access.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include <xxhash.h>

#include "core/index/record.h"
#include "core/index/schema.h"

namespace tracuu {
namespace {

constexpr char kOwn = '=';
constexpr char kByRule = '~';

std::string joined(const Access& access) {
  std::string text;
  for (const std::string& name : names_of(access)) text += '\n' + name;
  return text;
}

std::vector<std::string> terms_of(const Access& access) {
  if (access.kind == Access::Kind::kEveryone) return {};
  std::vector<std::string> terms{std::string(schema::kRestricted),
                                 schema::term(schema::kAccessClass, access_class(access))};
  for (const std::string& group : access.groups) {
    terms.push_back(schema::term(schema::kAccessGroup, group));
  }
  return terms;
}

}  // namespace

KeptAccess kept_access(const Document& document) {
  return {access_or_closed(document.access), !document.access.empty() && !document.access_by_rule};
}

void set_access(const KeptAccess& kept, Document& document) {
  const bool is_said = kept.is_own || kept.access.kind != Access::Kind::kEveryone;
  document.access = is_said ? names_of(kept.access) : std::vector<std::string>();
  document.access_by_rule = is_said && !kept.is_own;
}

std::string encode_access(const KeptAccess& kept) {
  if (!kept.is_own && kept.access.kind == Access::Kind::kEveryone) return {};
  return (kept.is_own ? kOwn : kByRule) + joined(kept.access);
}

KeptAccess decode_access(std::string_view value) {
  if (value.empty()) return {};
  KeptAccess kept{{}, value.front() == kOwn};
  std::vector<std::string> names;
  for (std::string_view rest = value.substr(1); rest.starts_with('\n');) {
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    names.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end);
  }
  const bool is_marked = value.front() == kOwn || value.front() == kByRule;
  kept.access =
      is_marked && !names.empty() ? access_or_closed(names) : Access{Access::Kind::kAdministrators};
  return kept;
}

std::string access_class(const Access& access) {
  if (access.kind == Access::Kind::kEveryone) return {};
  const std::string text = joined(access);
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  std::array<char, 33> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx%016llx",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return hex.data();
}

void add_access(const KeptAccess& kept, Xapian::Document& target) {
  target.add_value(schema::kAccessSlot, encode_access(kept));
  for (const std::string& term : terms_of(kept.access)) target.add_boolean_term(term);
}

bool replace_access(const KeptAccess& kept, Xapian::Document& target) {
  const KeptAccess before = decode_access(target.get_value(schema::kAccessSlot));
  if (before == kept) return false;
  for (const std::string& term : terms_of(before.access)) target.remove_term(term);
  add_access(kept, target);
  Document said;
  set_access(kept, said);
  target.set_data(with_access(target.get_data(), said));
  return true;
}

}  // namespace tracuu
