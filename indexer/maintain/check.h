// Looks through an index as a whole: tracuu-index --check.
//
//   check_index("/srv/idx").problems
//     {kTable, "docdata: block 17: bad checksum"}, {kRecord, "document 812: …"}
//
// Beyond what Xapian checks of its tables: every stored record is read, is found by its id and by
// no other document's, and the model of syllables is there.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/language.h"

namespace tracuu {

struct IndexProblem {
  enum class Kind {
    kTable,   // detail: a sentence of Xapian's
    kRecord,  // detail: which document, and what is wrong with its record
    kId,      // detail: the id that no or several documents are found by
    kModel,   // –
  };
  Kind kind = Kind::kTable;
  std::string detail;
};

struct CheckReport {
  std::string generation;
  std::uint64_t documents = 0;
  std::uint64_t problem_count = 0;
  std::vector<IndexProblem> problems;  // the first ones
};

// Takes the lock, as tables that are written to cannot be checked. Throws as open_index() does for
// what is no index of this program, and kIndexBusy. Cost: reads everything once.
CheckReport check_index(const std::filesystem::path& index, std::chrono::seconds patience = {});

std::string to_text(const CheckReport& report, Language language);
std::string to_json(const CheckReport& report);

}  // namespace tracuu
