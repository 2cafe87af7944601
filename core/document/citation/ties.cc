#include "core/document/citation/ties.h"

#include <string_view>

#include "core/document/citation/rank.h"

namespace tracuu::citation {
namespace {

// Kinds that coordinate: «Nghị định A … và Nghị định B».
std::string_view kind_of(const Reference& reference) {
  const std::string_view type = reference.citation.type;
  const bool is_law = type == "Luật" || type == "Bộ luật" || type == "Pháp lệnh";
  return is_law ? std::string_view("Luật") : type;
}

bool coordinates(const Reference& a, const Reference& b) {
  const std::string_view first = kind_of(a);
  const std::string_view second = kind_of(b);
  return first == second || first.empty() || second.empty();
}

}  // namespace

void Ties::tie_to_citing(Tie& tie, Relation relation, bool is_unproved) {
  tie.relation = relation;
  tie.is_by_citing = relation != Relation::kRefersTo;
  tie.is_unproved = is_unproved;
}

void Ties::tie_heads(Relation relation, bool is_ended) {
  for (Tie& tie : ties_) {
    if (!tie.is_head || tie.is_excluded || tie.is_by_citing) continue;
    tie_to_citing(tie, relation, false);
    tie.is_ended = is_ended;
  }
}

void Ties::take_object(std::size_t index, std::size_t actor, Relation relation) {
  add_deed(actor, index, relation);
  of(index).actor = actor;
  of(index).acted = relation;
}

void Ties::take_agent(std::size_t index, std::size_t patient, Relation relation) {
  patient = patient_of(patient, index);
  if (patient == kNoSubject) return;
  add_deed(index, patient, relation);
  of(index).patient = patient;
  of(index).acted = relation;
}

void Ties::add_deed(std::size_t actor, std::size_t patient, Relation relation) {
  deeds_.push_back({patient, actor, relation});
}

int Ties::rank(std::size_t index) const {
  const Citation& citation = reference(index).citation;
  return rank_of(citation.type, citation.key);
}

// «Nghị định A hướng dẫn Luật B được sửa đổi bởi Nghị định C»: C changes A, not the law. Where rank
// does not tell, neither is asserted.
std::size_t Ties::patient_of(std::size_t patient, std::size_t agent) {
  if (patient == kNoSubject || patient < sentence_.first_reference) return patient;
  const std::size_t owner = of(patient).actor;
  if (owner == kNoSubject || owner < sentence_.first_reference) return patient;
  if (reference(owner).is_amending) return patient;
  if (rank(agent) < rank(patient)) return owner;
  return rank(owner) == rank(patient) ? kNoSubject : patient;
}

std::size_t Ties::sibling_of(std::size_t index) {
  for (std::size_t other = index; other-- > sentence_.first_reference;) {
    if (of(other).depth > of(index).depth) continue;
    if (coordinates(reference(other), reference(index))) return other;
  }
  return kNoSubject;
}

void Ties::join(std::size_t index, const Junction& junction) {
  const std::size_t sibling = sibling_of(index);
  if (sibling == kNoSubject) return;
  const Tie like = of(sibling);
  const bool is_adjacent = junction.is_adjacent && sibling + 1 == index;
  if (like.patient != kNoSubject) {
    if (is_adjacent) take_agent(index, like.patient, like.acted);
    return;
  }
  if (like.actor != kNoSubject) {
    share_actor(index, like, {is_adjacent, junction.is_separate});
    return;
  }
  Tie& tie = of(index);
  tie.is_head = like.is_head;
  if (like.is_by_citing) tie_to_citing(tie, like.relation, like.is_unproved);
  tie.is_ended = like.is_ended;
}

// «A sửa đổi B và C»: C is B's neighbour or, where this document changes A, perhaps A's.
void Ties::share_actor(std::size_t index, const Tie& like, const Junction& junction) {
  if (like.actor < sentence_.first_reference) return;
  const Tie actor = of(like.actor);
  const bool is_same_kind = coordinates(reference(like.actor), reference(index));
  if (junction.is_separate && is_same_kind && actor.is_by_citing) {
    tie_to_citing(of(index), actor.relation, actor.is_unproved);
    return;
  }
  if (!junction.is_adjacent || junction.is_separate) return;
  if (is_same_kind && actor.is_by_citing && changes_effect(actor.relation)) return;
  take_object(index, like.actor, like.acted);
}

}  // namespace tracuu::citation
