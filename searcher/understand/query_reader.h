// Reads a query as the person meant it: the named steps from what was typed to what is searched.
//
//   «nghij quyeets chuyendoiso UBND»
//     telex         nghị quyết chuyendoiso UBND
//     split         chuyendoiso → chuyen doi so
//     restore       chuyen doi so → chuyển đổi số
//     abbreviation  UBND → Ủy ban nhân dân
//
// Each step that changed something is in `understood`, so that the user sees it. Words behind a
// minus and phrases are searched to the letter, but for the input method and the encoding. Nothing
// is a step of its own that ranking does anyway (marks left out, place of the tone mark).
//
// `verbatim` switches every step off. Values of fields are read over several words either way
// (searcher/field_values.h).

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/document/outline/reference.h"
#include "core/index/syllable_model.h"
#include "core/text/analyzer.h"
#include "searcher/bag.h"
#include "searcher/dictionary/dictionary.h"
#include "searcher/query/ast.h"
#include "searcher/query/error.h"
#include "searcher/response.h"
#include "searcher/snapshot.h"
#include "searcher/understand/bags.h"

namespace tracuu {

// Stays where it is: the bags go by the places of the tree's nodes.
struct ReadQuery {
  query::Node tree;
  Bags bags;  // of `tree`
  std::vector<Understood> understood;
  std::optional<Reference> place;  // «khoản 2 Điều 5», when one is named
};

// Belongs to one thread.
class QueryReader {
 public:
  // REQUIRES: all of them outlive this object.
  QueryReader(const text::Analyzer& analyzer, const SyllableModel& model,
              const Dictionary& dictionary, Snapshot& snapshot)
      : analyzer_(analyzer), model_(model), dictionary_(dictionary), snapshot_(snapshot) {}

  // Returns the query, or what is wrong with it as typed.
  std::variant<std::unique_ptr<ReadQuery>, query::QueryError> read(const std::string& text,
                                                                   bool verbatim) const;

 private:
  void read_node(query::Node& node, ReadQuery& query) const;
  void read_words(query::Node& node, ReadQuery& query) const;
  void mend(query::Node& node, ReadQuery& query) const;
  void restore(Bag& bag, ReadQuery& query) const;
  void expand(const query::Node& node, Bag& bag, ReadQuery& query) const;
  bool is_known(const BagSyllable& word) const;

  const text::Analyzer& analyzer_;
  const SyllableModel& model_;
  const Dictionary& dictionary_;
  Snapshot& snapshot_;
  mutable text::Analysis work_;  // of one step after the other: it knows the query's words
};

}  // namespace tracuu
