#include "searcher/rerank/features.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/index/token_stream.h"
#include "searcher/rerank/query_units.h"

namespace tracuu {
namespace {

constexpr std::array<std::string_view, kFeatures> kNames{
    "stage1",       "text_toned",       "text_pair",   "title_toned",   "title_pair",
    "title_triple", "title_phrase",     "title_share", "best_toned",    "best_pair",
    "best_cover",   "best_pair_cover",  "best_triple", "heading_toned", "heading_pair",
    "joint_cover",  "joint_pair_cover", "second",      "text_cover",    "text_pair_cover",
    "lead_toned",   "length",           "named",       "legal_rank",    "in_force",
    "recent"};

// Short passages gain no more than those of this share of the full length.
constexpr double kLeastLengthShare = 0.3;

double saturated(double count, double k1, double norm) {
  return count * (k1 + 1) / (count + k1 * norm);
}

void set(Measured& measured, Feature feature, double value) {
  measured.values[static_cast<std::size_t>(feature)] = value;
}

// Adds to a count, keeping which ones are not 0.
inline void add(std::vector<double>& counts, std::vector<std::uint16_t>& seen, std::uint16_t index,
                double amount) {
  if (counts[index] == 0) seen.push_back(index);
  counts[index] += amount;
}

std::size_t end_of_passage(const TokenStream& stream, std::size_t passage) {
  return passage + 1 < stream.passages.size() ? stream.passages[passage + 1].token
                                              : stream.codes.size();
}

}  // namespace

std::string_view name_of(Feature feature) {
  return kNames[static_cast<std::size_t>(feature)];
}

FeatureReader::FeatureReader(const QueryUnits& query, PassageOptions options)
    : query_(query),
      options_(options),
      mass_(std::max(1e-9, query.unit_mass() + options.pair * query.pair_mass())),
      unit_counts_(query.units().size()),
      pair_counts_(query.pairs().size()),
      triple_counts_(query.triples().size()) {
  for (const QueryUnit& unit : query.units()) {
    toneless_.push_back(unit.toneless);
    gains_.push_back(unit.inexact);
    gains_.push_back(1);
  }
}

void FeatureReader::find_matches(const TokenStream& stream) {
  const std::vector<TokenCode>& codes = stream.codes;
  // Without a branch for each token: one in five is a word of the query, which is hard to foretell.
  tokens_.resize(codes.size() + 1);
  std::size_t found = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    tokens_[found] = static_cast<std::uint32_t>(i);
    found += query_.look_up(codes[i]) != QueryUnits::kNone ? 1 : 0;
  }
  matches_.assign(found, Match());
  for (std::size_t i = 0; i < found; ++i) {
    const std::uint8_t entry = query_.look_up(codes[tokens_[i]]);
    Match& match = matches_[i];
    match.token = tokens_[i];
    match.unit = static_cast<std::uint8_t>((entry & ~QueryUnits::kExact) - 1);
    match.is_exact = (entry & QueryUnits::kExact) != 0;
    if (i == 0 || tokens_[i - 1] + 1 != tokens_[i]) continue;
    const Match& before = matches_[i - 1];
    match.pair = query_.pair(toneless_[before.unit], toneless_[match.unit]);
    match.has_pair = match.pair != QueryUnits::kNoPair;
    if (match.has_pair && before.has_pair) join_triple(before, match);
  }
}

void FeatureReader::join_triple(const Match& before, Match& match) const {
  const std::vector<QueryTriple>& triples = query_.triples();
  for (std::size_t t = 0; t < triples.size(); ++t) {
    if (triples[t].first != before.pair || triples[t].second != match.pair) continue;
    match.has_triple = true;
    match.triple = static_cast<std::uint16_t>(t);
    return;
  }
}

// The matches in the tokens [begin, end). REQUIRES: a break, or nothing, stands before `begin`: no
// pair goes over it.
FeatureReader::Stretch FeatureReader::matches_in(std::size_t begin, std::size_t end) const {
  const auto first = std::ranges::lower_bound(matches_, begin, {}, &Match::token);
  const auto last = std::ranges::lower_bound(first, matches_.end(), end, {}, &Match::token);
  return {static_cast<std::size_t>(first - matches_.begin()),
          static_cast<std::size_t>(last - matches_.begin())};
}

void FeatureReader::count(const Stretch& stretch) {
  units_seen_.clear();
  pairs_seen_.clear();
  triples_seen_.clear();
  for (std::size_t m = stretch.first; m < stretch.last; ++m) {
    const Match& match = matches_[m];
    add(unit_counts_, units_seen_, match.unit, gains_[2U * match.unit + (match.is_exact ? 1 : 0)]);
    if (match.has_pair) add(pair_counts_, pairs_seen_, match.pair, 1);
    if (match.has_triple) add(triple_counts_, triples_seen_, match.triple, 1);
  }
}

void FeatureReader::add_to_text() {
  for (const std::uint16_t unit : units_seen_) text_units_[unit] += unit_counts_[unit];
  for (const std::uint16_t pair : pairs_seen_) text_pairs_[pair] += pair_counts_[pair];
}

// Of what was counted last, which is 0 afterwards.
FeatureReader::Sums FeatureReader::take_sums(double length_share) {
  const double norm = 1 - options_.b + options_.b * length_share;
  Sums sums;
  for (const std::uint16_t unit : units_seen_) {
    const double weight = query_.units()[unit].weight;
    const double count = std::exchange(unit_counts_[unit], 0);
    sums.toned += weight * saturated(count, options_.k1, norm);
    sums.cover += weight * std::min(1.0, count);
  }
  for (const std::uint16_t pair : pairs_seen_) {
    const double weight = query_.pairs()[pair].weight;
    sums.pair += weight * saturated(std::exchange(pair_counts_[pair], 0), options_.k1, norm);
    sums.pair_cover += weight;
  }
  for (const std::uint16_t triple : triples_seen_) {
    const double count = std::exchange(triple_counts_[triple], 0);
    sums.triple += query_.triples()[triple].weight * saturated(count, options_.k1, norm);
  }
  sums.toned /= mass_;
  sums.cover /= mass_;
  sums.pair /= mass_;
  sums.pair_cover /= mass_;
  if (sums.triple > 0) sums.triple /= query_.triple_mass();
  return sums;
}

FeatureReader::Sums FeatureReader::sums(const Stretch& stretch, double length_share) {
  count(stretch);
  return take_sums(length_share);
}

// The whole text is its title and its passages: their counts are added up on the way.
void FeatureReader::measure_text(const TokenStream& stream, Measured& measured) {
  const double length_share = static_cast<double>(stream.codes.size()) / query_.mean_tokens();
  const double norm = 1 - options_.b + options_.b * length_share;
  Sums text;
  for (std::size_t u = 0; u < text_units_.size(); ++u) {
    const double weight = query_.units()[u].weight / mass_;
    text.toned += weight * saturated(text_units_[u], options_.k1, norm);
    text.cover += weight * std::min(1.0, text_units_[u]);
  }
  for (std::size_t p = 0; p < text_pairs_.size(); ++p) {
    const double weight = query_.pairs()[p].weight / mass_;
    text.pair += weight * saturated(text_pairs_[p], options_.k1, norm);
    if (text_pairs_[p] > 0) text.pair_cover += weight;
  }
  set(measured, Feature::kTextToned, text.toned);
  set(measured, Feature::kTextPair, text.pair);
  set(measured, Feature::kTextCover, text.cover);
  set(measured, Feature::kTextPairCover, text.pair_cover);
}

// Whether the match is a word of the query, not only of its letters.
bool FeatureReader::is_word(const Match& match) const {
  return match.is_exact || query_.units()[match.unit].inexact >= kLeastInexact;
}

// How much of the query stands in the stretch as a phrase, every pair following the one before it:
// 0, or the share of its words that have their marks.
double FeatureReader::phrase_share(const Stretch& stretch) const {
  const std::size_t wanted = query_.pairs().size();
  double best = 0;
  std::size_t pairs = 0;
  for (std::size_t m = stretch.first; m < stretch.last; ++m) {
    pairs = matches_[m].has_pair ? pairs + 1 : 0;
    if (pairs == 0 || pairs < wanted) continue;
    const auto last = matches_.begin() + static_cast<std::ptrdiff_t>(m) + 1;
    const auto words = std::count_if(last - static_cast<std::ptrdiff_t>(wanted) - 1, last,
                                     [&](const Match& match) { return is_word(match); });
    best = std::max(best, static_cast<double>(words) / static_cast<double>(wanted + 1));
  }
  return best;
}

void FeatureReader::measure_title(const TokenStream& stream, Measured& measured) {
  if (stream.title_end == 0) return;
  const Stretch stretch = matches_in(0, stream.title_end);
  count(stretch);
  add_to_text();
  const Sums title = take_sums(1);
  set(measured, Feature::kTitleToned, title.cover);
  set(measured, Feature::kTitlePair, title.pair_cover);
  set(measured, Feature::kTitleTriple, title.triple);
  set(measured, Feature::kTitlePhrase, phrase_share(stretch));
  set(measured, Feature::kTitleShare,
      static_cast<double>(stretch.last - stretch.first) / static_cast<double>(stream.title_end));
}

void FeatureReader::measure_passages(const TokenStream& stream, Measured& measured) {
  Sums best;
  double best_score = 0;
  double second = 0;
  std::size_t section = 0;
  std::size_t best_section = 0;
  Stretch stretch = matches_in(0, stream.passages.empty() ? 0 : stream.passages.front().token);
  for (std::size_t p = 0; p < stream.passages.size(); ++p) {
    if (stream.passages[p].begins_section) section = p;
    const std::size_t end = end_of_passage(stream, p);
    stretch.first = stretch.last;
    while (stretch.last < matches_.size() && matches_[stretch.last].token < end) ++stretch.last;
    const double length = static_cast<double>(end - stream.passages[p].token) / kPassageTokens;
    count(stretch);
    add_to_text();
    const Sums here = take_sums(std::max(kLeastLengthShare, length));
    const double score = here.toned + options_.pair * here.pair;
    if (score > best_score) {
      second = best_score;
      best_score = score;
      best = here;
      best_section = section;
      measured.passage = p;
    } else {
      second = std::max(second, score);
    }
  }
  set(measured, Feature::kBestToned, best.toned);
  set(measured, Feature::kBestPair, best.pair);
  set(measured, Feature::kBestCover, best.cover);
  set(measured, Feature::kBestPairCover, best.pair_cover);
  set(measured, Feature::kBestTriple, best.triple);
  set(measured, Feature::kSecond, second);
  measure_joint(stream, best_section, measured);
}

// What the heading of the best passage's section has, and what it, the title and the passage have
// together. `section`: the index of the section's first passage.
void FeatureReader::measure_joint(const TokenStream& stream, std::size_t section,
                                  Measured& measured) {
  std::vector<bool> units(query_.units().size());
  std::vector<bool> pairs(query_.pairs().size());
  const auto take = [&](const Stretch& stretch) {
    for (std::size_t m = stretch.first; m < stretch.last; ++m) {
      const Match& match = matches_[m];
      if (is_word(match)) units[match.unit] = true;
      if (match.has_pair) pairs[match.pair] = true;
    }
  };
  take(matches_in(0, stream.title_end));
  if (!stream.passages.empty()) {
    const PassageStart& start = stream.passages[section];
    const Stretch heading = matches_in(start.token, start.token + start.heading);
    const Sums in_heading = sums(heading, 1);
    set(measured, Feature::kHeadingToned, in_heading.cover);
    set(measured, Feature::kHeadingPair, in_heading.pair_cover);
    take(heading);
    take(matches_in(stream.passages[measured.passage].token,
                    end_of_passage(stream, measured.passage)));
  }
  double cover = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i]) cover += query_.units()[i].weight / mass_;
  }
  double pair_cover = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i]) pair_cover += query_.pairs()[i].weight / mass_;
  }
  set(measured, Feature::kJointCover, cover);
  set(measured, Feature::kJointPairCover, pair_cover);
}

Measured FeatureReader::read(const TokenStream& stream, double stage1, double boost) {
  find_matches(stream);
  const std::size_t size = stream.codes.size();
  const std::size_t body = std::min(size, stream.title_end + 1);
  Measured measured;
  set(measured, Feature::kStage1, stage1 / mass_);
  set(measured, Feature::kNamed, boost / mass_);
  set(measured, Feature::kLength, std::log1p(static_cast<double>(size - body)) / 10);
  set(measured, Feature::kLeadToned,
      sums(matches_in(body, std::min(size, body + kLeadTokens)), 1).cover);
  text_units_.assign(query_.units().size(), 0);
  text_pairs_.assign(query_.pairs().size(), 0);
  measure_title(stream, measured);
  measure_passages(stream, measured);
  measure_text(stream, measured);
  return measured;
}

}  // namespace tracuu
