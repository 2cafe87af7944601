#include "core/document/outline/series.h"

#include <algorithm>

#include "core/document/scan.h"

namespace tracuu::outline {
namespace {

using std::size_t;

// Bytes from one line of a table of contents to the next, on average at most.
constexpr size_t kMaxContentsLine = 240;

using Articles = std::vector<size_t>;  // indices of candidates

class SeriesFinder {
 public:
  SeriesFinder(std::span<Candidate> candidates, std::string_view body)
      : candidates_(candidates), body_(body) {}

  Series run() {
    result_.of.resize(candidates_.size());
    collect();
    std::vector<size_t> starts = restarts();
    if (starts.size() > 1 && is_contents(starts[0], starts[1])) {
      result_.contents_end = articles_[starts[1] - 1] + 1;
      starts.erase(starts.begin());
    }
    for (size_t k = 0; k < starts.size(); ++k) {
      const size_t end = k + 1 < starts.size() ? starts[k + 1] : articles_.size();
      mark_longest(starts[k], end, static_cast<std::uint32_t>(k + 1));
    }
    fill_gaps();
    refute_quotes();
    return std::move(result_);
  }

 private:
  std::uint32_t order(size_t k) const { return candidates_[articles_[k]].order; }

  // 12a, 12b or 13 behind 12.
  static bool is_next(std::uint32_t order, std::uint32_t last) {
    return order > last && order <= (last / kOrderStep + 1) * kOrderStep;
  }

  // The articles that are not quoted. What may be quoted counts when it goes on with the numbers.
  void collect() {
    std::uint32_t last = 0;
    for (size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& c = candidates_[i];
      if (c.kind != OutlineKind::kArticle || c.quoting == Quoting::kSure) continue;
      if (c.quoting == Quoting::kGuessed && !is_next(c.order, last)) continue;
      const bool is_jump = last > 0 && c.order > last + kOrderStep;
      if (is_jump && (!c.follows_stop || title(c).empty())) continue;
      articles_.push_back(i);
      last = c.order;
    }
  }

  bool has_annex_between(size_t a, size_t b) const {
    const std::span<const Candidate> all = candidates_;
    const auto between = all.subspan(articles_[a], articles_[b] - articles_[a]);
    return std::ranges::any_of(between,
                               [](const auto& c) { return c.kind == OutlineKind::kAnnex; });
  }

  // Whether 1 2 … k go on, behind them, with the number after `last`: then they lie inside.
  bool is_inserted_run(size_t begin, std::uint32_t last) const {
    size_t k = begin;
    while (k + 1 < articles_.size() && order(k + 1) == order(k) + kOrderStep) ++k;
    return k + 1 < articles_.size() && order(k + 1) == last + kOrderStep;
  }

  std::vector<size_t> restarts() const {
    std::vector<size_t> starts;
    std::uint32_t last = 0;
    for (size_t k = 0; k < articles_.size(); ++k) {
      const bool is_first = starts.empty();
      if (is_first || (order(k) == kOrderStep && begins_again(k, last))) {
        starts.push_back(k);
        last = 0;
      }
      last = std::max(last, order(k));
    }
    return starts;
  }

  bool begins_again(size_t k, std::uint32_t last) const {
    if (has_annex_between(k - 1, k)) return true;
    const bool goes_on = k + 1 < articles_.size() && order(k + 1) == order(k) + kOrderStep;
    return goes_on && last > kOrderStep && !is_inserted_run(k, last);
  }

  bool is_contents(size_t begin, size_t next) const {
    const Candidate& first = candidates_[articles_[begin]];
    const Candidate& again = candidates_[articles_[next]];
    const size_t lines = articles_[next] - articles_[begin];
    if (next - begin < 2 || again.offset - first.offset > lines * kMaxContentsLine) return false;
    return title(first).starts_with(title(again)) || title(again).starts_with(title(first));
  }

  std::string_view title(const Candidate& c) const {
    return scan::trim(
        body_.substr(c.text_offset, c.line_end - std::min(c.line_end, c.text_offset)));
  }

  // Marks the longest ascending subsequence of the articles [begin, end).
  void mark_longest(size_t begin, size_t end, std::uint32_t series) {
    std::vector<size_t> tails;  // by length, the article that ends it
    std::vector<size_t> previous(end - begin, end);
    for (size_t k = begin; k < end; ++k) {
      const auto place =
          std::ranges::lower_bound(tails, order(k), {}, [&](size_t tail) { return order(tail); });
      if (place != tails.begin()) previous[k - begin] = *(place - 1);
      if (place == tails.end()) {
        tails.push_back(k);
      } else if (order(*place) != order(k)) {
        *place = k;
      }
    }
    if (tails.empty()) return;
    for (size_t k = tails.back(); k != end; k = previous[k - begin]) {
      result_.of[articles_[k]] = series;
    }
  }

  // Takes in what seemed quoted where a series lacks just that.
  void fill_gaps() {
    std::uint32_t last = 0;
    std::uint32_t series = 0;
    size_t begin = result_.contents_end;
    for (size_t i = begin; i < candidates_.size(); ++i) {
      if (result_.of[i] == 0) continue;
      if (result_.of[i] != series) last = 0;
      series = result_.of[i];
      if (!is_next(candidates_[i].order, last)) fill(begin, i, last);
      last = candidates_[i].order;
      begin = i + 1;
    }
  }

  void fill(size_t begin, size_t end, std::uint32_t last) {
    for (size_t i = begin; i < end; ++i) {
      const Candidate& c = candidates_[i];
      if (c.kind != OutlineKind::kArticle || !is_next(c.order, last)) continue;
      if (c.order >= candidates_[end].order || title(c).empty()) continue;
      result_.of[i] = result_.of[end];
      last = c.order;
    }
  }

  void refute_quotes() {
    for (size_t i = 0; i < candidates_.size(); ++i) {
      if (result_.of[i] == 0 || candidates_[i].quoting == Quoting::kNone) continue;
      const size_t end = candidates_[i].quote_end;
      for (size_t k = i; k < candidates_.size() && candidates_[k].offset < end; ++k) {
        candidates_[k].quoting = Quoting::kNone;
      }
      // The chapter that the article opens.
      for (size_t k = i; k > 0 && candidates_[k - 1].kind < OutlineKind::kArticle; --k) {
        if (candidates_[k - 1].quote_end == end) candidates_[k - 1].quoting = Quoting::kNone;
      }
    }
  }

  std::span<Candidate> candidates_;
  std::string_view body_;
  Articles articles_;
  Series result_;
};

}  // namespace

Series find_series(std::span<Candidate> candidates, std::string_view body) {
  return SeriesFinder(candidates, body).run();
}

}  // namespace tracuu::outline
