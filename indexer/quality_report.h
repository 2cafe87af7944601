// Which documents of an index read badly, for whoever looks after the collection:
// tracuu-index --report.
//
//   12 %  –            vb/1998/17.txt  nghÞ quyÕt …        an encoding that was not found out
//   61 %  TCVN3 (ABC)  vb/1999/3.txt   Nghị quyết về…      half of it was lost before it came here
//
// Text in another language reads badly as well, and is listed: the share says which. A few words
// prove nothing: documents with fewer than kFewTokens are counted, not listed.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/language.h"
#include "core/index/quality.h"
#include "indexer/repair_counts.h"

namespace tracuu {

struct PoorDocument {
  double quality = 0;
  std::vector<std::string> codes;  // repair_codes()
  std::string id;
  std::string title;
};

struct QualityReport {
  double limit = kPoorQuality;
  std::uint64_t documents = 0;
  std::vector<PoorDocument> poor;  // below the limit, worst first, then by id
  std::uint64_t few_tokens = 0;    // below the limit, too short to tell
  RepairCounts repaired;           // of the whole index
};

// Returns the report on the live index. Throws as open_index() does. Unpacks only records below the
// limit.
QualityReport report_quality(const std::filesystem::path& index, double limit = kPoorQuality);

// Returns the report for people, harmless to show, and for programs: one line of JSON.
std::string to_text(const QualityReport& report, Language language);
std::string to_json(const QualityReport& report);

}  // namespace tracuu
