#include "core/document/authority/authority.h"

#include <algorithm>
#include <array>

#include "core/document/agency.h"
#include "core/document/agency_words.h"
#include "core/document/authority/central_agency.h"
#include "core/document/authority/local_body.h"
#include "core/document/authority/local_rules.h"
#include "core/document/authority/unit_names.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::string_view kOther = "@khác";
constexpr std::string_view kLocal = "@địa phương";

// Units of an agency, whose names may end in that of the agency.
constexpr std::array kParts = std::to_array<std::string_view>(
    {"cuc",         "vu",          "tong cuc",  "phong",          "van phong",
     "thanh tra",   "trung tam",   "vien",      "truong",         "ban",
     "chu tich",    "pho",         "bo truong", "thu truong",     "hoi dong",
     "doi",         "chi cuc",     "hoc vien",  "benh vien",      "nha xuat ban",
     "bao",         "tap chi",     "co quan",   "tong kiem toan", "tong thanh tra",
     "chanh an",    "vien truong", "thong doc", "dang uy",        "dang doan",
     "thuong truc", "tong thu ky", "uy ban"});

void add_ancestors(const AgencyRow* agency, std::optional<Date> date, AuthorityEntry& entry) {
  constexpr std::size_t kMaxDepth = 8;
  std::vector<AuthorityNode> up;
  for (; agency != nullptr && up.size() < kMaxDepth; agency = parent_of(*agency, date)) {
    up.push_back({agency->key, std::string(agency->name)});
    if (!agency->root.empty()) {
      up.push_back({std::string(agency->root), std::string(root_label(agency->root))});
    }
  }
  entry.ancestors.assign(std::make_move_iterator(up.rbegin()), std::make_move_iterator(up.rend()));
}

AuthorityEntry central_entry(const AgencyRow& agency, std::optional<Date> date) {
  AuthorityEntry entry;
  entry.key = agency.key;
  entry.label = agency.name;
  entry.is_known = true;
  add_ancestors(&agency, date, entry);
  if (!entry.ancestors.empty()) entry.ancestors.pop_back();  // the agency itself
  return entry;
}

// «Cục Lãnh sự - Bộ Ngoại giao», «Thanh tra Bộ Quốc phòng»: below the agency that the name ends in.
std::optional<AuthorityEntry> part_entry(const std::string& key, std::string_view name,
                                         std::optional<Date> date) {
  const auto begins = [&](std::string_view part) { return begins_with_word(key, part); };
  if (std::ranges::none_of(kParts, begins)) return {};
  const KeyWords words(key);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const AgencyRow* above = find_central(std::string(words.text(i, words.size())), date);
    if (above == nullptr) continue;
    std::size_t end = i;
    while (end > 1 &&
           (words[end - 1] == "thuoc" || words[end - 1] == "truc" || words[end - 1] == "cua")) {
      --end;
    }
    const std::string part(words.text(0, end));
    const AgencyRow* row = find_central(part, date);
    if (row != nullptr && parent_of(*row, date) == above) return central_entry(*row, date);
    AuthorityEntry entry;
    entry.key = part + " " + above->key;
    entry.label = agency_label(name);
    entry.is_known = true;
    add_ancestors(above, date, entry);
    return entry;
  }
  return {};
}

AuthorityEntry other_entry(std::string key, std::string_view name) {
  AuthorityEntry entry;
  entry.key = std::move(key);
  entry.label = agency_label(name);
  entry.ancestors = {{std::string(kOther), std::string(root_label(kOther))}};
  return entry;
}

// «Đảng ủy Công an Trung ương» and its like, when no table has them.
bool is_party(std::string_view key) {
  static constexpr std::array<std::string_view, 4> kParty = {"dang uy", "dang bo", "dang doan",
                                                             "ban can su dang"};
  return std::ranges::any_of(kParty, [&](auto head) { return begins_with_word(key, head); });
}

// The province a local body lies in, empty for others.
std::string province_label(const AuthorityEntry& entry) {
  const bool is_local = entry.ancestors.size() > 1 && entry.ancestors.front().key == kLocal;
  return is_local ? entry.ancestors[1].label : std::string();
}

}  // namespace

std::vector<AuthorityNode> AuthorityEntry::path() const {
  std::vector<AuthorityNode> nodes = ancestors;
  nodes.push_back({key, label});
  return nodes;
}

AuthorityEntry resolve(std::string_view name, std::optional<Date> date, std::string_view province) {
  const bool is_long = name.size() > kMaxAuthorityNameBytes;
  if (is_long) name = name.substr(0, text::character_border(name, kMaxAuthorityNameBytes));
  const std::string bare = quick_name_key(name);
  std::string key = expanded_key(bare);
  if (key.empty()) return {};
  if (is_long) return other_entry(std::move(key), name);
  const AgencyRow* agency = find_central(key, date);
  if (agency == nullptr) agency = find_central(bare, date);
  if (agency != nullptr) return central_entry(*agency, date);
  const auto local = read_local_body(key, date, province);
  const bool is_placed = local && local->hint.empty() && !local->units.empty();
  if (is_placed || (local && find_local_row(local->body) != nullptr)) {
    return local_entry(*local, name);
  }
  if (auto part = part_entry(key, name, date)) return std::move(*part);
  if (local) return local_entry(*local, name);
  AuthorityEntry other = other_entry(std::move(key), name);
  if (is_party(other.key)) other.ancestors = {{"@đảng", std::string(root_label("@đảng"))}};
  return other;
}

std::vector<AuthorityEntry> resolve_all(std::string_view names, std::optional<Date> date,
                                        std::string_view province) {
  std::vector<AuthorityEntry> entries;
  const std::vector<std::string> agencies = split_agencies(names);
  // «Sở Nội vụ, Sở Tài chính tỉnh Thái Nguyên»: the last says where all are.
  std::string last;
  if (agencies.size() > 1 && province.empty()) {
    last = province_label(resolve(agencies.back(), date));
    province = last;
  }
  for (const std::string& name : agencies) {
    AuthorityEntry entry = resolve(name, date, province);
    const auto is_same = [&](const AuthorityEntry& e) { return e.key == entry.key; };
    if (entry.key.empty() || std::ranges::any_of(entries, is_same)) continue;
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace tracuu
