// An index directory: generations of a Xapian database, one of which is live.
//
//   DIR/current      one line, "gen-0001": the live generation
//   DIR/gen-0001/    a Xapian database, and beside it `syllables`, the model learnt from it
//   DIR/lock         held by the one writer
//   DIR/scratch/     what a build in progress needs
//
// A generation is built aside and becomes live by one rename(2) of `current`; everything it
// consists of is on the disk before that. So a reader finds a whole index or none, whenever the
// machine stops. A generation that is not named by `current` is what a killed build left behind.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tracuu {

class IndexDirectory {
 public:
  explicit IndexDirectory(std::filesystem::path path) : path_(std::move(path)) {}

  const std::filesystem::path& path() const { return path_; }

  // Returns the name of the live generation; nothing when the directory is absent or empty.
  // Throws kNotAnIndex for a directory that holds something else.
  std::optional<std::string> current() const;

  // Returns the path of the live generation. Throws kIndexMissing or kNotAnIndex.
  std::filesystem::path live() const;

  // Returns the path for a new generation, which does not exist yet. REQUIRES: the lock is held.
  std::filesystem::path next_generation() const;

  // Returns the folder for what a build needs meanwhile; remove_leftovers() takes it away.
  std::filesystem::path scratch() const;

  // Syncs `generation` to the disk, then makes it the live one. REQUIRES: the lock is held.
  void make_live(const std::filesystem::path& generation) const;

  // Removes generations that are not live, and the scratch folder. REQUIRES: the lock is held.
  void remove_leftovers() const;

 private:
  std::vector<std::filesystem::path> generations() const;

  std::filesystem::path path_;
};

// Held while writing; given back by the destructor and by the system when the process ends.
class IndexLock {
 public:
  // Creates the directory when it is absent. Throws kIndexBusy when another writer holds the lock,
  // kIo or kDiskFull when the directory cannot be made, kNotAnIndex when it is a file.
  explicit IndexLock(const IndexDirectory& directory);
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace tracuu
