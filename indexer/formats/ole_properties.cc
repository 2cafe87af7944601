#include "indexer/formats/ole_properties.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

#include "core/text/legacy/repair.h"
#include "indexer/formats/utf16.h"

namespace tracuu::input {
namespace {

constexpr std::uint32_t kTitle = 2;
constexpr std::uint32_t kAuthor = 4;
constexpr std::uint32_t kCreated = 12;
constexpr std::uint32_t kBytes = 0x1E;
constexpr std::uint32_t kUnits = 0x1F;
constexpr std::uint32_t kTime = 0x40;
constexpr std::size_t kMaxValueBytes = 1024;
constexpr std::uint32_t kMaxProperties = 256;

std::string text_at(std::string_view value) {
  const std::uint32_t kind = u32_at(value, 0);
  const std::size_t length = std::min<std::size_t>(u32_at(value, 4), kMaxValueBytes);
  std::string text;
  if (kind == kBytes) text = text::read_bytes(slice(value, 8, length));
  if (kind == kUnits) text = utf16_text(slice(value, 8, 2 * length));
  return text.substr(0, text.find('\0'));
}

// A count of tenths of microseconds since 1601.
std::string date_at(std::string_view value) {
  if (u32_at(value, 0) != kTime) return {};
  const std::uint64_t ticks = static_cast<std::uint64_t>(u32_at(value, 8)) << 32 | u32_at(value, 4);
  constexpr std::uint64_t kTicksADay = 864'000'000'000;
  const std::uint64_t days = ticks / kTicksADay;
  constexpr std::uint64_t kFirst = 138'427;  // 1980: programs that know no date write less
  constexpr std::uint64_t kLast = 250'000;
  if (days < kFirst || days > kLast) return {};
  const std::chrono::year_month_day date(std::chrono::sys_days(std::chrono::year(1601) / 1 / 1) +
                                         std::chrono::days(static_cast<int>(days)));
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()) % 10000,
                static_cast<unsigned>(date.month()) % 100, static_cast<unsigned>(date.day()) % 100);
  return text;
}

}  // namespace

FileProperties ole_properties(const OleFile& file) {
  const std::string stream = file.read("\x05SummaryInformation");
  constexpr std::size_t kSetOffset = 44;
  const std::string_view set = slice(stream, u32_at(stream, kSetOffset), stream.size());
  FileProperties properties;
  const std::uint32_t count = std::min(u32_at(set, 4), kMaxProperties);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view value = slice(set, u32_at(set, 8 + 8 * i + 4), set.size());
    switch (u32_at(set, 8 + 8 * i)) {
      case kTitle:
        properties.title = text_at(value);
        break;
      case kAuthor:
        properties.author = text_at(value);
        break;
      case kCreated:
        properties.created = date_at(value);
        break;
      default:
        break;
    }
  }
  return properties;
}

}  // namespace tracuu::input
