// The views of one index that its readers need, each with what was read of it, made when asked for.
//
//   views.of(Reader{}).snapshot                    what is for everyone
//   views.of(Reader{false, {"a", "khac"}})         the same object as for {"a"}, where no document
//                                                  of the index is for "khac"
//   views.of(Reader::of_everything())              the whole; on an index that hides nothing the
//                                                  one view of all readers
//
// Bounded: kMaxViews are kept, those used last; a restricted one takes kViewCacheBytes and some
// 60 bytes a document at most, the whole one what PostingsOptions says. Belongs to one thread; the
// posting lists of equal views are shared by all that have the same `caches`.

#pragma once

#include <cstdint>
#include <filesystem>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "core/index/failed_files.h"
#include "core/index/syllable_model.h"
#include "core/index/touched.h"
#include "searcher/complete/complete.h"
#include "searcher/posting_cache.h"
#include "searcher/reader.h"
#include "searcher/snapshot.h"

namespace tracuu {

inline constexpr std::size_t kMaxViews = 8;
inline constexpr std::size_t kViewCacheBytes = std::size_t{64} << 20;
inline constexpr std::size_t kViewFrequencies = 20000;

struct FailedFiles {
  std::uint64_t count = 0;
  bool is_listed = false;         // the reader may see which
  std::vector<FailedFile> first;  // ordered by path
};

struct ReaderView {
  std::string key;  // equal keys, equal views; empty: the whole
  std::unique_ptr<Snapshot> snapshot;
  SyllableModel model;  // of the texts that are seen
  std::string model_stamp;
  std::unique_ptr<Completer> completer;  // of the snapshot; made when first asked for
};

class ReaderViews {
 public:
  // Opens the index. Throws as open_index() does.
  explicit ReaderViews(std::filesystem::path directory,
                       std::shared_ptr<PostingCaches> caches = std::make_shared<PostingCaches>());

  // Goes over to the newest state of the index. Returns whether it is another. Throws
  // Xapian::Error and as open_index() does, and stays where it was then.
  bool refresh();

  const std::optional<IndexState>& state() const { return state_; }
  bool says_default_access() const;

  // Returns the files that the index could not be given, for a reader from whom nothing is hidden;
  // their number is for all. Throws Xapian::Error. Cost: a look at each.
  FailedFiles failed_files(const Reader& reader, std::size_t most) const;

  // Returns the view of the present state. The reference holds until the next call. Throws
  // Xapian::Error. Cost: a look-up for each group; for a new view or state a walk over the
  // documents.
  ReaderView& of(const Reader& reader);

 private:
  std::vector<std::string> groups_of(const Reader& reader) const;
  ReaderView make(std::string key, const Reader& reader) const;
  void follow(ReaderView& view, const Reader& reader) const;
  PostingsOptions options_for(const std::string& key, const Reader& reader) const;
  void load_model(ReaderView& view) const;

  std::filesystem::path directory_;
  std::shared_ptr<PostingCaches> caches_;
  std::filesystem::path generation_;
  Xapian::Database database_;
  std::optional<IndexState> state_;
  bool hides_something_ = false;
  std::size_t opened_ = 0;  // how often: without states a view of an earlier time is known by it
  std::list<std::pair<std::size_t, ReaderView>> views_;  // the one used last in front
};

}  // namespace tracuu
