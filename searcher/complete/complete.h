// Completes what is being typed into the search box.
//
//   «749/q»       749/QĐ-TTg
//   «chuyen d»    chuyển đổi số, chuyển đổi, Kế hoạch chuyển đổi số năm 2024 …
//   «so thong»    Sở Thông tin và Truyền thông …
//
// With or without marks: a mark that was typed is there in every completion, a missing one stands
// for any. Numbers first where the text is the beginning of one, else phrases, agencies and titles;
// inside a kind by use and recency. The same index gives the same completions.

#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "core/index/syllable_model.h"
#include "core/text/analyzer.h"
#include "searcher/complete/complete_agencies.h"
#include "searcher/complete/completion.h"
#include "searcher/complete/sources.h"
#include "searcher/snapshot.h"

namespace tracuu {

inline constexpr std::size_t kDefaultCompletions = 10;
inline constexpr std::size_t kMaxCompletions = 100;

// Belongs to one snapshot and one thread; keeps what it has read.
class Completer {
 public:
  // REQUIRES: all of them outlive this object.
  Completer(const text::Analyzer& analyzer, const TokenCodes& codes, const SyllableModel& model,
            Snapshot& snapshot);

  // Returns at most `limit` completions, the best first, none twice. Nothing for a text without
  // words or of more than kMaxPrefixBytes. Throws Xapian::Error. Cost: some milliseconds.
  std::vector<Completion> complete(std::string_view typed, std::size_t limit);

 private:
  text::Analysis analysis_;
  RecordHeads heads_;
  CompletionSources sources_;
  std::unique_ptr<AgencyCompleter> agencies_;  // read when first asked for
};

}  // namespace tracuu
