#include "searcher/graph/own_effects.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/document/copies/copy_traits.h"
#include "core/document/doctype.h"
#include "core/index/schema.h"
#include "searcher/column/value_stream.h"

namespace tracuu {
namespace {

// A state: what the document is, and above it the given status plus one.
constexpr std::uint8_t kHasNumber = 1;
constexpr std::uint8_t kHasActType = 2;
constexpr std::uint8_t kIsDraft = 4;
constexpr unsigned kGivenShift = 3;
static_assert(kEffectStatuses < 32, "a status and none fit into what is left of a byte");

bool is_draft(std::string_view traits) {
  const auto quality = decode_traits(traits);
  return quality && quality->is_draft;
}

std::uint8_t given_bits(std::string_view words) {
  const auto given = given_status(words);
  if (!given) return 0;
  return static_cast<std::uint8_t>((static_cast<unsigned>(*given) + 1U) << kGivenShift);
}

// Asks once for each of the few texts there are.
template <typename Bits>
class Remembered {
 public:
  explicit Remembered(Bits bits) : bits_(bits) {}

  std::uint8_t operator()(const std::string& text) {
    const auto [entry, is_new] = known_.try_emplace(text, std::uint8_t{0});
    if (is_new) entry->second = bits_(text);
    return entry->second;
  }

 private:
  Bits bits_;
  std::unordered_map<std::string, std::uint8_t> known_;
};

}  // namespace

template <typename ForEachValue>
void OwnEffects::read(ForEachValue for_each) {
  const auto add = [&](Xapian::docid docid, unsigned bits) {
    states_[docid] = static_cast<std::uint8_t>(states_[docid] | bits);
  };
  for_each(schema::kNumberSlot, [&](Xapian::docid docid, const std::string& number) {
    states_[docid] = number.empty() ? std::uint8_t{0} : kHasNumber;
  });
  Remembered type_bits([](const std::string& type) {
    return canonical_type(type).empty() ? std::uint8_t{0} : kHasActType;
  });
  for_each(schema::kTypeSlot,
           [&](Xapian::docid docid, const std::string& type) { add(docid, type_bits(type)); });
  for_each(schema::kTraitsSlot, [&](Xapian::docid docid, const std::string& traits) {
    add(docid, is_draft(traits) ? kIsDraft : 0U);
  });
  Remembered status_bits([](const std::string& words) { return given_bits(words); });
  for_each(schema::kStatusSlot,
           [&](Xapian::docid docid, const std::string& words) { add(docid, status_bits(words)); });
  for_each(schema::kEffectiveSlot, [&](Xapian::docid docid, const std::string& days) {
    const std::size_t dash = std::min(days.find('-'), days.size());
    expires_[docid] = date_number(std::string_view(days).substr(std::min(dash + 1, days.size())));
  });
}

OwnEffects::OwnEffects(const IndexView& database)
    : states_(database.get_lastdocid() + std::size_t{1}, 0), expires_(states_.size(), 0) {
  read([&](Xapian::valueno slot, auto visit) { for_each_value(database, slot, visit); });
}

OwnEffects::OwnEffects(const OwnEffects& earlier, const IndexView& database,
                       std::span<const Xapian::docid> touched) {
  const std::size_t end = database.get_lastdocid() + std::size_t{1};
  states_.reserve(end);
  states_ = earlier.states_;
  states_.resize(end, 0);
  expires_.reserve(end);
  expires_ = earlier.expires_;
  expires_.resize(end, 0);
  read(
      [&](Xapian::valueno slot, auto visit) { for_each_value_of(database, slot, touched, visit); });
}

bool OwnEffects::is_act(Xapian::docid docid) const {
  const unsigned state = states_[docid];
  return (state & (kHasNumber | kHasActType)) != 0 && (state & kIsDraft) == 0;
}

OwnEffect OwnEffects::of(Xapian::docid docid, const Dates& issued, const Dates& effective) const {
  OwnEffect own;
  own.is_act = is_act(docid);
  own.issued = date_of(issued[docid]);
  own.effective = date_of(effective[docid]);
  own.expires = date_of(expires_[docid]);
  const unsigned given = static_cast<unsigned>(states_[docid]) >> kGivenShift;
  if (given > 0) own.given = static_cast<EffectStatus>(given - 1);
  return own;
}

}  // namespace tracuu
