// Shows how far an indexing run is: a live line on a terminal, one log line a minute elsewhere.

#pragma once

#include <string>

#include "core/base/language.h"
#include "indexer/indexer.h"

namespace tracuu {

class ProgressDisplay {
 public:
  ProgressDisplay(Language language, bool on_terminal)
      : language_(language), on_terminal_(on_terminal) {}

  // Writes to standard error when enough time has passed since the last time.
  void show(const IndexProgress& progress);

  // Takes the live line away, so that other output begins on a fresh line.
  void clear();

 private:
  Language language_;
  bool on_terminal_;
  double shown_at_ = 0;  // seconds into the run
  bool has_line_ = false;
};

// Returns "12.400 văn bản · 8,1 MB/giây · còn 2 phút 10 giây"; English numbers have a point.
std::string progress_line(const IndexProgress& progress, Language language);

}  // namespace tracuu
