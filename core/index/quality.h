// How well the text of an index's documents reads, kept beside the records: a look at the whole
// collection unpacks none of them.
//
//   slot kQualitySlot "…" (0.9731)   slot kRepairsSlot "tcvn3,vni" or "mojibake,damaged"

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "core/document/document.h"

namespace tracuu {

// Stands among the kinds of repair for Document::damaged.
inline constexpr std::string_view kDamagedCode = "damaged";

// Text reads badly below this share of valid syllables: right text scores about 0.95.
inline constexpr double kPoorQuality = 0.8;

// Fewer words prove nothing.
inline constexpr std::uint64_t kFewTokens = 20;

// Writes both slots; a document without tokens has no quality.
void add_quality_values(const Document& document, Xapian::Document& target);

// Returns the parts of a kRepairsSlot value.
std::vector<std::string> repair_codes(std::string_view value);

// Returns what a person calls a kind of repair: "TCVN3 (ABC)" for "tcvn3"; an unknown code as it
// is.
std::string_view repair_name(std::string_view code);

// Returns a share as people read it, rounded down: "97 %".
std::string percent(double share);

}  // namespace tracuu
