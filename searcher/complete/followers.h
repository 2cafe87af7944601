// The words that may stand next: what the index has seen behind the last finished word and begins
// as the unfinished one does.
//
//   «chuyen d»    đổi (−0.4), đến (−5.1), đi …

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/complete/typed_prefix.h"

namespace tracuu {

struct Follower {
  SyllableModel::Id before = 0;  // the form of the last finished word
  SyllableModel::Id form = 0;
  double score = 0;  // log P(before) + log P(form | before)
};

// Returns the likeliest followers, one for each toneless form. REQUIRES: `prefix` has a finished
// word. Cost: a look at each pair of the word's forms, some thousands.
std::vector<Follower> followers(const TypedPrefix& prefix, std::size_t most,
                                const SyllableModel& model);

// Returns the forms that follow `first` most often.
std::vector<SyllableModel::Id> frequent_after(SyllableModel::Id first, std::size_t most,
                                              const SyllableModel& model);

// Returns the finished words with their marks as they most likely are, `next` behind them.
std::vector<std::string> restored_before(const TypedPrefix& prefix, SyllableModel::Id before,
                                         const SyllableModel& model);

}  // namespace tracuu
