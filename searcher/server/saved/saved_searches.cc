#include "searcher/server/saved/saved_searches.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>
#include <variant>

#include <spdlog/spdlog.h>

#include "core/base/error.h"
#include "core/text/visible.h"
#include "searcher/server/http/response.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

// One byte more than is taken, so that a longer file is known.
std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(kMaxSavedSearchBytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    if (it->path().extension() == ".json" && it->is_regular_file(failed)) {
      files.push_back(it->path());
    }
  }
  std::ranges::sort(files);
  if (files.size() > kMaxSavedSearches) files.resize(kMaxSavedSearches);
  return files;
}

}  // namespace

SavedSearches::SavedSearches(fs::path folder, Clock clock)
    : folder_(std::move(folder)), clock_(std::move(clock)), looked_(clock_() - kLookEvery) {
  std::error_code failed;
  if (!folder_.empty() && !fs::is_directory(folder_, failed)) {
    throw Error(ErrorCode::kPathMissing, {folder_.string()});
  }
  keep_up();
}

void SavedSearches::keep_up() {
  if (folder_.empty() || clock_() - looked_ < kLookEvery) return;
  looked_ = clock_();
  std::vector<std::pair<fs::path, std::string>> texts;
  std::vector<std::string> parts;
  for (const fs::path& file : files_of(folder_)) {
    texts.emplace_back(file, read(file));
    parts.push_back(file.filename().string());
    parts.push_back(texts.back().second);
  }
  std::string version = http::etag_of(parts);
  if (version == state_.version) return;
  List list;
  for (const auto& [file, text] : texts) {
    auto parsed = parse_saved_search(file.stem().string(), text);
    if (auto* saved = std::get_if<SavedSearch>(&parsed)) {
      list.push_back(std::move(*saved));
    } else {
      spdlog::warn("{}: left out: {}", text::visible(file.string(), text::Lines::kJoin),
                   text::visible(std::get<std::string>(parsed), text::Lines::kJoin));
    }
  }
  state_ = {std::make_shared<const List>(std::move(list)), std::move(version)};
}

std::shared_ptr<const SavedSearches::List> SavedSearches::all() {
  const std::lock_guard lock(mutex_);
  keep_up();
  return state_.list;
}

std::string SavedSearches::version() {
  const std::lock_guard lock(mutex_);
  keep_up();
  return state_.version;
}

}  // namespace tracuu
