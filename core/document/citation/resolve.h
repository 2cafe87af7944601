// Decides which act a citation means, among the documents that could be meant.
//
//   «Nghị định số 30/2020/NĐ-CP»           one act has the number: asserted
//   «Quyết định số 15/QĐ-UBND của Ủy ban nhân dân tỉnh» in a decision of Sông Lam
//      every province has such a number; the one of Sông Lam is meant: asserted
//   «Nghị quyết số 01-NQ/TU»               recurs every term: ranked, unless the date tells
//   «Luật Đất đai»                         the law of that name if there is one
//
// The same act may be there several times, from two sources: candidates with one number, one agency
// and dates that do not contradict each other are copies of one act.
//
// What is given must fit: a number, an agency (said, or implied by the number: BTC, or for numbers
// each province has by «tỉnh» and the citing document's own agency), a date. Where one of them does
// not fit or tells nothing, or several acts fit, nothing is asserted and what comes near is ranked:
// dates have typing errors. Nothing later than the citing document is meant.
//
// A law by its name alone is the one of that name, if there is one: give completed() citations, or
// a new law that the catalogue does not have is taken for the old one.
//
// Of a citation with a subject, give acting_context() for the citing document.
//
// A pure rule; the caller finds the candidates, by number key or by name.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/citation.h"
#include "core/document/citation/find_citations.h"

namespace tracuu {

// A document that could be meant. `id` is the caller's. Views need live only during the call.
struct Candidate {
  std::size_t id = 0;
  std::string_view key;     // of its number
  std::string_view type;    // "Nghị định"
  std::string_view agency;  // "Chính phủ"
  std::string_view date;    // of issue, ISO; empty if unknown
  std::string_view title;
};

struct Resolution {
  enum class Kind { kNone, kRanked, kAsserted };
  Kind kind = Kind::kNone;

  // kAsserted: the copies of the one act; kRanked: each candidate that comes near, best first.
  std::vector<std::size_t> ids;
};

// Returns the act that the citation means. Cost: quadratic in the candidates at worst; at most
// kMaxCandidates of them are looked at.
inline constexpr std::size_t kMaxCandidates = 200;
Resolution resolve(const Citation& citation, const CitationContext& citing,
                   std::span<const Candidate> candidates);

// Returns the citations, those of a law by its name alone with the number and date by which the
// same document gives that law elsewhere («Căn cứ Luật Đất đai số 31/2024/QH15» above, «Luật Đất
// đai» below): what to resolve instead of them. Where it gives two laws of one name, the bare name
// is taken away: nothing tells which is meant.
std::vector<Citation> completed(std::span<const Citation> citations);

// Returns what is known of the document that acts on the citation: its subject where it has one, of
// whose day a cited law must be («Nghị định số 75/2014/NĐ-CP hướng dẫn Bộ luật Lao động» is not the
// code of 2019), else the citing document. REQUIRES: citation.subject is kNoSubject or an index
// into `all`.
CitationContext acting_context(const Citation& citation, std::span<const Citation> all,
                               const CitationContext& citing);

// Returns the key by which a law is found by its name, equal for «Luật Bảo vệ sức khoẻ nhân dân»
// and a title «Luật 21-LCT/HĐNN8 BẢO VỆ SỨC KHỎE NHÂN DÂN»: type and name without number and marks.
std::string law_name_key(std::string_view type, std::string_view name_or_title);

}  // namespace tracuu
