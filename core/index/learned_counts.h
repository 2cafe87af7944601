// What is learnt from the texts of each access class (core/index/access.h), apart from the others.
//
//   counts.of("")->add(analysis)        of a document for everyone: file "syllables"
//   counts.of("1f3c…")->add(analysis)   of one that some groups may see: file "syllables-1f3c…"
//
// A reader is told by the files of the classes that he may see and by no other, so that no hidden
// word is suggested to him. Belongs to one thread.

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "core/index/syllable_counts.h"

namespace tracuu {

// Classes that are learnt from, each with tables of up to 50 MB; further ones are searched like all
// others, but suggest nothing.
inline constexpr std::size_t kMaxLearnedClasses = 64;

class LearnedCounts {
 public:
  // Returns the counts of a class, nullptr beyond kMaxLearnedClasses. The pointer holds as long as
  // this object, or until clear().
  SyllableCounts* of(const std::string& access_class);

  const std::map<std::string, SyllableCounts>& by_class() const { return by_class_; }
  bool empty() const { return by_class_.empty(); }
  void clear() { by_class_.clear(); }

  // Adds the counts of `other`.
  void merge(const LearnedCounts& other);

  // Writes the file of each class into a new generation, at least that of everyone's. Throws kIo,
  // kDiskFull.
  void write(const std::filesystem::path& generation) const;

  // Adds to what the files of a generation hold. Throws kIo, kDiskFull.
  void add_to(const std::filesystem::path& generation) const;

  // Takes from what the files hold: afterwards no pair of words is there that these texts alone
  // had. Throws kIo, kDiskFull.
  void take_from(const std::filesystem::path& generation) const;

 private:
  std::map<std::string, SyllableCounts> by_class_;
};

}  // namespace tracuu
