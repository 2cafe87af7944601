#include "indexer/packed/word_batch.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "core/index/posting.h"
#include "core/index/schema.h"
#include "indexer/packed/run_file.h"

namespace tracuu {
namespace {

// A word: three bits of rank, 30 of each form.
constexpr unsigned kFormBits = 30;
constexpr std::uint64_t kFormMask = (std::uint64_t{1} << kFormBits) - 1;

// Kinds in the order of their terms: "2020" is before "XBdieu kien", "điều" behind "XUdieu".
enum Rank : std::uint8_t { kLowToned, kPairs, kLoosePairs, kTonelessOnes, kHighToned };

Rank rank_of(WordKind kind, std::string_view form) {
  switch (kind) {
    case WordKind::kToned:
      return form < schema::kPair ? kLowToned : kHighToned;
    case WordKind::kToneless:
      return kTonelessOnes;
    case WordKind::kPair:
      return kPairs;
    case WordKind::kLoosePair:
      break;
  }
  return kLoosePairs;
}

std::string_view prefix_of(std::uint64_t rank) {
  switch (rank) {
    case kPairs:
      return schema::kPair;
    case kLoosePairs:
      return schema::kLoosePair;
    case kTonelessOnes:
      return schema::kToneless;
    default:
      return {};
  }
}

std::uint64_t word_of(std::uint64_t rank, std::uint64_t first, std::uint64_t second) {
  return rank << 2 * kFormBits | first << kFormBits | second;
}

}  // namespace

std::uint32_t WordBatch::number_of(const text::Vocabulary& vocabulary, text::FormId form) {
  if (epoch_ != vocabulary.epoch()) {
    known_.clear();
    epoch_ = vocabulary.epoch();
  }
  if (form >= known_.size()) known_.resize(vocabulary.form_count());
  std::uint32_t& known = known_[form];
  if (known == 0) {
    const auto [it, is_new] = numbers_.try_emplace(std::string(vocabulary.form(form)),
                                                   static_cast<std::uint32_t>(forms_.size()));
    if (is_new) forms_.push_back(it->first);
    known = it->second + 1;
  }
  return known - 1;
}

void WordBatch::add(std::uint64_t word, Xapian::termcount count) {
  cells_.push_back({word, docid_, count});
  said_ += count;
}

void WordBatch::add(WordKind kind, const text::Vocabulary& vocabulary, text::FormId first,
                    Xapian::termcount count) {
  add(word_of(rank_of(kind, vocabulary.form(first)), number_of(vocabulary, first), 0), count);
}

void WordBatch::add(WordKind kind, const text::Vocabulary& vocabulary, text::FormId first,
                    text::FormId second, Xapian::termcount count) {
  const std::uint64_t rank = rank_of(kind, vocabulary.form(first));
  const std::uint64_t behind = number_of(vocabulary, second) + std::uint64_t{1};
  add(word_of(rank, number_of(vocabulary, first), behind), count);
}

Xapian::termcount WordBatch::finish_document() {
  return std::exchange(said_, 0);
}

// By the order of their forms instead of the numbers that these came with; cells of one word and
// one document in one.
void WordBatch::sort() {
  std::vector<std::uint32_t> order(forms_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t number) { return forms_[number]; });
  std::vector<std::uint64_t> place(forms_.size());
  std::vector<std::string_view> sorted(forms_.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    sorted[i] = forms_[order[i]];
  }
  forms_ = std::move(sorted);
  for (Cell& cell : cells_) {
    const std::uint64_t second = cell.word & kFormMask;
    cell.word = word_of(cell.word >> 2 * kFormBits, place[cell.word >> kFormBits & kFormMask],
                        second == 0 ? 0 : place[second - 1] + 1);
  }
  std::ranges::sort(cells_, {}, [](const Cell& cell) { return std::tie(cell.word, cell.docid); });
  std::size_t kept = 0;
  for (const Cell& cell : cells_) {
    if (kept > 0 && cells_[kept - 1].word == cell.word && cells_[kept - 1].docid == cell.docid) {
      cells_[kept - 1].count += cell.count;
    } else {
      cells_[kept++] = cell;
    }
  }
  cells_.resize(kept);
}

std::string WordBatch::term_of(std::uint64_t word) const {
  const std::string_view prefix = prefix_of(word >> 2 * kFormBits);
  const std::string_view first = forms_[word >> kFormBits & kFormMask];
  const std::uint64_t second = word & kFormMask;
  return second == 0 ? schema::term(prefix, first)
                     : schema::pair_term(prefix, first, forms_[second - 1]);
}

void WordBatch::write(const std::filesystem::path& file) {
  sort();
  struct Range {
    std::string term;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < cells_.size();) {
    std::size_t end = i;
    while (end < cells_.size() && cells_[end].word == cells_[i].word) ++end;
    ranges.push_back({term_of(cells_[i].word), i, end});
    i = end;
  }
  // The order of pairs is that of their terms but where a form has a letter below the blank between
  // them, or where a long term was cut.
  if (!std::ranges::is_sorted(ranges, {}, &Range::term))
    std::ranges::sort(ranges, {}, &Range::term);
  RunWriter run(file);
  std::vector<Posting> postings;
  for (const Range& range : ranges) {
    postings.clear();
    for (std::size_t i = range.begin; i < range.end; ++i) {
      postings.push_back({cells_[i].docid, cells_[i].count});
    }
    run.add(range.term, postings);
  }
  run.finish();
}

}  // namespace tracuu
