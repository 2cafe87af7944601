#include "searcher/rerank/query_units.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/index/schema.h"
#include "core/index/token_stream.h"
#include "core/text/i_y.h"

namespace tracuu {
namespace {

// A toned syllable is one term of three for each token of a text: toned, toneless, pair.
constexpr double kTermsPerToken = 3;

// What an occurrence with other marks counts, as in the first stage (RankingOptions).
constexpr double kInexactOfMarked = 0.05;
constexpr double kInexactOfRestored = 0.5;

// Rarity of terms over the passages of the index.
class PassageIdf {
 public:
  explicit PassageIdf(const Xapian::Database& database)
      : database_(database),
        mean_(std::max(1.0, database.get_avlength() / kTermsPerToken / kPassageTokens)),
        passages_(std::max<double>(1, database.get_doccount()) * mean_) {}

  // Passages a document.
  double mean() const { return mean_; }

  double of(const std::string& term) const {
    const double with =
        passage_frequency(database_.get_termfreq(term),
                          static_cast<double>(database_.get_collection_freq(term)), mean_);
    return std::log1p((passages_ - std::min(with, passages_) + 0.5) / (with + 0.5));
  }

 private:
  const Xapian::Database& database_;
  double mean_;
  double passages_;
};

struct FoundUnit {
  std::string toned;
  std::string toneless;
  bool is_any = false;  // typed without marks, and nothing is known of them
  double weight = 0;
  double inexact = 0;
};

FoundUnit read_unit(const BagSyllable& syllable, bool bag_has_marks) {
  const bool is_restored =
      !syllable.restored.empty() && (!bag_has_marks || syllable.restored != syllable.toned);
  FoundUnit unit;
  unit.toned = is_restored ? syllable.restored : syllable.toned;
  unit.toneless = syllable.toneless;
  unit.is_any = !is_restored && !bag_has_marks;
  unit.inexact = is_restored ? kInexactOfRestored : unit.is_any ? 1.0 : kInexactOfMarked;
  return unit;
}

}  // namespace

double passage_frequency(double documents, double occurrences, double mean) {
  if (documents <= 0) return 0;
  // As if each document had its occurrences strewn over its passages at random.
  return documents * mean * (1 - std::pow(1 - 1 / std::max(1.0, mean), occurrences / documents));
}

QueryUnits::QueryUnits(const std::vector<Bag>& bags, const TokenCodes& codes,
                       const Postings& postings)
    : table_(std::size_t{1} << 16, kNone), pair_table_(kMaxUnits * kMaxUnits, kNoPair) {
  const PassageIdf idf(postings.database());
  mean_tokens_ = idf.mean() * kPassageTokens;
  std::map<std::string, FoundUnit> found;  // by toned form: the order must not depend on the query
  for (const Bag& bag : bags) {
    for (const BagSyllable& syllable : bag.syllables) {
      if (syllable.in_place) continue;
      FoundUnit unit = read_unit(syllable, bag.has_marks);
      unit.weight = idf.of(unit.is_any ? schema::term(schema::kToneless, unit.toneless)
                                       : schema::term("", unit.toned));
      found.try_emplace(unit.toned, unit);
    }
  }
  std::vector<FoundUnit> kept;
  kept.reserve(found.size());
  for (auto& [toned, unit] : found) kept.push_back(std::move(unit));
  if (kept.size() > kMaxUnits) {
    std::ranges::stable_sort(
        kept, [](const FoundUnit& a, const FoundUnit& b) { return a.weight > b.weight; });
    kept.resize(kMaxUnits);
  }

  std::map<std::string, std::uint8_t> toneless;
  for (const FoundUnit& unit : kept) {
    const auto [it, is_new] =
        toneless.try_emplace(unit.toneless, static_cast<std::uint8_t>(toneless.size()));
    const auto entry = static_cast<std::uint8_t>(units_.size() + 1);
    units_.push_back({unit.toned, unit.weight, unit.inexact, it->second});
    unit_mass_ += unit.weight;
    for (const TokenCode code : codes.like(unit.toneless)) {
      if (table_[code] == kNone) table_[code] = entry;
    }
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const auto exact = static_cast<std::uint8_t>((i + 1) | kExact);
    table_[codes.of(kept[i].toned, kept[i].toneless)] = exact;
    if (const auto other = text::other_i_y(kept[i].toned, kept[i].toneless)) {
      std::uint8_t& entry = table_[codes.of(*other, kept[i].toneless)];
      if ((entry & kExact) == 0) entry = exact;
    }
  }

  for (const Bag& bag : bags) {
    std::uint16_t last = kNoPair;
    for (std::size_t i = 1; i < bag.syllables.size(); ++i) {
      const BagSyllable& a = bag.syllables[i - 1];
      const BagSyllable& b = bag.syllables[i];
      const auto first = toneless.find(a.toneless);
      const auto second = toneless.find(b.toneless);
      const bool is_pair = b.follows && !a.in_place && !b.in_place && first != toneless.end() &&
                           second != toneless.end();
      const std::uint16_t before = std::exchange(last, kNoPair);
      if (!is_pair) continue;
      std::uint16_t& pair = pair_table_[std::size_t{first->second} * kMaxUnits + second->second];
      if (pair == kNoPair) {
        pair = static_cast<std::uint16_t>(pairs_.size());
        pairs_.push_back({first->second, second->second,
                          idf.of(schema::pair_term(schema::kPair, a.toneless, b.toneless))});
        pair_mass_ += pairs_.back().weight;
      }
      last = pair;
      if (before == kNoPair) continue;
      const bool is_known = std::ranges::any_of(triples_, [&](const QueryTriple& triple) {
        return triple.first == before && triple.second == last;
      });
      if (is_known) continue;
      triples_.push_back({before, last, pairs_[before].weight + pairs_[last].weight});
      triple_mass_ += triples_.back().weight;
    }
  }
}

}  // namespace tracuu
