#include "indexer/source/format.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace tracuu::input {
namespace {

constexpr std::size_t kMaxEndingBytes = 16;

constexpr std::array<std::pair<std::string_view, Compression>, 3> kCompressions{{
    {".gz", Compression::kGzip},
    {".xz", Compression::kXz},
    {".zst", Compression::kZstd},
}};

constexpr std::array<std::pair<std::string_view, Format>, 8> kFormats{{
    {".txt", Format::kText},
    {".md", Format::kMarkdown},
    {".markdown", Format::kMarkdown},
    {".html", Format::kHtml},
    {".htm", Format::kHtml},
    {".json", Format::kJson},
    {".jsonl", Format::kJsonLines},
    {".ndjson", Format::kJsonLines},
}};

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// Returns the part from the last dot on, in lower case. A dot at the start names a hidden file.
std::string last_ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot > kMaxEndingBytes) return {};
  std::string ending(name.substr(dot));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

// A name split at its compression: {"tin.jsonl", kXz} for "tin.jsonl.xz".
std::pair<std::string_view, Compression> without_compression(std::string_view name) {
  const std::string ending = last_ending(name);
  for (const auto& [known, compression] : kCompressions) {
    if (ending == known) return {name.substr(0, name.size() - ending.size()), compression};
  }
  return {name, Compression::kNone};
}

}  // namespace

std::optional<FileKind> file_kind(std::string_view name) {
  const auto [inner, compression] = without_compression(file_name(name));
  const std::string ending = last_ending(inner);
  for (const auto& [known, format] : kFormats) {
    if (ending == known) return FileKind{format, compression};
  }
  return std::nullopt;
}

std::string ending_of(std::string_view name) {
  const std::string_view file = file_name(name);
  const auto [inner, compression] = without_compression(file);
  if (compression == Compression::kNone) return last_ending(file);
  return last_ending(inner) + last_ending(file);
}

bool is_container(std::string_view bytes) {
  constexpr std::array<std::string_view, 4> kSignatures{"%PDF-", "{\\rtf", "PK\x03\x04",
                                                        "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"};
  return std::ranges::any_of(kSignatures, [&](auto start) { return bytes.starts_with(start); });
}

bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.starts_with("~$") || name.ends_with('~') ||
         name.ends_with(".tmp");
}

}  // namespace tracuu::input
