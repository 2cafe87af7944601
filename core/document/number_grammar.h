// What a document number may be made of, and what its parts mean.
//
//   number = seq "/" year "/" TYPE "-" ORG *("-" ORG)   15/2020/NĐ-CP, 17/2015/TTLT-BTP-BQP
//          | seq "/" TYPE "-" ORG *("-" UNIT)           749/QĐ-TTg
//          | seq "/" ORG "-" UNIT                       1234/UBND-KSTT (công văn)
//          | seq "-" TYPE "/" ORG ["-" UNIT]            01-NQ/TU (party, unions)
//          | seq "/" year "/" ("QH" | "UBTVQH") term    67/2020/QH14
//          | seq ("-" | "/") ("CP" | "TTg" | "HĐBT" | "CT" | "SL")   64-CP (before 1997)
//
// Separators as written are a hint only: 01/NQ/TU is 01-NQ/TU. A symbol that no table knows is
// taken where «số» stands before it (538/QLCL-QLVBCC). Internal to core/document.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/document/number.h"
#include "core/document/number_reader.h"

namespace tracuu {

// How sure we are that a number stands there before we look at its symbol.
enum class NumberCue {
  kNone,  // running text
  kSo,    // behind «số»
};

struct JudgedNumber {
  DocumentNumber number;
  std::size_t end = 0;  // offset in the text the parts were read from
};

// Returns the number that the parts begin with, nothing if they are none.
std::optional<JudgedNumber> judge_number(const NumberParts& parts, NumberCue cue);

// How the groups of a number are put together.
enum class NumberStyle {
  kState,  // 15/QĐ-UBND
  kParty,  // 15-QĐ/TU
  kOld,    // 64-CP
};

// Fills canonical and key from the other fields. `symbol` holds the groups: type, organs, unit.
void compose_number(DocumentNumber& number, const std::vector<std::string>& symbol,
                    NumberStyle style);

}  // namespace tracuu
