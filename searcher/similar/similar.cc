#include "searcher/similar/similar.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/index/record.h"
#include "core/index/schema.h"
#include "searcher/similar/find_copies.h"
#include "searcher/similar/said_pairs.h"

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

// What the document says most; what the title says counts more.
std::vector<Term> candidates(const Document& document, const text::Analyzer& analyzer,
                             const SimilarOptions& options) {
  const std::unordered_map<std::string, SaidPair> said = said_pairs(document, analyzer);
  std::vector<Term> terms;
  terms.reserve(said.size());
  for (const auto& [pair, much] : said) {
    if (has_figure(pair)) continue;
    terms.push_back({pair, (1 + std::log(much.count)) * (much.in_title ? options.title : 1), 0});
  }
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
                                const text::Analyzer& analyzer, const SimilarOptions& options) {
  const IndexView& database = snapshot.database();
  const double documents = database.get_doccount();
  // In a small index a twentieth is no measure of what everybody says.
  constexpr double kFewDocuments = 20;
  const double most = std::max(kFewDocuments, options.most_documents * documents);
  std::vector<Term> terms;
  const Document document = decode_record(database.get_document(docid).get_data());
  for (Term& term : candidates(document, analyzer, options)) {
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

Similar find_similar(Snapshot& snapshot, Xapian::docid docid, const text::Analyzer& analyzer,
                     Deadline& deadline, const SimilarOptions& options) {
  const std::vector<Xapian::docid> copies = find_copies(snapshot, docid);
  const std::vector<Term> terms = telling_terms(snapshot, docid, copies.size(), analyzer, options);
  Similar similar;
  similar.scoring = scoring_of(terms);
  similar.documents = with_share(terms, options.least_share, snapshot, deadline);
  similar.documents.remove(docid);
  for (const Xapian::docid copy : copies) similar.documents.remove(copy);
  return similar;
}

}  // namespace tracuu
