// An index directory: generations of a Xapian database, one of which is live.
//
//   DIR/current      "gen-0003", the live generation; a line for each earlier one that is kept
//   DIR/gen-0001/    a Xapian database, and beside it `syllables`, the model learnt from it
//   DIR/lock         held by the one writer
//   DIR/last-run     what the last run has done (core/index/last_run.h)
//   DIR/scratch/     what a build in progress needs
//
// A generation is built aside and becomes live by one rename(2) of `current`; everything it
// consists of is on the disk before that. So a reader finds a whole index or none, whenever the
// machine stops. A generation that is not named by `current` is what a killed build left behind, or
// one that was live until the last switch: readers may be at it until the next run takes it away.

#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tracuu {

inline constexpr const char* kLastRunFile = "last-run";
inline constexpr const char* kClosedFile = "closed";  // closed_mark.h

// Puts a file with this text in the place of `file` by a rename: it is the old one or the new one,
// whenever the machine stops. Throws kIo, kDiskFull.
void replace_file(const std::filesystem::path& file, const std::string& text);

class IndexDirectory {
 public:
  explicit IndexDirectory(std::filesystem::path path) : path_(std::move(path)) {}

  const std::filesystem::path& path() const { return path_; }

  // Returns the name of the live generation; nothing when the directory is absent or empty.
  // Throws kNotAnIndex for a directory that holds something else.
  std::optional<std::string> current() const;

  // Returns the path of the live generation. Throws kIndexMissing or kNotAnIndex.
  std::filesystem::path live() const;

  // Returns the paths of the earlier generations that are kept and there, the newest first.
  std::vector<std::filesystem::path> kept() const;

  // Returns the path for a new generation, which does not exist yet. REQUIRES: the lock is held.
  std::filesystem::path next_generation() const;

  // Returns the folder for what a build needs meanwhile; remove_leftovers() takes it away.
  std::filesystem::path scratch() const;

  // Syncs `generation` to the disk, then makes it the live one; of those before it `keep` stay.
  // REQUIRES: the lock is held.
  void make_live(const std::filesystem::path& generation, std::size_t keep = kKeepDefault) const;

  // The same, where `generation` holds what the live one holds: that one is not kept.
  void replace_live(const std::filesystem::path& generation) const;

  // Makes the newest kept generation the live one. The one that was live is kept as the oldest, so
  // going back once for each kept generation and once more ends where it began. Returns the path
  // of what is live now. Throws kNothingKept. REQUIRES: the lock is held.
  std::filesystem::path roll_back() const;

  // Removes generations that are neither live nor kept, and the scratch folder. REQUIRES: the lock
  // is held.
  void remove_leftovers() const;

  static constexpr std::size_t kKeepDefault = 1;
  static constexpr std::size_t kMaxKept = 16;

 private:
  std::vector<std::string> named() const;
  std::vector<std::filesystem::path> generations() const;
  void write_current(const std::vector<std::string>& names) const;

  std::filesystem::path path_;
};

// Held while writing; given back by the destructor and by the system when the process ends.
class IndexLock {
 public:
  // Creates the directory when it is absent. While another writer holds the lock, waits for at most
  // `patience`. Throws kIndexBusy when the lock is still held then, kIo or kDiskFull when the
  // directory cannot be made, kNotAnIndex when it is a file.
  explicit IndexLock(const IndexDirectory& directory, std::chrono::seconds patience = {});
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace tracuu
