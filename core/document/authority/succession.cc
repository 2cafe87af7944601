// What agencies came from and became.
//
// Of the centre: along the rows of data/agencies.tsv. Of places: a body of a unit changes with its
// kind (Sở Thông tin và Truyền thông -> Sở Khoa học và Công nghệ) and with its place (tỉnh Bắc Kạn
// -> tỉnh Thái Nguyên), and both are walked. A walk back never goes forward in time: what was
// merged in 2007 did not pass through a merger of 2025.

#include <algorithm>
#include <deque>
#include <unordered_set>

#include "core/document/agency.h"
#include "core/document/agency_words.h"
#include "core/document/authority/authority.h"
#include "core/document/authority/central_agency.h"
#include "core/document/authority/local_body.h"
#include "core/document/authority/unit_names.h"

namespace tracuu {
namespace {

constexpr std::string_view kProvinceCommittee = " tinh uy";
constexpr std::size_t kMaxSuccessions = 2000;

enum class Way { kBack, kForward };

// One agency on the walk.
struct Step {
  const AgencyRow* row = nullptr;  // of the centre
  LocalBody body;                  // else
  Succession reached;
};

class Walk {
 public:
  explicit Walk(Way way) : way_(way) {}

  std::vector<Succession> from(std::string_view key) {
    const std::string expanded = expanded_key(quick_name_key(key));
    Step first;
    first.reached.since = way_ == Way::kBack ? kLast : Date{};
    first.row = find_central(expanded, {});
    if (first.row == nullptr) {
      auto body = read_local_body(expanded, {}, {});
      if (!body || !is_walkable(*body)) return {};
      first.body = std::move(*body);
    }
    seen_.insert(key_of(first));
    queue_.push_back(std::move(first));
    while (!queue_.empty() && found_.size() < kMaxSuccessions) {
      const Step step = std::move(queue_.front());
      queue_.pop_front();
      if (step.row != nullptr) {
        add_rows(step);
      } else {
        add_bodies(step);
        add_places(step);
      }
    }
    return std::move(found_);
  }

 private:
  static constexpr Date kLast{kLastYear, 12, 31};

  // Of a known place, or of the tables and named without any: «Sở Khoa học và Công nghệ».
  static bool is_walkable(const LocalBody& body) {
    if (body.units.empty()) return find_local_row(body.body) != nullptr;
    return body.units.front().place != nullptr;
  }

  static AuthorityEntry entry_of(const Step& step) {
    if (step.row == nullptr) return local_entry(step.body, {});
    AuthorityEntry entry;
    entry.key = step.row->key;
    entry.label = step.row->name;
    return entry;
  }
  static std::string key_of(const Step& step) { return entry_of(step).key; }

  const std::vector<AgencyLink>& links(const AgencyRow& row) const {
    return way_ == Way::kBack ? row.predecessors : row.successors;
  }

  // Whether `heir` is not the first of those that took over: the tables name the principal first.
  bool is_part(const AgencyRow& row, const AgencyRow& other) const {
    const AgencyRow& old = way_ == Way::kBack ? other : row;
    const AgencyRow& heir = way_ == Way::kBack ? row : other;
    return old.successors.front().agency != &heir;
  }

  // Communes were cut in pieces, none of which is the principal.
  static bool is_part(const Place& old, const Place& heir) {
    if (old.successors.size() == 1) return false;
    return old.level == PlaceLevel::kCommune || old.successors.front() != &heir;
  }

  bool is_in_time(const Step& step, const Date& since) const {
    return way_ == Way::kBack ? since <= step.reached.since : step.reached.since <= since;
  }

  void add(const Step& from, Step to, const Date& since, std::string_view field, bool is_part) {
    const AuthorityEntry entry = entry_of(to);
    if (!is_in_time(from, since) || !seen_.insert(entry.key).second) return;
    to.reached = {entry.key, entry.label, since,
                  field.empty() ? from.reached.field : std::string(field),
                  is_part || from.reached.is_part};
    found_.push_back(to.reached);
    queue_.push_back(std::move(to));
  }

  void add_rows(const Step& step) {
    for (const AgencyLink& link : links(*step.row)) {
      Step to;
      to.row = link.agency;
      add(step, std::move(to), link.since, link.field, is_part(*step.row, *link.agency));
    }
  }

  static std::string_view row_suffix(const LocalBody& body) {
    return body.kind == LocalBody::Kind::kParty ? kProvinceCommittee : std::string_view{};
  }

  static const AgencyRow* row_of(const LocalBody& body) {
    return body.body.empty() ? nullptr : find_local_row(body.body + std::string(row_suffix(body)));
  }

  void add_bodies(const Step& step) {
    const std::string_view suffix = row_suffix(step.body);
    const AgencyRow* row = row_of(step.body);
    if (row == nullptr) return;
    for (const AgencyLink& link : links(*row)) {
      if (!link.agency->key.ends_with(suffix)) continue;
      Step to;
      to.body = step.body;
      to.body.body = link.agency->key.substr(0, link.agency->key.size() - suffix.size());
      add(step, std::move(to), link.since, link.field, is_part(*row, *link.agency));
    }
  }

  // Bodies that ended before the places merged, or began after, never passed through.
  static bool existed_on(const LocalBody& body, const Date& since) {
    const AgencyRow* row = row_of(body);
    if (row == nullptr) return true;
    return (!row->from || *row->from < since) && (!row->to || since < *row->to);
  }

  void add_places(const Step& step) {
    if (step.body.units.empty()) return;
    const Place& place = *step.body.units.front().place;
    const bool is_back = way_ == Way::kBack;
    for (const Place* other : is_back ? place.predecessors : place.successors) {
      const Place& old = is_back ? *other : place;
      const Place& heir = is_back ? place : *other;
      if (!old.to || !existed_on(step.body, *old.to)) continue;
      Step to;
      to.body = body_of(step.body, *other);
      add(step, std::move(to), *old.to, {}, is_part(old, heir));
    }
  }

  Way way_;
  std::deque<Step> queue_;
  std::unordered_set<std::string> seen_;
  std::vector<Succession> found_;
};

// The bodies that a name without its province may be.
std::vector<LocalBody> bodies_of(std::string_view name) {
  const auto body = read_local_body(expanded_key(quick_name_key(name)), {}, {});
  if (!body || body->units.size() != 1 || body->units.front().place != nullptr) return {};
  const LocalUnit& unit = body->units.front();
  std::vector<LocalBody> bodies;
  for (const auto* places : {&provinces_and_districts(unit.name), &communes(unit.name)}) {
    for (const Place* place : *places) {
      const bool is_of_type = may_be_level(unit.type, place->level) && place->type_key == unit.type;
      if (is_of_type) bodies.push_back(body_of(*body, *place));
    }
  }
  return bodies;
}

void add_key(std::vector<std::string>& keys, std::string key) {
  if (key.empty() || std::ranges::find(keys, key) != keys.end()) return;
  keys.push_back(std::move(key));
}

void add_with_predecessors(std::vector<std::string>& keys, const std::string& key) {
  add_key(keys, key);
  for (Succession& before : predecessors(key)) {
    if (!before.is_part) add_key(keys, std::move(before.key));
  }
}

}  // namespace

std::vector<Succession> predecessors(std::string_view key) {
  if (key.size() > kMaxAuthorityNameBytes) return {};
  return Walk(Way::kBack).from(key);
}

std::vector<Succession> successors(std::string_view key) {
  if (key.size() > kMaxAuthorityNameBytes) return {};
  return Walk(Way::kForward).from(key);
}

std::vector<std::string> keys_for_filter(std::string_view typed) {
  std::vector<std::string> keys;
  if (typed.size() > kMaxAuthorityNameBytes) return {agency_key(typed)};
  for (const AuthorityEntry& entry : resolve_all(typed)) add_with_predecessors(keys, entry.key);
  add_key(keys, agency_key(typed));
  for (const LocalBody& body : bodies_of(typed)) {
    add_with_predecessors(keys, local_entry(body, {}).key);
  }
  return keys;
}

}  // namespace tracuu
