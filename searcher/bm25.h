// BM25 as Xapian 1.4's BM25Weight computes it, with k2 = 0 and k3 of no effect:
//
//   score(term, document) = idf(term) · (k1 + 1) · count / (norm(document) + count)
//   norm(document)        = k1 · (1 − b + b · max(length / average length, min_length_share))
//   idf(term)             = ln(w), w = (N − n + ½) / (n + ½), halved and raised by 1 below 2
//
// So a term that every document has weighs nearly nothing and never less.

#pragma once

#include <cstdint>

namespace tracuu {

struct Bm25 {
  double k1 = 0.8;
  double b = 0.5;
  double min_length_share = 0.3;  // shorter documents gain no more

  friend bool operator==(const Bm25&, const Bm25&) = default;
};

// Returns idf(term) · (k1 + 1). REQUIRES: frequency <= documents.
double term_weight(std::uint32_t frequency, std::uint32_t documents, const Bm25& bm25);

// Returns the frequency of two terms that count as one, as Xapian's OP_SYNONYM estimates it: as if
// they were independent.
std::uint32_t frequency_of_either(std::uint32_t a, std::uint32_t b, std::uint32_t documents);

// Returns norm() of a document of `length`. `average_length` may be 0: every document is empty.
double length_norm(std::uint32_t length, double average_length, const Bm25& bm25);

}  // namespace tracuu
