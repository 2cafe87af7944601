#include "searcher/server/file/share_address.h"

#include <algorithm>

#include "searcher/server/http/request.h"

namespace tracuu {
namespace {

bool is_windows_share(std::string_view address) {
  return address.starts_with("\\\\");
}

}  // namespace

std::string share_address(const std::string& file, const std::vector<Share>& shares) {
  const Share* longest = nullptr;
  for (const Share& share : shares) {
    const bool is_below = file.size() > share.folder.size() && file.starts_with(share.folder) &&
                          file[share.folder.size()] == '/';
    if (is_below && (longest == nullptr || share.folder.size() > longest->folder.size())) {
      longest = &share;
    }
  }
  if (longest == nullptr) return {};
  std::string address = longest->address;
  std::string_view rest = std::string_view(file).substr(longest->folder.size());
  if (is_windows_share(address)) {
    address += rest;
    std::ranges::replace(address, '/', '\\');
    return address;
  }
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the slash
    const std::string_view name = rest.substr(0, rest.find('/'));
    address += '/' + http::percent_encode(name);
    rest.remove_prefix(name.size());
  }
  return address;
}

bool is_share_address(std::string_view address) {
  const bool has_kind = is_windows_share(address) || address.starts_with("file://") ||
                        address.starts_with("https://") || address.starts_with("http://");
  return has_kind && std::ranges::none_of(address, [](char c) {
           return static_cast<unsigned char>(c) < ' ' || c == '\x7F';
         });
}

}  // namespace tracuu
