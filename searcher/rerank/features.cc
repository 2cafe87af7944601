#include "searcher/rerank/features.h"

#include <algorithm>
#include <cmath>

namespace tracuu {
namespace {

// Short passages gain no more than those of this share of the full length.
constexpr double kLeastLengthShare = 0.3;

double saturated(double count, double k1, double norm) {
  return count * (k1 + 1) / (count + k1 * norm);
}

void set(Measured& measured, Feature feature, double value) {
  measured.values[static_cast<std::size_t>(feature)] = value;
}

std::size_t end_of_passage(const TokenStream& stream, std::size_t passage) {
  return passage + 1 < stream.passages.size() ? stream.passages[passage + 1].token
                                              : stream.codes.size();
}

}  // namespace

FeatureReader::FeatureReader(const QueryUnits& query, PassageOptions options)
    : query_(query),
      options_(options),
      mass_(std::max(1e-9, query.unit_mass() + options.pair * query.pair_mass())),
      text_near_(query),
      best_near_(query),
      units_(query.units().size()),
      pairs_(query.pairs().size()),
      triples_(query.triples().size()) {
  // A hair more than it is, for what rounding may take away.
  constexpr double kRoundedUp = 1 + 1e-9;
  const double least_norm = 1 - options.b + options.b * kLeastLengthShare;
  const auto most_of = [&](double count) {
    return kRoundedUp * saturated(count, options.k1, least_norm) / mass_;
  };
  double squares = 0;
  for (const QueryUnit& unit : query.units()) {
    toneless_.push_back(unit.toneless);
    squares += unit.weight * unit.weight;
    for (const double gain : {unit.inexact, 1.0}) {
      gains_.push_back(gain);
      most_of_units_.push_back(unit.weight * most_of(gain));
    }
  }
  square_mass_ = std::max(1e-9, squares);
  for (const QueryPair& pair : query.pairs()) {
    most_of_pairs_.push_back(options.pair * pair.weight * most_of(1));
  }
}

// Puts the tokens of [begin, end) that are words of the query into tokens_; returns how many. Has
// no branch for each token: one in ten is a word of the query, which is hard to foretell. Four are
// looked up before the first is written: a load waits for a write whose place is not known yet.
std::size_t FeatureReader::scan(const std::vector<TokenCode>& codes, std::size_t begin,
                                std::size_t end) {
  constexpr std::size_t kAtATime = 4;
  if (tokens_.size() <= end - begin) tokens_.resize(end - begin + 1);
  std::uint32_t* const tokens = tokens_.data();
  auto token = static_cast<std::uint32_t>(begin);
  std::size_t found = 0;
  for (; token + kAtATime <= end; token += kAtATime) {
    const std::uint32_t a = query_.has(codes[token]);
    const std::uint32_t b = query_.has(codes[token + 1]);
    const std::uint32_t c = query_.has(codes[token + 2]);
    const std::uint32_t d = query_.has(codes[token + 3]);
    tokens[found] = token;
    tokens[found += a] = token + 1;
    tokens[found += b] = token + 2;
    tokens[found += c] = token + 3;
    found += d;
  }
  for (; token < end; ++token) {
    tokens[found] = token;
    found += query_.has(codes[token]);
  }
  return found;
}

// Finds the words of the query in the tokens [begin, end) of the stream. REQUIRES: a break, or
// nothing, stands before `begin`: no pair goes over it.
void FeatureReader::find_matches(const TokenStream& stream, std::size_t begin, std::size_t end) {
  matches_.resize(begin < end ? scan(stream.codes, begin, end) : 0);
  std::uint32_t expected = 0;  // the token behind the match before
  std::uint8_t toneless_before = 0;
  std::uint16_t pair_before = QueryUnits::kNoPair;
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    const std::uint32_t token = tokens_[i];
    const std::uint8_t entry = query_.look_up(stream.codes[token]);
    const auto unit = static_cast<std::uint8_t>((entry & ~QueryUnits::kExact) - 1);
    const std::uint8_t toneless = toneless_[unit];
    std::uint16_t pair = QueryUnits::kNoPair;
    if (i > 0 && token == expected) pair = query_.pair(toneless_before, toneless);
    std::uint16_t triple = QueryUnits::kNoTriple;
    if (pair != QueryUnits::kNoPair && pair_before != QueryUnits::kNoPair) {
      triple = query_.triple(pair_before, toneless);
    }
    matches_[i] = {unit, (entry & QueryUnits::kExact) != 0, pair, triple};
    expected = token + 1;
    toneless_before = toneless;
    pair_before = pair;
  }
}

void FeatureReader::count() {
  for (const Match& match : matches_) {
    units_.add(match.unit, gains_[2U * match.unit + (match.is_exact ? 1 : 0)]);
    if (match.has_pair()) pairs_.add(match.pair, 1);
    if (match.has_triple()) triples_.add(match.triple, 1);
  }
}

// Adds the matches found last as a stretch.
void FeatureReader::add_nearness(Nearness& nearness) const {
  nearness.begin_stretch();
  for (std::size_t m = 0; m < matches_.size(); ++m) {
    nearness.add(tokens_[m], toneless_[matches_[m].unit]);
  }
}

// Adds the matches found last to the text's; returns the most that their passage can score. Counted
// twice a word gains less than once and once again, and the shortest passage gains most.
double FeatureReader::add_to_text() {
  double most = 0;
  for (const Match& match : matches_) {
    const std::size_t gain = 2U * match.unit + (match.is_exact ? 1 : 0);
    text_units_[match.unit] += gains_[gain];
    most += most_of_units_[gain];
    if (!match.has_pair()) continue;
    text_pairs_[match.pair] += 1;
    most += most_of_pairs_[match.pair];
  }
  return most;
}

// Of the matches found last.
FeatureReader::Sums FeatureReader::sums(double length_share) {
  count();
  const double norm = 1 - options_.b + options_.b * length_share;
  Sums sums;
  for (const std::uint16_t unit : units_.seen()) {
    const double weight = query_.units()[unit].weight;
    const double count = units_.of(unit);
    sums.toned += weight * saturated(count, options_.k1, norm);
    sums.cover += weight * std::min(1.0, count);
    sums.rare += weight * weight * std::min(1.0, count);
  }
  for (const std::uint16_t pair : pairs_.seen()) {
    const double weight = query_.pairs()[pair].weight;
    sums.pair += weight * saturated(pairs_.of(pair), options_.k1, norm);
    sums.pair_cover += weight;
  }
  for (const std::uint16_t triple : triples_.seen()) {
    sums.triple +=
        query_.triples()[triple].weight * saturated(triples_.of(triple), options_.k1, norm);
  }
  units_.forget();
  pairs_.forget();
  triples_.forget();
  sums.toned /= mass_;
  sums.cover /= mass_;
  sums.rare /= square_mass_;
  sums.pair /= mass_;
  sums.pair_cover /= mass_;
  if (sums.triple > 0) sums.triple /= query_.triple_mass();
  return sums;
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
    text.rare += std::pow(query_.units()[u].weight, 2) * std::min(1.0, text_units_[u]);
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
  set(measured, Feature::kTextNear, text_near_.share());
  set(measured, Feature::kTextRare, text.rare / square_mass_);
}

// Whether the match is a word of the query, not only of its letters.
bool FeatureReader::is_word(const Match& match) const {
  return match.is_exact || query_.units()[match.unit].inexact >= kLeastInexact;
}

// How much of the query stands among the matches as a phrase, every pair following the one before
// it: 0, or the share of its words that have their marks.
double FeatureReader::phrase_share() const {
  const std::size_t wanted = query_.pairs().size();
  double best = 0;
  std::size_t pairs = 0;
  for (std::size_t m = 0; m < matches_.size(); ++m) {
    pairs = matches_[m].has_pair() ? pairs + 1 : 0;
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
  find_matches(stream, 0, stream.title_end);
  add_nearness(text_near_);
  add_to_text();
  const Sums title = sums(1);
  set(measured, Feature::kTitleToned, title.cover);
  set(measured, Feature::kTitlePair, title.pair_cover);
  set(measured, Feature::kTitleTriple, title.triple);
  set(measured, Feature::kTitlePhrase, phrase_share());
  set(measured, Feature::kTitleShare,
      static_cast<double>(matches_.size()) / static_cast<double>(stream.title_end));
}

void FeatureReader::measure_passages(const TokenStream& stream, Measured& measured) {
  Sums best;
  double best_score = 0;
  double second = 0;
  std::size_t section = 0;
  std::size_t best_section = 0;
  for (std::size_t p = 0; p < stream.passages.size(); ++p) {
    if (stream.passages[p].begins_section) section = p;
    const std::size_t end = end_of_passage(stream, p);
    const std::size_t begin = stream.passages[p].token;
    const double length = static_cast<double>(end - begin) / kPassageTokens;
    find_matches(stream, begin, end);
    add_nearness(text_near_);
    if (add_to_text() <= second) continue;
    const Sums here = sums(std::max(kLeastLengthShare, length));
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
  set(measured, Feature::kBestRare, best.rare);
  set(measured, Feature::kSecond, second);
  measure_joint(stream, best_section, measured);
}

// What the heading of the best passage's section has, and what it, the title and the passage have
// together. `section`: the index of the section's first passage.
void FeatureReader::measure_joint(const TokenStream& stream, std::size_t section,
                                  Measured& measured) {
  std::vector<bool> units(query_.units().size());
  std::vector<bool> pairs(query_.pairs().size());
  const auto take = [&] {
    for (const Match& match : matches_) {
      if (is_word(match)) units[match.unit] = true;
      if (match.has_pair()) pairs[match.pair] = true;
    }
  };
  find_matches(stream, 0, stream.title_end);
  take();
  if (!stream.passages.empty()) {
    const PassageStart& start = stream.passages[section];
    const std::size_t heading_end =
        std::min<std::size_t>(stream.codes.size(), std::size_t{start.token} + start.heading);
    find_matches(stream, start.token, heading_end);
    const Sums in_heading = sums(1);
    set(measured, Feature::kHeadingToned, in_heading.cover);
    set(measured, Feature::kHeadingPair, in_heading.pair_cover);
    take();
    find_matches(stream, stream.passages[measured.passage].token,
                 end_of_passage(stream, measured.passage));
    take();
    best_near_.forget();
    add_nearness(best_near_);
    set(measured, Feature::kBestNear, best_near_.share());
  }
  double cover = 0;
  double rare = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const double weight = units[i] ? query_.units()[i].weight : 0;
    cover += weight / mass_;
    rare += weight * weight / square_mass_;
  }
  double pair_cover = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i]) pair_cover += query_.pairs()[i].weight / mass_;
  }
  set(measured, Feature::kJointCover, cover);
  set(measured, Feature::kJointPairCover, pair_cover);
  set(measured, Feature::kJointRare, rare);
}

Measured FeatureReader::read(const TokenStream& stream, double stage1, double boost) {
  const std::size_t size = stream.codes.size();
  const std::size_t body = std::min(size, stream.title_end + 1);
  Measured measured;
  set(measured, Feature::kStage1, stage1 / mass_);
  set(measured, Feature::kNamed, boost / mass_);
  set(measured, Feature::kLength, std::log1p(static_cast<double>(size - body)) / 10);
  find_matches(stream, body, std::min(size, body + kLeadTokens));
  set(measured, Feature::kLeadToned, sums(1).cover);
  text_units_.assign(query_.units().size(), 0);
  text_pairs_.assign(query_.pairs().size(), 0);
  text_near_.forget();
  measure_title(stream, measured);
  measure_passages(stream, measured);
  measure_text(stream, measured);
  return measured;
}

}  // namespace tracuu
