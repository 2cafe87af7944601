#include "tests/bench/collection/chain.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "core/document/letter_case.h"

namespace tracuu::bench {
namespace {

constexpr double kYearsAmongFourDigits = 0.9;
constexpr int kMostDigits = 8;
constexpr double kMostRareWords = 1e9;

std::vector<double> counts_of(const Fitted& fitted) {
  std::vector<double> counts;
  for (const FittedWord& word : fitted.words) counts.push_back(word.count);
  return counts;
}

std::vector<double> rest_of(const Fitted& fitted) {
  std::vector<double> rest = counts_of(fitted);
  for (const FittedWord& word : fitted.words) {
    for (const auto& [follower, count] : word.followers) rest[follower] -= count;
  }
  for (double& count : rest) count = std::max(count, 0.0);
  return rest;
}

// No Vietnamese syllable: at least two open ones in a row, «bama». Different ranks differ.
std::string spell_rare(std::uint32_t rank) {
  constexpr std::string_view kConsonants = "bcdfghklmnprstvwz";
  constexpr std::string_view kVowels = "aeiou";
  constexpr std::uint32_t kPieces = kConsonants.size() * kVowels.size();
  std::string word;
  for (std::uint32_t left = rank + kPieces; left > 0; left /= kPieces) {
    const std::uint32_t piece = left % kPieces;
    word += kConsonants[piece / kVowels.size()];
    word += kVowels[piece % kVowels.size()];
  }
  return word;
}

}  // namespace

WordChain::WordChain(const Fitted& fitted)
    : any_(counts_of(fitted)),
      rest_(rest_of(fitted)),
      digits_(weights_of(fitted.digits)),
      year_(weights_of(fitted.years)),
      number_(fitted.number),
      rare_(fitted.rare),
      rare_alpha_(fitted.rare_alpha),
      rare_offset_(fitted.rare_offset) {
  for (const auto& row : fitted.digits) digit_counts_.push_back(row.value);
  for (const auto& row : fitted.years) years_.push_back(row.value);
  for (const FittedWord& word : fitted.words) {
    forms_.push_back(word.form);
    capitalized_.push_back(sentence_case(word.form));
    Followers followers;
    std::vector<double> weights;
    double learnt = 0;
    for (const auto& [follower, count] : word.followers) {
      followers.words.push_back(follower);
      weights.push_back(count);
      learnt += count;
    }
    if (learnt > 0) followers.draw.emplace_back(weights);
    followers.learnt_share = learnt / word.count;
    followers_.push_back(std::move(followers));
  }
}

ChainWord WordChain::first(Random& random) const {
  return member_of(static_cast<std::uint32_t>(any_.draw(random)), random);
}

ChainWord WordChain::next(ChainWord previous, Random& random) const {
  const Followers& followers = followers_[previous.row];
  if (!followers.draw.empty() && happens(random, followers.learnt_share)) {
    return member_of(followers.words[followers.draw.front().draw(random)], random);
  }
  return member_of(static_cast<std::uint32_t>(rest_.draw(random)), random);
}

ChainWord WordChain::member_of(std::uint32_t row, Random& random) const {
  if (row == number_) {
    const int digits = digit_counts_[digits_.draw(random)];
    if (digits == 4 && happens(random, kYearsAmongFourDigits)) {
      return {row, static_cast<std::uint32_t>(years_[year_.draw(random)])};
    }
    // Small numbers are the more frequent ones: even on a scale of logarithms.
    const double least = std::pow(10.0, std::min(digits, kMostDigits) - 1);
    return {row, static_cast<std::uint32_t>(least * std::pow(10.0, unit(random)))};
  }
  if (row == rare_) {
    const double drawn = rare_offset_ * (std::pow(1 - unit(random), -1 / rare_alpha_) - 1);
    return {row, static_cast<std::uint32_t>(std::min(drawn, kMostRareWords))};
  }
  return {row, 0};
}

std::string WordChain::spelled(ChainWord word, const std::vector<std::string>& forms) const {
  if (word.row == number_) return std::to_string(word.member);
  if (word.row == rare_) return spell_rare(word.member);
  return forms[word.row];
}

}  // namespace tracuu::bench
