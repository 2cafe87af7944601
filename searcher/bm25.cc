#include "searcher/bm25.h"

#include <algorithm>
#include <cmath>

namespace tracuu {

double term_weight(std::uint32_t frequency, std::uint32_t documents, const Bm25& bm25) {
  double weight = (static_cast<double>(documents) - frequency + 0.5) / (frequency + 0.5);
  if (weight < 2) weight = weight * 0.5 + 1;
  return std::log(weight) * (bm25.k1 + 1);
}

std::uint32_t frequency_of_either(std::uint32_t a, std::uint32_t b, std::uint32_t documents) {
  const double first = a;
  const double second = b;
  return static_cast<std::uint32_t>(std::lround(first + second - first * second / documents));
}

double length_norm(std::uint32_t length, double average_length, const Bm25& bm25) {
  const double share = average_length > 0 ? length / average_length : 0;
  return bm25.k1 * (std::max(share, bm25.min_length_share) * bm25.b + (1 - bm25.b));
}

}  // namespace tracuu
