// «Tương tự»: what else the index holds about the matter of a document.
//
// The most telling pairs of syllables of the document, weighted by how often it says them and how
// few others do:
//
//   749/QĐ-TTg «Chương trình chuyển đổi số quốc gia»
//       doi so · chuyen doi · kinh te so · chinh phu so · nen tang …    40 pairs at most
//
// Left out are pairs with a figure, pairs of the document and its copies alone, and what one in
// twenty documents says («căn cứ luật»). Similar is what has a fair share of them; it is then
// ranked by rank_by_score(), and copies of the document are no finding.

#pragma once

#include <cstddef>

#include <xapian.h>

#include "core/text/analyzer.h"
#include "searcher/deadline.h"
#include "searcher/scoring.h"
#include "searcher/snapshot.h"

namespace tracuu {

struct SimilarOptions {
  std::size_t most_terms = 40;
  double most_documents = 0.05;  // a term in more of them, as a share of the index, tells nothing
  double title = 2.0;            // weight of a pair that stands in the title, too
  double least_share = 0.15;     // of the weight of all terms, in a document that is similar
};

struct Similar {
  Scoring scoring;        // for rank_by_score(); may be empty
  DocumentSet documents;  // without the document and its copies
};

// Returns what is similar to a document. REQUIRES: the document exists. Throws Xapian::Error. When
// the deadline is over, the terms that were not come to yet are left out: of two texts the one that
// says more of the others is found all the same.
// Cost: said_pairs(), and the posting lists of the terms taken: 1.6 ms on 27,600 documents,
// and 1 ms for the ranking of it.
Similar find_similar(Snapshot& snapshot, Xapian::docid docid, const text::Analyzer& analyzer,
                     Deadline& deadline, const SimilarOptions& options = {});

}  // namespace tracuu
