#include "searcher/graph/effect.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tracuu {
namespace {

bool ends_it(Relation relation) {
  return relation == Relation::kReplaces || relation == Relation::kRepeals;
}

bool halts_it(Relation relation) {
  return relation == Relation::kSuspends || relation == Relation::kPauses;
}

// What a tie makes of the document, once it works.
EffectStatus outcome_of(const ActingTie& tie) {
  if (tie.relation == Relation::kAmends || tie.relation == Relation::kSupplements) {
    return EffectStatus::kPartlyExpired;
  }
  if (!ends_it(tie.relation) && !halts_it(tie.relation)) return EffectStatus::kInForce;
  if (!tie.part.empty()) return EffectStatus::kPartlyExpired;
  return ends_it(tie.relation) ? EffectStatus::kExpired : EffectStatus::kPaused;
}

bool works(const ActingTie& tie, const AsOf& as_of) {
  return tie.from ? *tie.from <= as_of.day : as_of.day >= as_of.today;
}

bool any_tie(const std::vector<ActingTie>& ties, const AsOf& as_of, EffectStatus outcome) {
  return std::ranges::any_of(
      ties, [&](const ActingTie& tie) { return outcome_of(tie) == outcome && works(tie, as_of); });
}

// A tie that may or may not have worked on that day.
bool any_undated(const std::vector<ActingTie>& ties, const AsOf& as_of) {
  return std::ranges::any_of(ties, [&](const ActingTie& tie) {
    return !tie.from && !works(tie, as_of) && outcome_of(tie) != EffectStatus::kInForce;
  });
}

// What the document's days and the ties say.
EffectStatus found_status(const OwnEffect& own, const std::vector<ActingTie>& ties,
                          const AsOf& as_of) {
  const Date& day = as_of.day;
  if (own.expires && *own.expires < day) return EffectStatus::kExpired;
  if (any_tie(ties, as_of, EffectStatus::kExpired)) return EffectStatus::kExpired;
  if ((own.effective && *own.effective > day) || (own.issued && *own.issued > day)) {
    return EffectStatus::kNotYet;
  }
  if (any_tie(ties, as_of, EffectStatus::kPaused)) return EffectStatus::kPaused;
  if (any_tie(ties, as_of, EffectStatus::kPartlyExpired)) return EffectStatus::kPartlyExpired;
  if (any_undated(ties, as_of)) return EffectStatus::kUnknown;
  return own.effective ? EffectStatus::kInForce : EffectStatus::kUnknown;
}

// What a status of today says of another day: what was to come had not come before, what is over
// stays over, and what is in force whole was so since its issue.
std::optional<EffectStatus> carried(const OwnEffect& own, const AsOf& as_of) {
  const bool is_past = as_of.day < as_of.today;
  switch (own.given.value_or(EffectStatus::kUnknown)) {
    case EffectStatus::kNotYet:
      return is_past ? own.given : std::nullopt;
    case EffectStatus::kInForce:
      return is_past && own.issued ? own.given : std::nullopt;
    case EffectStatus::kExpired:
      return is_past ? std::nullopt : own.given;
    default:
      return std::nullopt;
  }
}

struct Decision {
  EffectStatus status = EffectStatus::kNotApplicable;
  EffectStatus found = EffectStatus::kNotApplicable;
  bool is_given = false;
};

Decision decide(const OwnEffect& own, const std::vector<ActingTie>& ties, const AsOf& as_of) {
  if (!own.is_act) return {};
  const EffectStatus found = found_status(own, ties, as_of);
  if (own.given && as_of.day == as_of.today) return {*own.given, found, true};
  if (found != EffectStatus::kUnknown || any_undated(ties, as_of)) return {found, found, false};
  const std::optional<EffectStatus> given = carried(own, as_of);
  return given ? Decision{*given, found, true} : Decision{found, found, false};
}

// Whether the tie is told where the status is `status`: what makes it, and of what is not over what
// was changed in it.
bool is_told(const ActingTie& tie, EffectStatus status) {
  const EffectStatus outcome = outcome_of(tie);
  return outcome == status ||
         (status != EffectStatus::kExpired && outcome == EffectStatus::kPartlyExpired);
}

// What makes the status first, the earliest first.
void add_ties(const std::vector<ActingTie>& ties, const AsOf& as_of, EffectStatus status,
              std::vector<EffectReason>& reasons) {
  std::vector<const ActingTie*> working;
  for (const ActingTie& tie : ties) {
    if (works(tie, as_of) && is_told(tie, status)) working.push_back(&tie);
  }
  std::ranges::sort(working, {}, [&](const ActingTie* tie) {
    return std::tuple(outcome_of(*tie) != status, !tie->from, tie->from.value_or(Date()),
                      tie->acting, tie->part, tie->place);
  });
  if (working.size() > kMaxReasons) working.resize(kMaxReasons);
  for (const ActingTie* tie : working) {
    EffectReason reason;
    reason.tie = *tie;
    reason.since = tie->from;
    reasons.push_back(std::move(reason));
  }
}

void add_day(EffectReason::Kind kind, std::optional<Date> day, bool is_reason,
             std::vector<EffectReason>& reasons) {
  if (!day || !is_reason) return;
  EffectReason reason;
  reason.kind = kind;
  reason.since = day;
  reasons.push_back(std::move(reason));
}

}  // namespace

bool acts_on_whole(Relation relation, std::string_view part) {
  return part.empty() && (ends_it(relation) || halts_it(relation));
}

EffectStatus status_at(const OwnEffect& own, const std::vector<ActingTie>& ties,
                       const AsOf& as_of) {
  return decide(own, ties, as_of).status;
}

Effect effect_at(const OwnEffect& own, const std::vector<ActingTie>& ties, const AsOf& as_of) {
  const Decision decision = decide(own, ties, as_of);
  Effect effect;
  effect.status = decision.status;
  if (!own.is_act) return effect;
  if (decision.is_given) {
    EffectReason given;
    given.kind = EffectReason::Kind::kGiven;
    effect.reasons.push_back(std::move(given));
    const bool contradicts =
        decision.found != EffectStatus::kUnknown && decision.found != decision.status;
    if (contradicts) effect.denied = decision.found;
  }
  const EffectStatus found = decision.found;
  const Date& day = as_of.day;
  using Kind = EffectReason::Kind;
  add_day(Kind::kExpires, own.expires, own.expires && *own.expires < day, effect.reasons);
  add_ties(ties, as_of, found, effect.reasons);
  const bool is_by_day = found == EffectStatus::kNotYet || found == EffectStatus::kInForce;
  add_day(Kind::kEffective, own.effective, is_by_day, effect.reasons);
  add_day(Kind::kIssued, own.issued, !own.effective && found == EffectStatus::kNotYet,
          effect.reasons);
  return effect;
}

}  // namespace tracuu
