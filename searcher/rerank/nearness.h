// How near to each other the pairs of a query stand in the stretches of a text, in either order.
//
//   query «mức phạt xe máy», passage «phạt tiền ở mức cao nhất đối với xe máy»
//     mức phạt 1/3 (three tokens apart, the other way round)   phạt xe 1/8   xe máy 1
//
// A pair counts by 1 / distance where its words stand at most kNearTokens apart, at its nearest,
// and by its weight. Not the sum over all places, as in Büttcher, Clarke and Lushman, Term
// proximity scoring for ad-hoc retrieval (2006), which counts often what is said often. Chosen on
// the tune sets (tests/relevance/README.md).

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/rerank/query_units.h"

namespace tracuu {

// Tokens from the first to the last of what is near.
inline constexpr std::uint32_t kNearTokens = 8;

// Of one query. Belongs to one thread.
class Nearness {
 public:
  explicit Nearness(const QueryUnits& query);

  // Begins a stretch of the text: what stands in another is not near.
  void begin_stretch();

  // Adds the next word of the query in the stretch. REQUIRES: `toneless` is QueryUnit::toneless of
  // a unit; tokens grow. Cost: two steps, more for a word that is in more than two pairs.
  void add(std::uint32_t token, std::uint8_t toneless);

  // The share of the weight of the query's pairs, 0…1; 0 for a query without pairs.
  double share() const;

  // The next text.
  void forget();

 private:
  // A pair of a word with another one, which stands before or after it in the query.
  struct Partner {
    std::uint8_t toneless = 0;
    std::uint16_t pair = 0;
  };

  // Most words are in two pairs: these are looked at without a branch. A word in fewer has a pair
  // with a word that is not there.
  struct Partners {
    std::array<Partner, 2> usual;
    std::vector<Partner> more;
  };

  void look_at(const Partner& partner, std::uint32_t token);

  std::vector<Partners> partners_;          // by word
  std::vector<std::uint32_t> last_tokens_;  // by word: where it stood last in the stretch; one more
  std::vector<std::uint32_t> distances_;    // by pair, the least in the text; one more
  std::vector<double> weights_;             // by pair, as shares of them all
};

inline void Nearness::look_at(const Partner& partner, std::uint32_t token) {
  // Of a word that was not there the token is so far behind that it wraps around.
  const std::uint32_t distance = token - last_tokens_[partner.toneless];
  std::uint32_t& least = distances_[partner.pair];
  least = distance < least ? distance : least;
}

inline void Nearness::add(std::uint32_t token, std::uint8_t toneless) {
  const Partners& partners = partners_[toneless];
  for (const Partner& partner : partners.usual) look_at(partner, token);
  for (const Partner& partner : partners.more) look_at(partner, token);
  last_tokens_[toneless] = token;
}

}  // namespace tracuu
