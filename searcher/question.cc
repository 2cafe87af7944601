#include "searcher/question.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/understand/query_reader.h"
#include "searcher/understand/recognized.h"

namespace tracuu {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The hits, and what had to be given up for them.
struct Found {
  DocumentSet unfiltered;
  DocumentSet hits;
  std::vector<Understood> understood;
  std::vector<Relaxed> relaxed;
};

std::vector<Relaxed> given_up(Strictness strictness, const Hits& hits) {
  std::vector<Relaxed> relaxed;
  if (strictness == Strictness::kWhole) return relaxed;
  if (!hits.unknown.empty()) relaxed.push_back({"unknown_words", hits.unknown});
  // At kKnown a number that stands nowhere with the rest was taken apart: that is said, too.
  const bool gave_up_numbers = strictness == Strictness::kKnown && hits.unknown.empty();
  if (strictness == Strictness::kSome || gave_up_numbers) relaxed.push_back({"some_words", {}});
  if (strictness == Strictness::kAny) relaxed.push_back({"any_word", {}});
  return relaxed;
}

// Tries the query as it is, then gives up more and more until something fits.
Found find_documents(ReadQuery& query, const Admission& admission, const HitRule& rule,
                     const TokenCodes& codes, Snapshot& snapshot, Deadline& deadline) {
  Found found;
  DocumentSet strictest;
  for (const Strictness strictness :
       {Strictness::kWhole, Strictness::kKnown, Strictness::kSome, Strictness::kAny}) {
    Hits hits = find_hits(query.tree, rule, strictness, query.bags, codes, snapshot, deadline);
    found.hits = admission.admit(hits.documents);
    found.relaxed = given_up(strictness, hits);
    found.understood = std::move(hits.understood);
    found.unfiltered = std::move(hits.documents);
    if (!found.hits.isEmpty() || deadline.is_over()) return found;
    if (strictest.isEmpty()) strictest = found.unfiltered;
  }
  // Nothing passes the filters: the facets then show what the query itself would find.
  found.unfiltered = std::move(strictest);
  found.relaxed.clear();
  return found;
}

// The words whose spelling is not the one they are searched by: «hoà» is «hòa», «vịêt» is «việt».
void explain_spelling(const Bag& bag, std::vector<Understood>& understood) {
  std::string typed;
  std::string canonical;
  for (const BagSyllable& syllable : bag.syllables) {
    if (syllable.typed == syllable.toned) continue;
    typed += (typed.empty() ? "" : " ") + syllable.typed;
    canonical += (canonical.empty() ? "" : " ") + syllable.toned;
  }
  if (!typed.empty()) understood.push_back({"normalize", typed, canonical});
}

void explain_words(const std::vector<Bag>& bags, std::vector<Understood>& understood) {
  for (const Bag& bag : bags) {
    explain_spelling(bag, understood);
    for (const BagNumber& number : bag.numbers) {
      understood.push_back({"number", number.canonical, number.canonical});
    }
  }
}

}  // namespace

std::variant<Question, query::QueryError> read_question(const SearchRequest& request,
                                                        const Admission& admission,
                                                        const QuestionSources& sources,
                                                        Deadline& deadline) {
  Snapshot& snapshot = sources.snapshot;
  Question question;
  if (is_blank(request.query)) {
    question.unfiltered = *snapshot.postings().all();
    question.hits = admission.admit(question.unfiltered);
    return question;
  }
  const QueryReader reader(sources.analyzer, sources.model, sources.dictionary, snapshot);
  auto read = reader.read(request.query, request.verbatim);
  if (const auto* error = std::get_if<query::QueryError>(&read)) return *error;
  ReadQuery& query = *std::get<std::unique_ptr<ReadQuery>>(read);
  question.place = query.place;
  Found found = find_documents(query, admission, sources.rule, sources.codes, snapshot, deadline);
  question.unfiltered = std::move(found.unfiltered);
  question.hits = std::move(found.hits);
  question.understood = std::move(query.understood);
  std::ranges::move(found.understood, std::back_inserter(question.understood));
  question.relaxed = std::move(found.relaxed);
  const std::vector<Bag> bags = scored_bags(query.tree, query.bags);
  question.units.emplace(bags, sources.ranking, sources.codes, snapshot.postings());
  question.highlighted = with_alternatives(bags);
  explain_words(question.highlighted, question.understood);
  Scoring& scoring = question.scoring;
  scoring = scoring_query(query.tree, sources.ranking, query.bags, snapshot);
  if (!request.verbatim) {
    const std::vector<Recognized> recognized = recognize(query.tree, snapshot);
    scoring = prefer_recognized(std::move(scoring), recognized, sources.ranking, snapshot);
    for (const Recognized& one : recognized) {
      if (one.field == kLawField) continue;
      question.offered.push_back({one.field, one.value, one.words});
    }
  }
  if (scoring.left_out > 0) {
    question.understood.push_back({"long_query",
                                   std::to_string(scoring.terms.size() + scoring.left_out),
                                   std::to_string(scoring.terms.size())});
  }
  return question;
}

}  // namespace tracuu
