#include "core/document/authority/local_body.h"

#include <algorithm>
#include <array>

#include "core/document/agency_words.h"
#include "core/document/authority/local_rules.h"
#include "core/document/authority/pick_place.h"
#include "core/document/authority/unit_names.h"

namespace tracuu {
namespace {

// The unit that the hint names.
std::optional<LocalUnit> hinted_unit(std::string_view province) {
  if (province.empty() || province.size() > kMaxAuthorityNameBytes) return {};
  const std::string key = expanded_key(quick_name_key(province));
  const KeyWords words(key);
  if (words.size() == 0) return {};
  const std::size_t type = unit_type_length(words, 0);
  LocalUnit unit{std::string(words.text(0, type)), std::string(words.text(type, words.size())), {}};
  for (const Place* place : provinces_and_districts(unit.name)) {
    if (place->level != PlaceLevel::kProvince || (unit.place != nullptr && place->to)) continue;
    unit.place = place;
  }
  if (unit.type.empty()) {
    unit.type = unit.place == nullptr ? "tinh" : unit.place->type_key;
  }
  return unit;
}

class Reader {
 public:
  Reader(const KeyWords& words, std::optional<Date> date, std::string_view province)
      : words_(words), date_(date), province_(province) {}

  std::optional<LocalBody> read() const {
    if (auto party = read_party()) return party;
    const bool is_of_unit = is_unit_body(words_.key());
    if (!is_of_unit && !may_be_local(words_.key())) return {};
    if (const std::size_t level = generic_level()) return read_generic(level, is_of_unit);
    if (auto body = read_typed(UnitNames::kOfTables)) return body;
    if (!is_of_unit) return {};
    if (auto body = read_typed(UnitNames::kAny)) return body;
    return read_untyped();
  }

 private:
  std::optional<LocalBody> read_typed(UnitNames names) const {
    const std::size_t first = words_.size() > kMaxUnitsWords ? words_.size() - kMaxUnitsWords : 1;
    for (std::size_t i = first; i < words_.size(); ++i) {
      if (unit_type_length(words_, i) == 0) continue;
      const std::vector<UnitName> units = read_units(words_, i, names);
      if (!units.empty()) {
        return with_places(LocalBody::Kind::kState, words_.text(0, i), units);
      }
    }
    return {};
  }

  // The word «cấp» of «UBND cấp xã», 0 without one.
  std::size_t generic_level() const {
    for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
      if (words_[i] == "cap" && unit_type_length(words_, i + 1) > 0) return i;
    }
    return 0;
  }

  // «UBND cấp xã, phường» is of no place; other words behind make it no body of ours.
  std::optional<LocalBody> read_generic(std::size_t level, bool is_of_unit) const {
    const std::size_t end = level + 1 + unit_type_length(words_, level + 1);
    for (std::size_t i = end; i < words_.size();) {
      const std::size_t n = unit_type_length(words_, i);
      if (n == 0) return {};
      i += n;
    }
    if (!is_of_unit) return {};
    LocalBody body{.body = std::string(words_.text(0, level))};
    body.units.push_back({std::string(words_.text(level, end)), {}, {}});
    return body;
  }

  // «Sở Y tế Hà Nội», or no place at all.
  std::optional<LocalBody> read_untyped() const {
    const std::size_t most = std::min(kMaxPlaceWords, words_.size() - 1);
    for (std::size_t n = most; n > 0; --n) {
      const std::size_t at = words_.size() - n;
      const std::string_view name = words_.text(at, words_.size());
      for (const Place* place : provinces_and_districts(name)) {
        if (place->level != PlaceLevel::kProvince) continue;
        return with_places(LocalBody::Kind::kState, words_.text(0, at), {{place->type_key, name}});
      }
    }
    // Ministries have them too.
    static constexpr std::array<std::string_view, 2> kAnywhere = {"phong", "chi cuc"};
    if (!hint() && std::ranges::any_of(
                       kAnywhere, [&](auto word) { return begins_with_word(words_.key(), word); }))
      return {};
    return with_places(LocalBody::Kind::kState, words_.key(), {});
  }

  struct Committee {
    std::string_view key;
    std::string_view type;  // of its unit; empty: the unit follows with its own
  };
  static constexpr std::array kCommittees = std::to_array<Committee>({
      {"tinh uy", "tinh"},
      {"thanh uy", "thanh pho"},
      {"huyen uy", "huyen"},
      {"quan uy", "quan"},
      {"thi uy", "thi xa"},
      {"ban chap hanh dang bo", ""},
      {"dang bo", ""},
      {"dang uy", ""},
  });

  std::optional<LocalBody> read_party() const {
    constexpr std::size_t kMaxBodyWords = 12;
    for (std::size_t i = 0; i < std::min(words_.size(), kMaxBodyWords); ++i) {
      const std::string_view rest = words_.text(i, words_.size());
      for (const Committee& committee : kCommittees) {
        if (!begins_with_word(rest, committee.key)) continue;
        const std::string_view body = words_.text(0, i);
        if (i > 0 && !is_party_part(body)) return {};
        return read_committee(committee, body, rest);
      }
    }
    return {};
  }

  std::optional<LocalBody> read_committee(const Committee& committee, std::string_view body,
                                          std::string_view rest) const {
    rest.remove_prefix(committee.key.size());
    // «Thành ủy TP Hà Nội» has the type of its own.
    const KeyWords place(rest.empty() ? std::string() : std::string(rest.substr(1)));
    if (place.size() > 0 && unit_type_length(place, 0) > 0) {
      const auto units = read_units(place, 0, UnitNames::kAny);
      if (!units.empty()) return with_places(LocalBody::Kind::kParty, body, units);
    }
    if (committee.type.empty()) return {};
    const KeyWords typed(std::string(committee.type) + std::string(rest));
    const auto units = read_units(typed, 0, UnitNames::kAny);
    if (units.empty()) return {};
    return with_places(LocalBody::Kind::kParty, body, units);
  }

  LocalBody with_places(LocalBody::Kind kind, std::string_view body,
                        const std::vector<UnitName>& units) const {
    LocalBody out{.kind = kind, .body = std::string(body)};
    for (const UnitName& unit : units) {
      out.units.push_back({std::string(full_type(unit.type)), std::string(unit.name), {}});
    }
    const std::optional<LocalUnit> hinted = names_province(out) ? std::nullopt : hint();
    if (hinted && fill_from_hint(out, *hinted)) out.hint = province_;
    PlaceClues clues{.date = date_, .outer = {}, .hint = {}};
    if (hinted) clues.hint = hinted->place;
    for (std::size_t i = out.units.size(); i-- > 0;) {
      LocalUnit& unit = out.units[i];
      if (unit.place == nullptr) unit.place = pick_place(unit.type, unit.name, clues);
      clues.outer = unit.place;
    }
    complete(out, hinted);
    return out;
  }

  static bool names_province(const LocalBody& body) {
    return !body.units.empty() && !body.units.back().name.empty() &&
           body.units.back().type == "tinh";
  }

  // «UBND tỉnh» and «Sở Nội vụ» are of the province of the hint.
  static bool fill_from_hint(LocalBody& body, const LocalUnit& hinted) {
    const bool is_unnamed = !body.units.empty() && body.units.back().name.empty() &&
                            may_be_level(body.units.back().type, PlaceLevel::kProvince);
    if (is_unnamed) {
      body.units.back() = hinted;
    } else if (body.units.empty()) {
      body.units.push_back(hinted);
    } else {
      return false;
    }
    return true;
  }

  // The units a name leaves out: the district and province of its place, or the hint's province.
  void complete(LocalBody& body, const std::optional<LocalUnit>& hinted) const {
    if (body.units.empty()) return;
    if (body.units.front().place != nullptr) body.units.resize(1);
    if (const Place* last = body.units.back().place) {
      for (const Place* at = last->parent; at != nullptr; at = at->parent) {
        body.units.push_back({std::string(at->type_key), at->name_key, at});
      }
    } else if (hinted && body.units.back().type != "tinh") {
      body.units.push_back(*hinted);
      body.hint = province_;
    }
  }

  std::optional<LocalUnit> hint() const { return hinted_unit(province_); }

  const KeyWords& words_;
  std::optional<Date> date_;
  std::string_view province_;
};

}  // namespace

std::optional<LocalBody> read_local_body(const std::string& key, std::optional<Date> date,
                                         std::string_view province) {
  const KeyWords words(key);
  return words.size() == 0 ? std::nullopt : Reader(words, date, province).read();
}

LocalBody body_of(const LocalBody& body, const Place& place) {
  LocalBody out = body;
  out.units.clear();
  for (const Place* at = &place; at != nullptr; at = at->parent) {
    out.units.push_back({std::string(at->type_key), at->name_key, at});
  }
  return out;
}

}  // namespace tracuu
