// Shows how far an indexing run is: a live line on a terminal, one log line a minute elsewhere.

#pragma once

#include <cstddef>
#include <string>

#include "core/base/language.h"
#include "indexer/indexer.h"

namespace tracuu {

inline constexpr std::size_t kProgressColumns = 100;

class ProgressDisplay {
 public:
  ProgressDisplay(Language language, bool on_terminal, std::size_t columns = kProgressColumns)
      : language_(language), on_terminal_(on_terminal), columns_(columns) {}

  // Writes to standard error when enough time has passed since the last time.
  void show(const IndexProgress& progress);

  // Takes the live line away, so that other output begins on a fresh line.
  void clear();

 private:
  Language language_;
  bool on_terminal_;
  std::size_t columns_;
  double shown_at_ = 0;  // seconds into the run
  bool has_line_ = false;
};

// Returns "[███░░░░░░░] 25 % · 12.400 văn bản · 8,1 MB/giây · còn 30 giây · 3 lỗi · thu/12.docx" in
// at most `columns` characters, the file's name cut at its front; English numbers have a point.
std::string progress_line(const IndexProgress& progress, Language language,
                          std::size_t columns = kProgressColumns);

}  // namespace tracuu
