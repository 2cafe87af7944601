#include "searcher/dictionary/term_builder.h"

#include <algorithm>

namespace tracuu {
namespace {

// Bounds the work when a hostile file puts one term into thousands of rows.
constexpr std::size_t kMaxEdges = 32;
constexpr std::size_t kMaxCandidates = 48;
constexpr double kMinWeight = 0.5;
constexpr std::size_t kMinAbbreviationBytes = 2;

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

bool has_blank(std::string_view text) {
  return text.find(' ') != std::string_view::npos;
}

// Whether the abbreviation, searched in documents, would find a common word: TƯ finds "tư".
bool reads_as_word(const Term& abbreviation) {
  return abbreviation.toneless.size() == 1 && may_be_syllable(abbreviation.toneless.front());
}

}  // namespace

void TermBuilder::add_abbreviations(std::string_view file,
                                    const std::vector<AbbreviationRow>& rows) {
  for (const AbbreviationRow& row : rows) {
    const auto words = find_or_add(row.expansion, false);
    const auto abbreviation = find_or_add(row.abbreviation, !has_blank(row.abbreviation));
    if (!words || !abbreviation || row.abbreviation.size() < kMinAbbreviationBytes) {
      warn(warnings_, file, row.line, RowFault::kUnusableTerm);
      continue;
    }
    const std::string note(row.note);
    connect(*abbreviation, {*words, kSameWeight, AlternativeKind::kExpansion, note});
    if (!row.both_ways) continue;
    backward_.emplace_back(*words,
                           Edge{*abbreviation, kSameWeight, AlternativeKind::kAbbreviation, note});
  }
}

void TermBuilder::add_groups(std::string_view file, const std::vector<GroupRow>& rows,
                             AlternativeKind kind) {
  for (const GroupRow& row : rows) {
    std::vector<TermId> terms;
    for (const std::string_view text : row.terms) {
      if (const auto id = find_or_add(text, false)) terms.push_back(*id);
    }
    if (terms.size() < row.terms.size()) {
      warn(warnings_, file, row.line, RowFault::kUnusableTerm);
    } else {
      connect_group(row, terms, kind);
    }
  }
}

TermTable TermBuilder::build() {
  for (TermId id = 0; id < table_.terms_.size(); ++id) {
    table_.terms_[id].meanings = meanings_of(id);
  }
  connect_abbreviations();
  for (TermId id = 0; id < table_.terms_.size(); ++id) {
    table_.terms_[id].alternatives = alternatives_of(id);
  }
  return std::move(table_);
}

std::optional<TermId> TermBuilder::find_or_add(std::string_view text, bool is_abbreviation) {
  const std::string exact = "a" + std::string(text);
  if (const auto known = ids_.find(exact); known != ids_.end()) return known->second;
  analyzer_.analyze(text, analysis_);
  const std::vector<DictionaryWord> words = dictionary_words(text, analysis_);
  const std::size_t most = is_abbreviation ? kMaxAbbreviationParts : kMaxTermWords;
  if (words.empty() || words.size() > most) return std::nullopt;
  std::string key = exact;
  if (!is_abbreviation) {
    key = "p";
    for (const DictionaryWord& word : words) key.append(" ").append(word.toned);
  }
  const auto [place, is_new] = ids_.try_emplace(std::move(key), TermId{0});
  if (is_new) place->second = add_term(text, words, is_abbreviation);
  return place->second;
}

TermId TermBuilder::add_term(std::string_view text, std::span<const DictionaryWord> words,
                             bool abbreviation) {
  const auto id = static_cast<TermId>(table_.terms_.size());
  Term term;
  term.text = text;
  term.is_abbreviation = abbreviation;
  for (const DictionaryWord& word : words) {
    term.toned.emplace_back(word.toned);
    term.toneless.emplace_back(word.toneless);
  }
  if (abbreviation) {
    for (const Closeness closeness : {Closeness::kExact, Closeness::kParts, Closeness::kLetters,
                                      Closeness::kTonelessParts, Closeness::kTonelessLetters}) {
      table_.abbreviations_[abbreviation_key(words, closeness)].push_back(id);
    }
  } else {
    table_.phrases_[joined(term.toneless)].push_back(id);
    std::size_t& longest = table_.longest_phrase_[term.toneless.front()];
    longest = std::max(longest, words.size());
  }
  table_.terms_.push_back(std::move(term));
  edges_.emplace_back();
  return id;
}

void TermBuilder::connect(TermId from, Edge edge) {
  std::vector<Edge>& edges = edges_[from];
  const bool is_known = std::ranges::any_of(edges, [&](const Edge& e) { return e.to == edge.to; });
  if (from != edge.to && !is_known && edges.size() < kMaxEdges) edges.push_back(std::move(edge));
}

void TermBuilder::connect_group(const GroupRow& row, const std::vector<TermId>& terms,
                                AlternativeKind kind) {
  const bool is_narrow = row.relation == TermRelation::kNarrow;
  const double weight = is_narrow ? kNarrowWeight : kSameWeight;
  for (const TermId from : terms) {
    if (is_narrow && from != terms.front()) continue;
    for (const TermId to : terms) {
      if (row.relation == TermRelation::kNot) {
        if (from != to) opposed_.emplace(from, to);
        table_.terms_[from].is_opposed = true;
      } else {
        connect(from, {to, weight, kind, std::string(row.note)});
      }
    }
  }
}

void TermBuilder::connect_abbreviations() {
  for (auto& [words, edge] : backward_) {
    const Term& abbreviation = table_.terms_[edge.to];
    if (abbreviation.meanings.size() > 1 || reads_as_word(abbreviation)) {
      edge.weight = kDoubtfulAbbreviationWeight;
    }
    connect(words, std::move(edge));
  }
  backward_.clear();
}

bool TermBuilder::are_opposed(TermId one, TermId other) const {
  return opposed_.contains({one, other});
}

Alternative TermBuilder::alternative(const Edge& edge, double weight) const {
  return {table_.terms_[edge.to].text, weight, edge.kind, edge.note};
}

std::vector<Alternative> TermBuilder::meanings_of(TermId id) const {
  std::vector<Alternative> meanings;
  for (const Edge& edge : edges_[id]) {
    if (edge.kind == AlternativeKind::kExpansion && meanings.size() < kMaxAlternatives) {
      meanings.push_back(alternative(edge, kSameWeight));
    }
  }
  return meanings;
}

std::vector<Alternative> TermBuilder::alternatives_of(TermId id) const {
  if (table_.terms_[id].meanings.size() > 1) return {};
  std::vector<std::pair<double, const Edge*>> found;
  const auto add = [&](const Edge& edge, double weight) {
    if (weight < kMinWeight || edge.to == id || are_opposed(id, edge.to)) return;
    const bool is_known =
        std::ranges::any_of(found, [&](const auto& known) { return known.second->to == edge.to; });
    if (!is_known && found.size() < kMaxCandidates) found.emplace_back(weight, &edge);
  };
  for (const Edge& edge : edges_[id]) add(edge, edge.weight);
  for (const Edge& edge : edges_[id]) {
    if (are_opposed(id, edge.to) || table_.terms_[edge.to].meanings.size() > 1) continue;
    for (const Edge& next : edges_[edge.to]) {
      if (!are_opposed(edge.to, next.to)) add(next, edge.weight * next.weight);
    }
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, [](const auto& f) { return f.first; });
  if (found.size() > kMaxAlternatives) found.resize(kMaxAlternatives);
  std::vector<Alternative> alternatives;
  alternatives.reserve(found.size());
  for (const auto& [weight, edge] : found) alternatives.push_back(alternative(*edge, weight));
  return alternatives;
}

}  // namespace tracuu
