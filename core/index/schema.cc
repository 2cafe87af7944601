#include "core/index/schema.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <xxhash.h>

#include "core/text/utf8.h"

namespace tracuu::schema {
namespace {

std::string fitted(std::string whole) {
  const bool has_zero = std::ranges::find(whole, '\0') != whole.end();
  if (whole.size() <= kMaxTermBytes && !has_zero) return whole;
  const XXH64_hash_t hash = XXH3_64bits(whole.data(), whole.size());
  std::array<char, 17> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx", static_cast<unsigned long long>(hash));
  std::replace(whole.begin(), whole.end(), '\0', '\x01');
  whole.resize(text::character_border(whole, std::min(whole.size(), kMaxTermBytes - 17)));
  return whole + '#' + hex.data();
}

}  // namespace

std::string term(std::string_view prefix, std::string_view text) {
  std::string whole;
  whole.reserve(prefix.size() + text.size());
  whole.append(prefix).append(text);
  return fitted(std::move(whole));
}

std::string pair_term(std::string_view prefix, std::string_view first, std::string_view second) {
  std::string whole;
  whole.reserve(prefix.size() + first.size() + second.size() + 1);
  whole.append(prefix).append(first).append(1, ' ').append(second);
  return fitted(std::move(whole));
}

bool is_packable(std::string_view term) {
  if (term.empty()) return false;
  const bool has_prefix = term.front() >= 'A' && term.front() <= 'Z';
  return !has_prefix || term.starts_with(kToneless) || term.starts_with(kPair) ||
         term.starts_with(kLoosePair);
}

std::string value_text(std::string_view text) {
  return std::string(
      text.substr(0, text::character_border(text, std::min(text.size(), kMaxTermBytes))));
}

std::string filter_term(std::string_view field, std::string_view key) {
  std::string whole(kFilter);
  whole.append(field).append(1, ':').append(key);
  return fitted(std::move(whole));
}

}  // namespace tracuu::schema
