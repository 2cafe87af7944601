#include "searcher/rerank/query_units.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "core/index/schema.h"
#include "core/index/token_stream.h"
#include "core/text/i_y.h"

namespace tracuu {
namespace {

// A toned syllable is one term of three for each token of a text: toned, toneless, pair.
constexpr double kTermsPerToken = 3;

// Rarity of terms over the passages of the index.
class PassageIdf {
 public:
  explicit PassageIdf(const Postings& postings)
      : postings_(postings),
        mean_(std::max(1.0, postings.database().get_avlength() / kTermsPerToken / kPassageTokens)),
        passages_(std::max<double>(1, postings.database().get_doccount()) * mean_) {}

  // Passages a document.
  double mean() const { return mean_; }

  double of(const std::string& term) const {
    const double with =
        passage_frequency(postings_.frequency(term), postings_.occurrences(term), mean_);
    return std::log1p((passages_ - std::min(with, passages_) + 0.5) / (with + 0.5));
  }

 private:
  const Postings& postings_;
  double mean_;
  double passages_;
};

struct FoundUnit {
  std::string toned;
  std::string toneless;
  bool is_any = false;  // typed without marks, and nothing is known of them
  bool in_number = false;
  double weight = 0;
  double inexact = 0;
};

FoundUnit read_unit(const BagSyllable& syllable, bool bag_has_marks,
                    const RankingOptions& options) {
  const bool is_restored =
      !syllable.restored.empty() && (!bag_has_marks || syllable.restored != syllable.toned);
  FoundUnit unit;
  unit.toned = is_restored ? syllable.restored : syllable.toned;
  unit.toneless = syllable.toneless;
  unit.is_any = !is_restored && !bag_has_marks;
  unit.in_number = syllable.in_number;
  unit.inexact = is_restored   ? options.toneless_of_restored
                 : unit.is_any ? options.toneless
                               : options.toneless_of_marked;
  return unit;
}

// The units of the bags, each once, by their toned forms: the order of typing must not decide which
// are kept of too many.
std::vector<FoundUnit> find_units(const std::vector<Bag>& bags, const RankingOptions& options,
                                  const PassageIdf& idf) {
  std::map<std::string, FoundUnit> found;
  for (const Bag& bag : bags) {
    for (const BagSyllable& syllable : bag.syllables) {
      if (syllable.in_place) continue;
      FoundUnit unit = read_unit(syllable, bag.has_marks, options);
      unit.weight = idf.of(unit.is_any ? schema::term(schema::kToneless, unit.toneless)
                                       : schema::term("", unit.toned));
      found.try_emplace(unit.toned, unit).first->second.in_number |= unit.in_number;
    }
  }
  std::vector<FoundUnit> kept;
  kept.reserve(found.size());
  for (auto& [toned, unit] : found) kept.push_back(std::move(unit));
  if (kept.size() <= kMaxUnits) return kept;
  std::ranges::stable_sort(
      kept, [](const FoundUnit& a, const FoundUnit& b) { return a.weight > b.weight; });
  kept.resize(kMaxUnits);
  return kept;
}

}  // namespace

double passage_frequency(double documents, double occurrences, double mean) {
  if (documents <= 0) return 0;
  // As if each document had its occurrences strewn over its passages at random.
  return documents * mean * (1 - std::pow(1 - 1 / std::max(1.0, mean), occurrences / documents));
}

QueryUnits::QueryUnits(const std::vector<Bag>& bags, const RankingOptions& options,
                       const TokenCodes& codes, const Postings& postings)
    : table_(kCodes, kNone),
      is_known_(kCodes / kBits),
      pair_table_(kMaxUnits * kMaxUnits, kNoPair) {
  const PassageIdf idf(postings);
  mean_tokens_ = idf.mean() * kPassageTokens;
  std::map<std::string, std::uint8_t> toneless;
  for (const FoundUnit& unit : find_units(bags, options, idf)) {
    const auto [it, is_new] =
        toneless.try_emplace(unit.toneless, static_cast<std::uint8_t>(toneless.size()));
    units_.push_back({unit.toned, unit.weight, unit.inexact, it->second});
    unit_mass_ += unit.weight;
    if (unit.in_number) number_share_ += unit.weight;
    put_in_table(unit.toned, unit.toneless, codes);
  }
  if (unit_mass_ > 0) number_share_ /= unit_mass_;
  const auto weigh = [&idf](const BagSyllable& first, const BagSyllable& second) {
    return idf.of(schema::pair_term(schema::kPair, first.toneless, second.toneless));
  };
  for (const Bag& bag : bags) {
    std::uint16_t last = kNoPair;
    for (std::size_t i = 1; i < bag.syllables.size(); ++i) {
      const BagSyllable& first = bag.syllables[i - 1];
      const BagSyllable& second = bag.syllables[i];
      const auto a = toneless.find(first.toneless);
      const auto b = toneless.find(second.toneless);
      const std::uint16_t before = std::exchange(last, kNoPair);
      if (!second.follows || first.in_place || second.in_place) continue;
      if (a == toneless.end() || b == toneless.end()) continue;
      last = pair(a->second, b->second);
      if (last == kNoPair) last = add_pair(a->second, b->second, weigh(first, second));
      if (before != kNoPair) add_triple(before, last);
    }
  }
}

// What a code stands for, which is about to be something.
std::uint8_t& QueryUnits::entry(TokenCode code) {
  is_known_[code / kBits] |= std::uint64_t{1} << code % kBits;
  return table_[code];
}

// Puts in the codes of the unit added last. A code that two units share by its toneless form is the
// first one's; one with the very marks of a unit is that unit's.
void QueryUnits::put_in_table(const std::string& toned, const std::string& toneless,
                              const TokenCodes& codes) {
  const auto inexact = static_cast<std::uint8_t>(units_.size());
  for (const TokenCode code : codes.like(toneless)) {
    std::uint8_t& known = entry(code);
    if (known == kNone) known = inexact;
  }
  const auto exact = static_cast<std::uint8_t>(inexact | kExact);
  entry(codes.of(toned, toneless)) = exact;
  if (const auto other = text::other_i_y(toned, toneless)) {
    std::uint8_t& known = entry(codes.of(*other, toneless));
    if ((known & kExact) == 0) known = exact;
  }
}

std::uint16_t QueryUnits::add_pair(std::uint8_t first, std::uint8_t second, double weight) {
  const auto index = static_cast<std::uint16_t>(pairs_.size());
  pair_table_[std::size_t{first} * kMaxUnits + second] = index;
  pairs_.push_back({first, second, weight});
  triple_table_.resize(pairs_.size() * kMaxUnits, kNoTriple);
  pair_mass_ += weight;
  return index;
}

void QueryUnits::add_triple(std::uint16_t first, std::uint16_t second) {
  std::uint16_t& index = triple_table_[std::size_t{first} * kMaxUnits + pairs_[second].second];
  if (index != kNoTriple) return;
  index = static_cast<std::uint16_t>(triples_.size());
  triples_.push_back({first, second, pairs_[first].weight + pairs_[second].weight});
  triple_mass_ += triples_.back().weight;
}

}  // namespace tracuu
