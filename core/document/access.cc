#include "core/document/access.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/base/error.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::string_view kSigns = "-_.@:/+";

std::string nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorCode::kInternal, {"normalize text", u_errorName(status)});
  const icu::UnicodeString composed = normalizer->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
  if (U_FAILURE(status)) throw Error(ErrorCode::kInternal, {"normalize text", u_errorName(status)});
  std::string out;
  composed.toUTF8String(out);
  return out;
}

bool is_sign(char32_t c) {
  return c < 0x80 && kSigns.find(static_cast<char>(c)) != std::string_view::npos;
}

bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace

std::optional<std::string> group_name(std::string_view text) {
  text = trimmed(text);
  // Composing may make a text longer, never more than three times.
  if (text.empty() || text.size() > 3 * kMaxGroupBytes) return std::nullopt;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded c = text::decode(text, at);
    const bool is_blank = c.value == ' ' && before != ' ';
    const bool is_allowed = u_isalnum(static_cast<UChar32>(c.value)) || is_sign(c.value) ||
                            is_blank || (is_mark(c.value) && at > 0);
    if (!c.well_formed || !is_allowed) return std::nullopt;
    before = c.value;
    at += c.length;
  }
  std::string name = nfc(text);
  if (name.size() > kMaxGroupBytes) return std::nullopt;
  return name;
}

std::optional<Access> access_of(const std::vector<std::string>& names) {
  if (names.empty()) return Access{};
  if (names.size() == 1 && trimmed(names.front()) == kEveryoneName) return Access{};
  if (names.size() == 1 && trimmed(names.front()) == kAdministratorsName) {
    return Access{Access::Kind::kAdministrators};
  }
  if (names.size() > kMaxGroups) return std::nullopt;
  Access access{Access::Kind::kGroups};
  for (const std::string& name : names) {
    std::optional<std::string> group = group_name(name);
    if (!group) return std::nullopt;
    access.groups.push_back(std::move(*group));
  }
  std::ranges::sort(access.groups);
  access.groups.erase(std::unique(access.groups.begin(), access.groups.end()), access.groups.end());
  return access;
}

Access access_or_closed(const std::vector<std::string>& names) {
  return access_of(names).value_or(Access{Access::Kind::kAdministrators});
}

std::vector<std::string> names_of(const Access& access) {
  switch (access.kind) {
    case Access::Kind::kEveryone:
      return {std::string(kEveryoneName)};
    case Access::Kind::kAdministrators:
      return {std::string(kAdministratorsName)};
    case Access::Kind::kGroups:
      break;
  }
  return access.groups;
}

std::vector<std::string> split_names(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (!trimmed(list.substr(0, comma)).empty()) names.emplace_back(trimmed(list.substr(0, comma)));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return names;
}

}  // namespace tracuu
