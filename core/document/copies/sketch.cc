#include "core/document/copies/sketch.h"

#include <algorithm>
#include <limits>

#include <xxhash.h>

namespace tracuu {
namespace {

constexpr std::uint64_t kEmptyBin = std::numeric_limits<std::uint64_t>::max();

// Odd and of mixed bits: multiplying by them is undone by no shift.
constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15;
constexpr std::uint64_t kMixFirst = 0xFF51AFD7ED558CCD;
constexpr std::uint64_t kMixSecond = 0xC4CEB9FE1A85EC53;

// Bytes of a number in an encoded sketch.
constexpr std::size_t kNumberBytes = 4;
constexpr std::size_t kEncodedBytes = kSketchValues + 2 * kNumberBytes;

// Two different values of a byte are equal by chance.
constexpr double kChance = 1.0 / 256;

// Values that make up one band.
constexpr std::size_t kBandValues = 4;
static_assert(kSketchBands * kBandValues <= kSketchValues);

// See is_copy() in the header.
constexpr double kLeastSimilarity = 0.62;
constexpr double kLeastContained = 0.83;

// The finalizer of MurmurHash3: every bit of the input changes half of the output.
std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 33;
  value *= kMixFirst;
  value ^= value >> 33;
  value *= kMixSecond;
  return value ^ value >> 33;
}

std::size_t bin_of(std::uint64_t hash) {
  return static_cast<std::size_t>((hash >> 32) * kSketchValues >> 32);
}

void append_number(std::uint32_t number, std::string& out) {
  for (std::size_t i = 0; i < kNumberBytes; ++i) {
    out += static_cast<char>(number >> (8 * (kNumberBytes - 1 - i)) & 0xFF);
  }
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < kNumberBytes; ++i) {
    number = number << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  }
  return number;
}

// Empty bins take over a value, each from bins that are chosen by its own number alone: two texts
// with the same shingles are given the same ones (optimal densification).
// REQUIRES: one bin at least is not empty.
void fill_empty_bins(const std::array<std::uint64_t, kSketchValues>& least, Sketch& sketch) {
  for (std::size_t bin = 0; bin < kSketchValues; ++bin) {
    std::size_t from = bin;
    for (std::uint64_t attempt = 1; least[from] == kEmptyBin; ++attempt) {
      from = bin_of(mixed((bin + 1) * kStep + attempt));
    }
    sketch.values[bin] = static_cast<std::uint8_t>(least[from]);
  }
}

// The share of the shorter text that the other one holds, from the share of both.
double contained(double similarity, double a, double b) {
  const double common = similarity * (a + b) / (1 + similarity);
  return common / std::min(a, b);
}

std::string band_key(std::size_t band, std::uint64_t hash) {
  constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuv";
  constexpr int kDigitBits = 5;
  constexpr int kDigitsOfHash = 7;
  std::string key(1, static_cast<char>('A' + band));
  for (int i = 0; i < kDigitsOfHash; ++i) key += kDigits[hash >> (i * kDigitBits) & 31];
  return key;
}

}  // namespace

void SketchBuilder::clear() {
  least_.fill(kEmptyBin);
  last_.fill(0);
  tokens_ = 0;
  exact_ = 0;
}

std::uint64_t SketchBuilder::hash_of(const text::Analysis& analysis, const text::Token& token) {
  if (token.word >= by_word_.size()) {
    by_word_.resize(std::max<std::size_t>(2 * by_word_.size(), token.word + 1), 0);
  }
  std::uint64_t& hash = by_word_[token.word];
  if (hash == 0) {
    const std::string_view form = analysis.vocabulary().form(analysis.word(token).toneless);
    hash = XXH3_64bits(form.data(), form.size()) | 1;
  }
  return hash;
}

void SketchBuilder::put(std::uint64_t shingle) {
  const std::uint64_t hash = mixed(shingle);
  std::uint64_t& least = least_[bin_of(hash)];
  // Bins go by the high half; the low half is independent of it.
  least = std::min(least, hash & 0xFFFFFFFF);
}

void SketchBuilder::add(const text::Analysis& analysis) {
  if (epoch_ != analysis.vocabulary().epoch()) by_word_.clear();
  epoch_ = analysis.vocabulary().epoch();
  for (const text::Token& token : analysis.tokens) {
    const std::uint64_t newest = hash_of(analysis, token);
    exact_ = (exact_ + newest) * kStep;
    std::uint64_t shingle = newest;
    for (const std::uint64_t before : last_) shingle = shingle * kStep + before;
    std::shift_right(last_.begin(), last_.end(), 1);
    last_[0] = newest;
    if (++tokens_ >= kShingleTokens) put(shingle);
  }
}

Sketch SketchBuilder::finish() {
  Sketch sketch;
  if (tokens_ > 0) {
    // A text shorter than a shingle is one.
    if (tokens_ < kShingleTokens) put(exact_);
    const std::uint64_t shingles = tokens_ < kShingleTokens ? 1 : tokens_ - kShingleTokens + 1;
    sketch.shingles = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(shingles, std::numeric_limits<std::uint32_t>::max()));
    sketch.exact = static_cast<std::uint32_t>(mixed(exact_));
    fill_empty_bins(least_, sketch);
  }
  clear();
  return sketch;
}

std::string encode(const Sketch& sketch) {
  std::string bytes;
  if (sketch.empty()) return bytes;
  bytes.reserve(kEncodedBytes);
  append_number(sketch.shingles, bytes);
  append_number(sketch.exact, bytes);
  bytes.append(sketch.values.begin(), sketch.values.end());
  return bytes;
}

std::optional<Sketch> decode_sketch(std::string_view bytes) {
  if (bytes.size() != kEncodedBytes) return std::nullopt;
  Sketch sketch;
  sketch.shingles = number_at(bytes, 0);
  sketch.exact = number_at(bytes, kNumberBytes);
  std::ranges::copy(bytes.substr(2 * kNumberBytes), sketch.values.begin());
  if (sketch.empty()) return std::nullopt;
  return sketch;
}

double similarity(const Sketch& a, const Sketch& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty() ? 1 : 0;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < kSketchValues; ++i) equal += a.values[i] == b.values[i] ? 1 : 0;
  const double share = static_cast<double>(equal) / kSketchValues;
  return std::max(0.0, (share - kChance) / (1 - kChance));
}

bool is_copy(const Sketch& a, const Sketch& b) {
  if (a.empty() || b.empty()) return false;
  const auto [shorter, longer] = std::minmax(a.shingles, b.shingles);
  if (shorter < kShortText) return a == b;
  // Repetition: one word a thousand times has the shingles of the word two thousand times.
  if (shorter < kLeastSimilarity * longer) return false;
  const double alike = similarity(a, b);
  return alike >= kLeastSimilarity && contained(alike, a.shingles, b.shingles) >= kLeastContained;
}

std::vector<std::string> band_keys(const Sketch& sketch) {
  std::vector<std::string> keys;
  if (sketch.empty()) return keys;
  // Short texts are copies only when they are the same: one key, apart from the bands.
  if (sketch.shingles < kShortText) return {band_key(kSketchBands, sketch.exact)};
  keys.reserve(kSketchBands);
  for (std::size_t band = 0; band < kSketchBands; ++band) {
    const std::uint8_t* values = sketch.values.data() + band * kBandValues;
    keys.push_back(band_key(band, XXH3_64bits(values, kBandValues)));
  }
  return keys;
}

}  // namespace tracuu
