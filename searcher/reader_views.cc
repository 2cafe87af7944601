#include "searcher/reader_views.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "core/base/hex.h"
#include "core/index/access.h"
#include "core/index/database.h"
#include "core/index/directory.h"
#include "core/index/schema.h"
#include "core/index/syllable_counts.h"

namespace tracuu {
namespace {

// Names of groups have no line end; a key without groups is not that of the whole.
constexpr char kMark = '\n';

std::string stamp_of(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  const auto time = std::filesystem::last_write_time(file, error);
  if (error) return file.string() + '?';
  return file.string() + '|' + std::to_string(size) + '|' +
         std::to_string(time.time_since_epoch().count());
}

}  // namespace

ReaderViews::ReaderViews(std::filesystem::path directory, std::shared_ptr<PostingCaches> caches)
    : directory_(std::move(directory)), caches_(std::move(caches)) {
  refresh();
}

bool ReaderViews::refresh() {
  Xapian::Database now = open_index(directory_);
  std::optional<IndexState> state = state_of(now);
  if (opened_ > 0 && state && state == state_) return false;
  const bool hides_something = now.term_exists(std::string(schema::kRestricted));
  generation_ = IndexDirectory(directory_).live();
  database_ = std::move(now);
  state_ = std::move(state);
  hides_something_ = hides_something;
  ++opened_;
  return true;
}

bool ReaderViews::says_default_access() const {
  return !database_.get_metadata(std::string(schema::kDefaultAccessKey)).empty();
}

FailedFiles ReaderViews::failed_files(const Reader& reader, std::size_t most) const {
  FailedFiles files;
  files.is_listed = reader.sees_everything || !hides_something_;
  for_each_failed_file(database_, [&](FailedFile file) {
    ++files.count;
    if (files.is_listed && files.first.size() < most) files.first.push_back(std::move(file));
    return true;
  });
  return files;
}

// The groups that a document of the index is for, in order.
std::vector<std::string> ReaderViews::groups_of(const Reader& reader) const {
  std::vector<std::string> groups;
  const std::size_t most = std::min(reader.groups.size(), kMaxReaderGroups);
  for (std::size_t i = 0; i < most; ++i) {
    const std::string& group = reader.groups[i];
    if (database_.term_exists(schema::term(schema::kAccessGroup, group))) groups.push_back(group);
  }
  std::ranges::sort(groups);
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return groups;
}

ReaderView& ReaderViews::of(const Reader& reader) {
  std::string key;
  Reader known{true, {}};
  if (!reader.sees_everything && hides_something_) {
    known = {false, groups_of(reader)};
    key += kMark;
    for (const std::string& group : known.groups) key += group + kMark;
  }
  const auto found = std::ranges::find(views_, key, [](const auto& one) { return one.second.key; });
  if (found == views_.end()) {
    ReaderView made = make(std::move(key), known);
    views_.emplace_front(opened_, std::move(made));
    if (views_.size() > kMaxViews) views_.pop_back();
  } else {
    views_.splice(views_.begin(), views_, found);
    auto& [opened, view] = views_.front();
    if (opened != opened_) {
      follow(view, known);
      opened = opened_;
    }
  }
  return views_.front().second;
}

ReaderView ReaderViews::make(std::string key, const Reader& reader) const {
  ReaderView view;
  view.key = std::move(key);
  follow(view, reader);
  return view;
}

// A view of a state has one name wherever it is open, and no two views one: the tag is any bytes,
// so it is written in others than the mark. Where states have no name nothing is shared.
PostingsOptions ReaderViews::options_for(const std::string& key, const Reader& reader) const {
  PostingsOptions options;
  if (!reader.sees_everything) {
    options.cache_bytes = kViewCacheBytes;
    options.kept_frequencies = kViewFrequencies;
  }
  if (state_) {
    options.shared = caches_;
    options.name =
        state_->uuid + '.' + std::to_string(state_->revision) + '.' + to_hex(state_->tag);
    options.name += kMark + key;
  }
  return options;
}

// Brings the view to the present state; as it was where that fails.
void ReaderViews::follow(ReaderView& view, const Reader& reader) const {
  const PostingsOptions options = options_for(view.key, reader);
  auto now = std::make_unique<Snapshot>(
      reader.sees_everything ? IndexView(database_) : IndexView(database_, reader.groups), options);
  if (view.snapshot) now->follow(*view.snapshot);
  view.completer.reset();
  view.snapshot = std::move(now);
  load_model(view);
}

// The model of all classes that are seen: the file itself where it is one, else their sum.
void ReaderViews::load_model(ReaderView& view) const {
  const IndexView& index = view.snapshot->database();
  const std::string prefix(schema::kAccessClass);
  std::vector<std::string> classes{""};
  const auto end = index.allterms_end(prefix);
  for (auto term = index.allterms_begin(prefix); term != end; ++term) {
    classes.push_back((*term).substr(prefix.size()));
  }
  std::string stamp;
  for (const std::string& one : classes) {
    stamp += stamp_of(generation_ / SyllableModel::file_name(one)) + kMark;
  }
  if (stamp == view.model_stamp) return;
  if (classes.size() == 1) {
    view.model = SyllableModel(generation_);
  } else {
    SyllableCounts counts;
    for (const std::string& one : classes) counts.merge(SyllableModel(generation_, one));
    view.model = SyllableModel::of_bytes(counts.bytes());
  }
  view.model_stamp = std::move(stamp);
}

}  // namespace tracuu
