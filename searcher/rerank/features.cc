#include "searcher/rerank/features.h"

#include <algorithm>
#include <cmath>

namespace tracuu {
namespace {

constexpr std::array<std::string_view, kFeatures> kNames{
    "stage1",      "text_toned",    "text_pair",       "title_toned", "title_pair",
    "title_share", "best_toned",    "best_pair",       "best_cover",  "best_pair_cover",
    "best_triple", "heading_toned", "heading_pair",    "joint_cover", "joint_pair_cover",
    "second",      "text_cover",    "text_pair_cover", "lead_toned",  "length",
    "named"};

double saturated(double count, double k1, double norm) {
  return count <= 0 ? 0 : count * (k1 + 1) / (count + k1 * norm);
}

}  // namespace

std::string_view name_of(Feature feature) {
  return kNames[static_cast<std::size_t>(feature)];
}

FeatureReader::FeatureReader(const QueryUnits& query, PassageOptions options)
    : query_(query),
      options_(options),
      unit_counts_(query.units().size()),
      pair_counts_(query.pairs().size()),
      triple_counts_(query.triples().size()),
      mass_(std::max(1e-9, query.unit_mass() + options.pair * query.pair_mass())) {}

void FeatureReader::find_matches(const TokenStream& stream) {
  matches_.clear();
  const std::vector<TokenCode>& codes = stream.codes;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const std::uint8_t entry = query_.look_up(codes[i]);
    if (entry == QueryUnits::kNone) continue;
    Match match;
    match.token = static_cast<std::uint32_t>(i);
    match.unit = static_cast<std::uint8_t>((entry & ~QueryUnits::kExact) - 1);
    match.is_exact = (entry & QueryUnits::kExact) != 0;
    if (!matches_.empty() && matches_.back().token + 1 == i) {
      const Match& before = matches_.back();
      match.pair =
          query_.pair(query_.units()[before.unit].toneless, query_.units()[match.unit].toneless);
      match.has_pair = match.pair != QueryUnits::kNoPair;
      if (match.has_pair && before.has_pair) {
        const auto& triples = query_.triples();
        const auto triple = std::ranges::find_if(triples, [&](const QueryTriple& t) {
          return t.first == before.pair && t.second == match.pair;
        });
        match.has_triple = triple != triples.end();
        match.triple = static_cast<std::uint16_t>(triple - triples.begin());
      }
    }
    matches_.push_back(match);
  }
}

std::size_t FeatureReader::first_match(std::size_t token) const {
  const auto it = std::ranges::lower_bound(matches_, token, {}, &Match::token);
  return static_cast<std::size_t>(it - matches_.begin());
}

// Over the matches in the tokens [begin, end).
FeatureReader::Sums FeatureReader::sums(std::size_t begin, std::size_t end, double length_share) {
  Sums sums;
  std::ranges::fill(unit_counts_, 0);
  std::ranges::fill(pair_counts_, 0);
  std::ranges::fill(triple_counts_, 0);
  for (std::size_t m = first_match(begin); m < matches_.size() && matches_[m].token < end; ++m) {
    const Match& match = matches_[m];
    unit_counts_[match.unit] += match.is_exact ? 1 : query_.units()[match.unit].inexact;
    if (match.has_pair && match.token > begin) {
      pair_counts_[match.pair] += 1;
      if (match.has_triple && match.token > begin + 1) triple_counts_[match.triple] += 1;
    }
  }
  const double norm = 1 - options_.b + options_.b * length_share;
  for (std::size_t u = 0; u < unit_counts_.size(); ++u) {
    const double weight = query_.units()[u].weight;
    sums.toned += weight * saturated(unit_counts_[u], options_.k1, norm);
    sums.cover += weight * std::min(1.0, unit_counts_[u]);
  }
  for (std::size_t p = 0; p < pair_counts_.size(); ++p) {
    const double weight = query_.pairs()[p].weight;
    sums.pair += weight * saturated(pair_counts_[p], options_.k1, norm);
    if (pair_counts_[p] > 0) sums.pair_cover += weight;
  }
  for (std::size_t t = 0; t < triple_counts_.size(); ++t) {
    sums.triple += query_.triples()[t].weight * saturated(triple_counts_[t], options_.k1, norm);
  }
  sums.toned /= mass_;
  sums.pair /= mass_;
  sums.cover /= mass_;
  sums.pair_cover /= mass_;
  sums.triple /= std::max(1e-9, query_.triple_mass());
  return sums;
}

// Takes in what the tokens [begin, end) have.
void FeatureReader::join(std::size_t begin, std::size_t end) {
  for (std::size_t m = first_match(begin); m < matches_.size() && matches_[m].token < end; ++m) {
    const Match& match = matches_[m];
    if (match.is_exact || query_.units()[match.unit].inexact >= kLeastInexact)
      joint_units_[match.unit] = 1;
    if (match.has_pair && match.token > begin) joint_pairs_[match.pair] = 1;
  }
}

Measured FeatureReader::read(const TokenStream& stream, double stage1, double boost) {
  Measured measured;
  const auto set = [&measured](Feature feature, double value) {
    measured.values[static_cast<std::size_t>(feature)] = value;
  };
  find_matches(stream);
  const std::size_t body = std::min(stream.codes.size(), stream.title_end + 1);
  const std::size_t size = stream.codes.size();
  set(Feature::kStage1, stage1 / mass_);
  set(Feature::kNamed, boost / mass_);
  set(Feature::kLength, std::log1p(static_cast<double>(size - body)) / 10);

  const Sums text = sums(0, size, static_cast<double>(size) / query_.mean_tokens());
  set(Feature::kTextToned, text.toned);
  set(Feature::kTextPair, text.pair);
  set(Feature::kTextCover, text.cover);
  set(Feature::kTextPairCover, text.pair_cover);

  joint_units_.assign(query_.units().size(), 0);
  joint_pairs_.assign(query_.pairs().size(), 0);
  join(0, stream.title_end);
  const Sums title = sums(0, stream.title_end, 1);
  set(Feature::kTitleToned, title.cover);
  set(Feature::kTitlePair, title.pair_cover);
  const std::size_t in_title = first_match(stream.title_end);
  if (stream.title_end > 0) {
    set(Feature::kTitleShare,
        static_cast<double>(in_title) / static_cast<double>(stream.title_end));
  }

  const Sums lead = sums(body, std::min(size, body + kLeadTokens), 1);
  set(Feature::kLeadToned, lead.cover);

  Sums best;
  double best_score = -1;
  double second = 0;
  std::size_t section = 0;
  std::size_t best_section = 0;
  for (std::size_t p = 0; p < stream.passages.size(); ++p) {
    const PassageStart& passage = stream.passages[p];
    if (passage.begins_section) section = p;
    const std::size_t end = p + 1 < stream.passages.size() ? stream.passages[p + 1].token : size;
    const std::size_t first = first_match(passage.token);
    if (first == matches_.size() || matches_[first].token >= end) continue;
    const double length = static_cast<double>(end - passage.token) / kPassageTokens;
    const Sums here = sums(passage.token, end, std::max(0.3, length));
    const double score = here.toned + options_.pair * here.pair;
    if (score > best_score) {
      second = std::max(0.0, best_score);
      best_score = score;
      best = here;
      measured.passage = p;
      best_section = section;
    } else if (score > second) {
      second = score;
    }
  }
  set(Feature::kBestToned, best.toned);
  set(Feature::kBestPair, best.pair);
  set(Feature::kBestCover, best.cover);
  set(Feature::kBestPairCover, best.pair_cover);
  set(Feature::kBestTriple, best.triple);
  set(Feature::kSecond, second);
  if (!stream.passages.empty()) {
    const PassageStart& start = stream.passages[best_section];
    const Sums heading = sums(start.token, start.token + start.heading, 1);
    set(Feature::kHeadingToned, heading.cover);
    set(Feature::kHeadingPair, heading.pair_cover);
    join(start.token, start.token + start.heading);
    const PassageStart& passage = stream.passages[measured.passage];
    join(passage.token, measured.passage + 1 < stream.passages.size()
                            ? stream.passages[measured.passage + 1].token
                            : size);
  }
  double joint = 0;
  for (std::size_t u = 0; u < joint_units_.size(); ++u) {
    if (joint_units_[u]) joint += query_.units()[u].weight;
  }
  double joint_pairs = 0;
  for (std::size_t p = 0; p < joint_pairs_.size(); ++p) {
    if (joint_pairs_[p]) joint_pairs += query_.pairs()[p].weight;
  }
  set(Feature::kJointCover, joint / mass_);
  set(Feature::kJointPairCover, joint_pairs / mass_);
  return measured;
}

}  // namespace tracuu
