// Whether a document is in force on a day, and why.
//
//   A, effective 2016-11-01; C of 2020-08-10 «Điều 3. Quyết định này thay thế A», effective
//   2020-08-25
//     effect_at(A, …, 2020-08-24)  kInForce
//     effect_at(A, …, 2020-08-25)  kExpired: thay thế bởi C, Điều 3, từ 25/8/2020
//
// What decides, the first that holds:
//   kExpired        replaced or repealed as a whole, or beyond the last day it names itself
//   kNotYet         its first day, or the day of its issue, is still to come
//   kPaused         suspended or paused as a whole
//   kPartlyExpired  replaced, repealed, suspended or paused in a part, amended or supplemented
//   kInForce        its first day is known and has come, and nothing acts on it
//   kUnknown        otherwise
// A tie works from the day its sentence names, else from the first day of the acting document, else
// from its issue; a tie of an unknown day counts for today, and keeps a day of the past unknown.
// A status that was given with the document decides for today; what the ties say instead is a
// conflict. For another day it only helps where the rest says nothing.
//
// Limits: what the acting document suffers itself does not undo what it has done, as a repeal of a
// repeal revives nothing; the end of a pause is not known.
//
// Pure values; loaded by load_effect.h.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "core/base/language.h"
#include "core/document/citation.h"
#include "core/document/date.h"

namespace tracuu {

enum class EffectStatus : std::uint8_t {
  kNotApplicable,  // news, notes, drafts: nothing is asserted
  kNotYet,
  kInForce,
  kPartlyExpired,
  kExpired,
  kPaused,
  kUnknown,
};
inline constexpr std::size_t kEffectStatuses = 7;

// The day asked about, and the day it is.
struct AsOf {
  Date day;
  Date today;

  friend bool operator==(const AsOf&, const AsOf&) = default;
};

// Reasons told at most.
inline constexpr std::size_t kMaxReasons = 20;

// What a document says of itself.
struct OwnEffect {
  bool is_act = false;  // a document that can be in force
  std::optional<Date> issued;
  std::optional<Date> effective;  // the first day
  std::optional<Date> expires;    // the last day
  std::optional<EffectStatus> given;
};

// What another document does to it.
struct ActingTie {
  Relation relation = Relation::kAmends;
  Xapian::docid acting = 0;
  std::string part;          // of the document acted on; empty: the whole
  std::string place;         // in the acting document: "Điều 3"
  std::optional<Date> from;  // already the acting document's own day where the tie names none

  friend bool operator==(const ActingTie&, const ActingTie&) = default;
};

struct EffectReason {
  enum class Kind {
    kTie,        // tie
    kEffective,  // since is its first day
    kExpires,    // since is its last day
    kIssued,     // since is the day of issue
    kGiven,      // the status it came with
  };
  Kind kind = Kind::kTie;
  ActingTie tie;
  std::optional<Date> since;

  friend bool operator==(const EffectReason&, const EffectReason&) = default;
};

struct Effect {
  EffectStatus status = EffectStatus::kNotApplicable;
  std::vector<EffectReason> reasons;   // what decided it, the most telling first
  std::optional<EffectStatus> denied;  // what the ties say, where the given status says otherwise
};

// Returns the status on the day with its reasons. The order of `ties` does not matter.
Effect effect_at(const OwnEffect& own, const std::vector<ActingTie>& ties, const AsOf& as_of);

// Returns the status alone: the same, without an allocation.
EffectStatus status_at(const OwnEffect& own, const std::vector<ActingTie>& ties, const AsOf& as_of);

// Whether a tie of that relation, to that part, ends or halts the whole of what it acts on.
bool acts_on_whole(Relation relation, std::string_view part);

// Returns the status that the words of a portal mean: «Hết hiệu lực toàn bộ», «Văn bản đang có hiệu
// lực». Nothing for words that say nothing («Đã biết») or are not known.
std::optional<EffectStatus> given_status(std::string_view words);

// Returns the name for programs: "in_force", as in vocab.tsv. Never translated; and back.
std::string_view effect_code(EffectStatus status);
std::optional<EffectStatus> effect_from_code(std::string_view code);

// Returns the name for people: «Còn hiệu lực». Empty for kNotApplicable.
std::string effect_label(EffectStatus status, Language language);

}  // namespace tracuu
