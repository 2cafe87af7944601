// Who is tied to whom in one sentence, as far as it is read, and what a document behind «,» or «và»
// has in common with the one before it.
//
//   «A sửa đổi B và C»               C is A's object as B is
//   «A được sửa đổi theo B và C»     A is the patient of both
//   «bãi bỏ A về … và B»             B is repealed as A is
//
// Internal to core/document/citation.

#pragma once

#include <cstddef>
#include <vector>

#include "core/document/citation.h"
#include "core/document/citation/items.h"

namespace tracuu::citation {

// How the citing document is tied to a reference.
struct Tie {
  Relation relation = Relation::kRefersTo;
  bool is_by_citing = false;  // else relation is kRefersTo
  bool is_ended = false;      // «hết hiệu lực»: replaced or repealed
  bool is_unproved = false;   // the verb begins a sentence outside of the articles
  bool is_head = false;       // the sentence begins with it
  bool is_excluded = false;   // quoted, or behind «trừ»
  std::size_t depth = 0;      // of parentheses
  Span annex;  // «Bảng giá đất» ban hành kèm theo it; empty where it is itself meant
  std::size_t actor = kNoSubject;        // the reference whose object it is: «A sửa đổi» it
  Relation acted = Relation::kRefersTo;  // what the actor does, or it to its patient
  std::size_t patient = kNoSubject;      // on which it acts: «được sửa đổi theo» it
};

// One cited document acting on another.
struct Deed {
  std::size_t patient = kNoSubject;  // indices of references in the body
  std::size_t actor = kNoSubject;
  Relation relation = Relation::kRefersTo;
};

// How a document stands to the one before it.
struct Junction {
  bool is_adjacent = false;  // nothing but the comma between them
  bool is_separate = false;  // a semicolon
};

// Indices are those of the body's references. Lives as long as the sentence.
class Ties {
 public:
  explicit Ties(const Sentence& sentence)
      : sentence_(sentence), ties_(sentence.references.size()) {}

  Tie& of(std::size_t index) { return ties_[index - sentence_.first_reference]; }
  const std::vector<Tie>& all() const { return ties_; }
  const std::vector<Deed>& deeds() const { return deeds_; }

  static void tie_to_citing(Tie& tie, Relation relation, bool is_unproved);

  // Ties those that the sentence begins with to the citing document.
  void tie_heads(Relation relation, bool is_ended);

  // «actor sửa đổi index»
  void take_object(std::size_t index, std::size_t actor, Relation relation);

  // «patient được sửa đổi theo index»; nothing where it is not sure who the patient is.
  void take_agent(std::size_t index, std::size_t patient, Relation relation);

  // A deed whose patient is in the sentence before.
  void add_deed(std::size_t actor, std::size_t patient, Relation relation);

  // Gives the reference what the nearest one of its kind before it has.
  void join(std::size_t index, const Junction& junction);

 private:
  const Reference& reference(std::size_t index) const {
    return sentence_.references[index - sentence_.first_reference];
  }
  int rank(std::size_t index) const;
  std::size_t patient_of(std::size_t patient, std::size_t agent);
  std::size_t sibling_of(std::size_t index);
  void share_actor(std::size_t index, const Tie& like, const Junction& junction);

  const Sentence& sentence_;
  std::vector<Tie> ties_;
  std::vector<Deed> deeds_;
};

}  // namespace tracuu::citation
