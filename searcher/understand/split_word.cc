#include "searcher/understand/split_word.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "core/text/typing/split.h"
#include "core/text/word_form.h"

namespace tracuu {
namespace {

using Id = SyllableModel::Id;

// Forms of one toneless piece that are tried.
constexpr std::size_t kMaxForms = 8;

// Pairs of all of a split that the index may never have seen.
constexpr std::size_t kUnseenShare = 3;

// How often a pair with a syllable of one letter must have been seen: "quan|a" is mostly a slip.
constexpr double kSeenWithOneLetter = 20;

// A piece read as one form, at the end of the best way to it.
struct Step {
  std::size_t piece = 0;
  Id id = 0;
  double score = 0;
  std::optional<std::size_t> from;
  std::size_t pieces = 1;
  std::size_t unseen = 0;
};

class Splitter {
 public:
  Splitter(std::string_view word, const SyllableModel& model)
      : word_(word), model_(model), pieces_(text::syllable_lattice(word)) {}

  std::optional<std::string> run() {
    for (std::size_t piece = 0; piece < pieces_.size(); ++piece) {
      if (pieces_[piece].begin == 0 && pieces_[piece].end == word_.size()) continue;
      for (const Id id : forms_of(piece)) add(piece, id);
    }
    const Step* best = nullptr;
    for (const Step& step : steps_) {
      if (pieces_[step.piece].end != word_.size() || !is_likely(step)) continue;
      if (best == nullptr || step.score > best->score) best = &step;
    }
    if (best == nullptr) return std::nullopt;
    return text_of(*best);
  }

 private:
  std::string_view text_of_piece(std::size_t piece) const {
    return word_.substr(pieces_[piece].begin, pieces_[piece].end - pieces_[piece].begin);
  }

  std::vector<Id> forms_of(std::size_t piece) const {
    const text::WordForm form = text::word_form(text_of_piece(piece));
    std::vector<Id> ids;
    if (!pieces_[piece].is_toneless) {
      if (const auto id = model_.find(form.toned, form.toneless)) ids.push_back(*id);
      return ids;
    }
    const SyllableModel::Range range = model_.forms_of(form.toneless);
    for (std::size_t k = 0; k < std::min(range.size(), kMaxForms); ++k) {
      ids.push_back(static_cast<Id>(range.begin + k));
    }
    return ids;
  }

  bool is_seen(const Step& before, std::size_t piece, Id id) const {
    const double count = model_.pair_count(before.id, id);
    const bool has_one_letter =
        text_of_piece(piece).size() == 1 || text_of_piece(before.piece).size() == 1;
    return count >= (has_one_letter ? kSeenWithOneLetter : 1);
  }

  void add(std::size_t piece, Id id) {
    Step step{piece, id, model_.log_probability(id), std::nullopt};
    if (pieces_[piece].begin != 0) {
      step.score = -std::numeric_limits<double>::infinity();
      for (std::size_t i = 0; i < steps_.size(); ++i) {
        const Step& before = steps_[i];
        if (pieces_[before.piece].end != pieces_[piece].begin) continue;
        const double score = before.score + model_.pair_log_probability(before.id, id);
        if (score <= step.score) continue;
        step.score = score;
        step.from = i;
        step.pieces = before.pieces + 1;
        step.unseen = before.unseen + (is_seen(before, piece, id) ? 0 : 1);
      }
      if (!step.from) return;
    }
    steps_.push_back(step);
  }

  static bool is_likely(const Step& step) {
    return step.pieces > 1 && step.unseen * kUnseenShare < step.pieces;
  }

  std::string text_of(const Step& last) const {
    std::vector<std::string_view> texts;
    for (const Step* step = &last;; step = &steps_[*step->from]) {
      texts.push_back(text_of_piece(step->piece));
      if (!step->from) break;
    }
    std::string text;
    for (auto it = texts.rbegin(); it != texts.rend(); ++it) {
      text += (text.empty() ? "" : " ") + std::string(*it);
    }
    return text;
  }

  std::string_view word_;
  const SyllableModel& model_;
  std::vector<text::SyllablePiece> pieces_;
  std::vector<Step> steps_;
};

}  // namespace

std::optional<std::string> split_word(const BagSyllable& word, const SyllableModel& model) {
  return Splitter(word.typed, model).run();
}

}  // namespace tracuu
