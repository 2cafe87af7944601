#include "searcher/similar/similar.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/index/schema.h"
#include "searcher/similar/find_copies.h"

namespace tracuu {
namespace {

// Terms whose frequency is looked up: those that the document says most.
constexpr std::size_t kMaxCandidates = 400;

struct Term {
  std::string pair;  // "doi so"
  double said = 0;   // how much the document says it
  double weight = 0;
};

bool has_figure(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// Calls visit(pair, wdf) for the pairs of the document under the prefix.
template <typename Visit>
void for_each_pair(const IndexView& database, Xapian::docid docid, std::string_view prefix,
                   Visit visit) {
  const auto end = database.termlist_end(docid);
  auto term = database.termlist_begin(docid);
  for (term.skip_to(std::string(prefix)); term != end; ++term) {
    const std::string text = *term;
    if (!text.starts_with(prefix)) return;
    visit(std::string_view(text).substr(prefix.size()), term.get_wdf());
  }
}

// What the document says most; what the title says counts more.
std::vector<Term> candidates(const IndexView& database, Xapian::docid docid,
                             const SimilarOptions& options) {
  std::unordered_map<std::string, double> said;
  for_each_pair(database, docid, schema::kPair, [&](std::string_view pair, Xapian::termcount wdf) {
    if (!has_figure(pair)) said[std::string(pair)] = 1 + std::log(std::max<double>(1, wdf));
  });
  for_each_pair(database, docid, schema::kTitlePair, [&](std::string_view pair, Xapian::termcount) {
    const auto found = said.find(std::string(pair));
    if (found != said.end()) found->second *= options.title;
  });
  std::vector<Term> terms;
  terms.reserve(said.size());
  for (auto& [pair, much] : said) terms.push_back({pair, much, 0});
  const auto most_said = [](const Term& a, const Term& b) {
    return a.said != b.said ? a.said > b.said : a.pair < b.pair;
  };
  const std::size_t kept = std::min(terms.size(), kMaxCandidates);
  std::ranges::partial_sort(terms, terms.begin() + static_cast<std::ptrdiff_t>(kept), most_said);
  terms.resize(kept);
  return terms;
}

// `copies` documents have the terms of this one, too, and are no evidence that a term is shared.
std::vector<Term> telling_terms(Snapshot& snapshot, Xapian::docid docid, std::size_t copies,
                                const SimilarOptions& options) {
  const IndexView& database = snapshot.database();
  const double documents = database.get_doccount();
  // In a small index a twentieth is no measure of what everybody says.
  constexpr double kFewDocuments = 20;
  const double most = std::max(kFewDocuments, options.most_documents * documents);
  std::vector<Term> terms;
  for (Term& term : candidates(database, docid, options)) {
    const double frequency = database.get_termfreq(schema::term(schema::kPair, term.pair));
    const double others = frequency - 1 - static_cast<double>(copies);
    if (others < 1 || others > most) continue;
    term.weight = term.said * std::log(1 + documents / frequency);
    terms.push_back(std::move(term));
  }
  std::ranges::sort(terms, [](const Term& a, const Term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.pair < b.pair;
  });
  if (terms.size() > options.most_terms) terms.resize(options.most_terms);
  return terms;
}

// The documents whose terms weigh at least the share of all that were looked up in time.
DocumentSet with_share(const std::vector<Term>& terms, double share, Snapshot& snapshot,
                       Deadline& deadline) {
  std::unordered_map<std::uint32_t, double> weights;
  double all = 0;
  for (const Term& term : terms) {
    if (deadline.is_over()) break;
    all += term.weight;
    const auto with_term = snapshot.postings().with(schema::term(schema::kPair, term.pair));
    for (const std::uint32_t docid : *with_term) weights[docid] += term.weight;
  }
  DocumentSet documents;
  for (const auto& [docid, weight] : weights) {
    if (weight >= share * all) documents.add(docid);
  }
  return documents;
}

// The weight in the ranking is the document's own: how rare a term is BM25 knows itself.
Scoring scoring_of(const std::vector<Term>& terms) {
  Scoring scoring;
  for (const Term& term : terms) {
    scoring.terms.push_back({schema::term(schema::kPair, term.pair), "", term.said});
  }
  return scoring;
}

}  // namespace

Similar find_similar(Snapshot& snapshot, Xapian::docid docid, Deadline& deadline,
                     const SimilarOptions& options) {
  const std::vector<Xapian::docid> copies = find_copies(snapshot, docid);
  const std::vector<Term> terms = telling_terms(snapshot, docid, copies.size(), options);
  Similar similar;
  similar.scoring = scoring_of(terms);
  similar.documents = with_share(terms, options.least_share, snapshot, deadline);
  similar.documents.remove(docid);
  for (const Xapian::docid copy : copies) similar.documents.remove(copy);
  return similar;
}

}  // namespace tracuu
