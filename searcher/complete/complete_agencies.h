// Completion of the agencies that documents of the index come from.
//
//   «so thong», «sở tt», «ubnd tinh th»    Sở Thông tin và Truyền thông, …
//
// The words typed stand in the name in their order, others may stand between them; an abbreviation
// that stands for an agency is read as its name.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "searcher/complete/completion.h"
#include "searcher/complete/sources.h"
#include "searcher/complete/typed_prefix.h"

namespace tracuu {

class AgencyCompleter {
 public:
  // Reads the agencies of the index. Cost: a look at every document.
  explicit AgencyCompleter(const CompletionSources& sources);

  // An agency, and whether its name begins with what was typed.
  struct Match {
    Completion completion;
    bool is_beginning = false;
  };

  // Returns the agencies: those that begin so first, then by documents. Cost: linear in agencies.
  std::vector<Match> complete(const TypedPrefix& prefix, std::size_t most) const;

 private:
  struct Word {
    std::string toned;
    std::string toneless;
  };
  struct Agency {
    std::string label;
    std::vector<Word> words;
    std::string key;
    Use use;
  };
  static bool fits(const BagSyllable& typed, const Word& word);
  static std::pair<bool, bool> match(const TypedPrefix& prefix, const Agency& agency);

  std::vector<Agency> agencies_;  // by documents, the most first
};

}  // namespace tracuu
