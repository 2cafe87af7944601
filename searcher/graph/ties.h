// The ties of one document to others: what it cites, and what cites it.
//
//   outgoing(19/2020/QĐ-UBND)
//     kBasedOn  Nghị định số 30/2020/NĐ-CP   2 mentions   «Căn cứ Nghị định số 30/2020/NĐ-CP …;»
//     kReplaces Quyết định số 31/2016/QĐ-UBND              resolved: van-ban/2016/31-….txt
//   incoming(19/2020/QĐ-UBND)
//     kAmends   said by 27/2023/QĐ-UBND, part "Điều 5"
//     kAmends   by B, said by C: «Quyết định A được sửa đổi bởi Quyết định B»     actor B
//
// Mentions of one target in one relation and one part are one tie. Incoming ties are found by the
// document's keys and kept only where the citation resolves to it; a citation without a whole
// number («Nghị quyết 01») has no key and is outgoing only.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "core/document/document.h"
#include "searcher/graph/resolver.h"

namespace tracuu {

// Bounds of one answer.
inline constexpr std::size_t kMaxMentions = 10000;  // citations of one document that are looked at
inline constexpr std::size_t kMaxIncoming = 200;    // citing documents whose records are read
inline constexpr std::size_t kMaxSentenceBytes = 600;

// A document as it is cited, and what that means in this index.
struct Cited {
  Citation citation;
  Resolution resolution;
};

struct Tie {
  Relation relation = Relation::kRefersTo;
  Xapian::docid citing = 0;    // the document that says so
  std::string citing_number;   // as written
  Cited target;                // part and from of the citation are the tie's
  std::optional<Cited> actor;  // who acts on the target, where it is not the citing document
  std::string sentence;        // around the first mention
  std::size_t mentions = 1;
};

struct Incoming {
  std::vector<Tie> ties;
  std::size_t documents = 0;  // that cite its keys, some of them perhaps meaning another document
  std::size_t read = 0;       // the newest of them, at most kMaxIncoming
};

// Returns what the document cites, in the order of the text, itself and its copies left out.
// REQUIRES: `document` is the record of docid. Throws Xapian::Error.
std::vector<Tie> outgoing_ties(Resolver& resolver, Xapian::docid docid, const Document& document);

// Returns which documents the citations with the key mean, each as often as it is cited.
std::vector<Cited> citations_of(Resolver& resolver, Xapian::docid docid, const Document& document,
                                const std::string& key);

// Returns what cites the document, the newest first. Cost: one record for each citing document.
Incoming incoming_ties(Resolver& resolver, Xapian::docid docid, const Document& document);

// Returns the documents with any of the keys in terms of `prefix`, the newest first; those without
// a date last.
std::vector<Xapian::docid> citing_documents(Snapshot& snapshot, std::string_view prefix,
                                            const std::vector<std::string>& keys);

}  // namespace tracuu
