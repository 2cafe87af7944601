#include "searcher/server/page_files.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <xxhash.h>

#include "core/base/error.h"

namespace tracuu {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in.good() && !in.eof()) throw Error(ErrorCode::kPathUnreadable, {path.string(), "read"});
  if (bytes.size() > kMaxPageFileBytes) {
    throw Error(ErrorCode::kPathUnreadable, {path.string(), "> 1 MiB"});
  }
  return bytes;
}

}  // namespace

PageFiles::PageFiles(const std::filesystem::path& folder) {
  std::error_code failed;
  if (!folder.empty() && !std::filesystem::is_directory(folder, failed)) {
    throw Error(ErrorCode::kPathMissing, {folder.string()});
  }
  for (const auto& [name, bytes] : built_in_page_files()) {
    const std::filesystem::path own = folder / name;
    const bool is_replaced = !folder.empty() && std::filesystem::is_regular_file(own, failed);
    files_.emplace(name, is_replaced ? read(own) : std::string(bytes));
  }
}

const std::string& PageFiles::file(std::string_view name) const {
  const auto found = files_.find(name);
  if (found == files_.end()) throw Error(ErrorCode::kPathMissing, {std::string(name)});
  return found->second;
}

std::string PageFiles::version(std::string_view name) const {
  const std::string& bytes = file(name);
  std::array<char, 20> text{};
  std::snprintf(text.data(), text.size(), "%012llx",
                static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size()) >> 16));
  return text.data();
}

}  // namespace tracuu
