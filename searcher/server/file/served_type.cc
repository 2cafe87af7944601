#include "searcher/server/file/served_type.h"

#include <algorithm>
#include <array>

#include "core/text/fold.h"
#include "searcher/server/http/request.h"

namespace tracuu {
namespace {

struct Known {
  std::string_view ending;
  ServedType type;
};

constexpr ServedType saved(std::string_view mime) {
  return {mime, false, false, false};
}
constexpr ServedType shown(std::string_view mime) {
  return {mime, true, false, false};
}
constexpr ServedType text() {
  return {"text/plain", true, false, true};
}

constexpr auto kKnown = std::to_array<Known>({
    {".pdf", {"application/pdf", true, true, false}},
    {".txt", text()},
    {".md", text()},
    {".markdown", text()},
    {".csv", text()},
    {".png", shown("image/png")},
    {".jpg", shown("image/jpeg")},
    {".jpeg", shown("image/jpeg")},
    {".gif", shown("image/gif")},
    {".webp", shown("image/webp")},
    {".tif", saved("image/tiff")},
    {".tiff", saved("image/tiff")},
    {".html", saved("text/html")},
    {".htm", saved("text/html")},
    {".xhtml", saved("application/xhtml+xml")},
    {".svg", saved("image/svg+xml")},
    {".xml", saved("application/xml")},
    {".doc", saved("application/msword")},
    {".xls", saved("application/vnd.ms-excel")},
    {".ppt", saved("application/vnd.ms-powerpoint")},
    {".rtf", saved("application/rtf")},
    {".docx", saved("application/vnd.openxmlformats-officedocument.wordprocessingml.document")},
    {".xlsx", saved("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")},
    {".pptx", saved("application/vnd.openxmlformats-officedocument.presentationml.presentation")},
    {".odt", saved("application/vnd.oasis.opendocument.text")},
    {".ods", saved("application/vnd.oasis.opendocument.spreadsheet")},
    {".odp", saved("application/vnd.oasis.opendocument.presentation")},
});

// Endings of what holds several documents; what is packed is looked at under its packing.
constexpr auto kContainers =
    std::to_array<std::string_view>({".json", ".jsonl", ".ndjson", ".zip", ".tar", ".7z", ".rar",
                                     ".tgz", ".eml", ".mht", ".mhtml", ".msg", ".mbox"});
constexpr auto kPackings = std::to_array<std::string_view>({".gz", ".xz", ".zst", ".bz2"});

std::string ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string ending(name.substr(dot));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

template <typename Endings>
bool is_among(std::string_view ending, const Endings& endings) {
  return std::ranges::find(endings, ending) != endings.end();
}

}  // namespace

ServedType served_type(std::string_view file_name) {
  const auto found = std::ranges::find(kKnown, ending_of(file_name), &Known::ending);
  return found == kKnown.end() ? saved("application/octet-stream") : found->type;
}

bool may_hold_others(std::string_view file_name) {
  std::string ending = ending_of(file_name);
  if (is_among(ending, kPackings)) {
    file_name.remove_suffix(ending.size());
    ending = ending_of(file_name);
  }
  return is_among(ending, kContainers);
}

std::string disposition(bool is_shown, std::string_view file_name) {
  std::string plain;
  for (const char c : fold(file_name, Marks::kDrop)) {
    const bool is_plain = c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '%' && c != '/';
    plain += is_plain ? c : '_';
  }
  return std::string(is_shown ? "inline" : "attachment") + "; filename=\"" + plain +
         "\"; filename*=UTF-8''" + http::percent_encode(file_name);
}

}  // namespace tracuu
