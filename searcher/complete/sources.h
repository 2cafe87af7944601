// What completion reads: one snapshot of the index, its model, and the heads of records.

#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "core/index/syllable_model.h"
#include "core/index/token_codes.h"
#include "core/text/analyzer.h"
#include "searcher/index_view.h"
#include "searcher/snapshot.h"

namespace tracuu {

// Title and number of documents, kept once read: unpacking a record takes some 50 µs, of a long
// law some milliseconds.
class RecordHeads {
 public:
  struct Head {
    std::string id;
    std::string title;
    std::string number;
  };

  // REQUIRES: `database` outlives this object.
  explicit RecordHeads(const IndexView& database) : database_(database) {}

  // Returns the head; the reference holds until the next call.
  const Head& of(Xapian::docid docid);

 private:
  IndexView database_;
  std::unordered_map<Xapian::docid, Head> heads_;
};

struct CompletionSources {
  const text::Analyzer& analyzer;
  const TokenCodes& codes;
  const SyllableModel& model;
  Snapshot& snapshot;
  RecordHeads& heads;
};

// The documents of a set as completions count them.
struct Use {
  std::uint64_t documents = 0;
  std::int32_t latest = 0;  // yyyymmdd
};

// Returns the use of a set. Cost: one look at each document.
Use use_of(const DocumentSet& documents, Snapshot& snapshot);

// Returns what use is worth in ranking: documents, halved for every eight years that the newest of
// them is behind 2100: only differences matter, and no clock decides an order.
double worth(const Use& use);

}  // namespace tracuu
