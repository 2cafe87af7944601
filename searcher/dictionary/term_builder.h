// Builds a TermTable from the rows of the files. Internal to searcher/dictionary.
//
// Terms are the nodes of a graph: a row of abbreviations.tsv is an edge each way, a `same` row
// connects all its terms, a `narrow` row its first with the others. What may stand for a term lies
// one or two edges away; an abbreviation of several meanings is never passed through.

#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/text/analyzer.h"
#include "searcher/dictionary/rows.h"
#include "searcher/dictionary/term_table.h"

namespace tracuu {

class TermBuilder {
 public:
  explicit TermBuilder(std::vector<DictionaryWarning>& warnings) : warnings_(warnings) {}

  // To be called before any groups, so that an abbreviation in a group is known as one.
  void add_abbreviations(std::string_view file, const std::vector<AbbreviationRow>& rows);
  void add_groups(std::string_view file, const std::vector<GroupRow>& rows, AlternativeKind kind);

  // Returns the table; the builder is empty then.
  TermTable build();

 private:
  struct Edge {
    TermId to = 0;
    double weight = kSameWeight;
    AlternativeKind kind = AlternativeKind::kSynonym;
    std::string note;
  };

  std::optional<TermId> find_or_add(std::string_view text, bool is_abbreviation);
  TermId add_term(std::string_view text, std::span<const DictionaryWord> words, bool abbreviation);
  void connect(TermId from, Edge edge);
  void connect_group(const GroupRow& row, const std::vector<TermId>& terms, AlternativeKind kind);
  void connect_abbreviations();
  bool are_opposed(TermId one, TermId other) const;
  Alternative alternative(const Edge& edge, double weight) const;
  std::vector<Alternative> meanings_of(TermId id) const;
  std::vector<Alternative> alternatives_of(TermId id) const;

  std::vector<DictionaryWarning>& warnings_;
  text::Analyzer analyzer_;
  text::Analysis analysis_;
  TermTable table_;
  TermTable::Map<TermId> ids_;
  std::vector<std::vector<Edge>> edges_;           // by term
  std::vector<std::pair<TermId, Edge>> backward_;  // from words to their abbreviation
  std::set<std::pair<TermId, TermId>> opposed_;
};

}  // namespace tracuu
