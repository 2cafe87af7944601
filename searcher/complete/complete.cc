#include "searcher/complete/complete.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "searcher/complete/complete_numbers.h"
#include "searcher/complete/complete_phrases.h"
#include "searcher/complete/complete_titles.h"
#include "searcher/complete/typed_prefix.h"

namespace tracuu {
namespace {

// How many of each kind stand before the others get what is left, of ten.
constexpr std::size_t kPhrasesOfTen = 4;
constexpr std::size_t kAgenciesOfTen = 2;

std::size_t share(std::size_t limit, std::size_t of_ten) {
  return std::max<std::size_t>(1, limit * of_ten / kDefaultCompletions);
}

// Collects completions until there are enough, none twice.
class Collector {
 public:
  Collector(std::size_t limit, const text::Analyzer& analyzer, text::Analysis& analysis)
      : limit_(limit), analyzer_(analyzer), analysis_(analysis) {}

  void add(Completion completion) {
    if (completions_.size() == limit_ || !seen_.insert(key_of(completion.text)).second) return;
    completions_.push_back(std::move(completion));
  }

  void add(const std::vector<Completion>& all, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < std::min(end, all.size()); ++i) add(all[i]);
  }

  bool is_full() const { return completions_.size() == limit_; }
  std::vector<Completion> take() { return std::move(completions_); }

 private:
  // The canonical words with one blank between them.
  std::string key_of(const std::string& text) {
    analyzer_.analyze(text, analysis_);
    std::string key;
    for (const text::Token& token : analysis_.tokens) {
      key += analysis_.vocabulary().form(analysis_.word(token).toned);
      key += ' ';
    }
    return key;
  }

  std::size_t limit_;
  const text::Analyzer& analyzer_;
  text::Analysis& analysis_;
  std::unordered_set<std::string> seen_;
  std::vector<Completion> completions_;
};

}  // namespace

Completer::Completer(const text::Analyzer& analyzer, const TokenCodes& codes,
                     const SyllableModel& model, Snapshot& snapshot)
    : heads_(snapshot.database()), sources_{analyzer, codes, model, snapshot, heads_} {}

std::vector<Completion> Completer::complete(std::string_view typed, std::size_t limit) {
  limit = std::min(limit, kMaxCompletions);
  const TypedPrefix prefix = read_prefix(typed, sources_.analyzer, sources_.model);
  if (prefix.empty() || limit == 0) return {};
  Collector collector(limit, sources_.analyzer, analysis_);
  collector.add(complete_numbers(prefix.text, limit, sources_), 0, limit);
  if (collector.is_full()) return collector.take();

  if (!agencies_) agencies_ = std::make_unique<AgencyCompleter>(sources_);
  const std::vector<Completion> phrases = complete_phrases(prefix, limit, sources_);
  const std::vector<AgencyCompleter::Match> agencies = agencies_->complete(prefix, limit);
  const std::size_t first_phrases = share(limit, kPhrasesOfTen);
  const std::size_t first_agencies = share(limit, kAgenciesOfTen);
  collector.add(phrases, 0, first_phrases);
  for (std::size_t i = 0; i < std::min(first_agencies, agencies.size()); ++i) {
    if (agencies[i].is_beginning) collector.add(agencies[i].completion);
  }
  collector.add(complete_titles(prefix, limit, sources_), 0, limit);
  for (const AgencyCompleter::Match& agency : agencies) collector.add(agency.completion);
  collector.add(phrases, first_phrases, limit);
  return collector.take();
}

}  // namespace tracuu
