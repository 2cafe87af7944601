// The issuing agency of a head.
//
//   ỦY BAN NHÂN DÂN        one name broken in two: the second line begins no name
//   TỈNH SÔNG LAM
//   SỞ NỘI VỤ              the last name is the issuer, the one above its superior
//
// A name ending in a dash goes on with the next one: the issuers of a joint document.

#include <algorithm>
#include <array>
#include <vector>

#include "core/document/agency.h"
#include "core/document/doctype.h"
#include "core/document/head_elements.h"
#include "core/document/letter_case.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

using Kind = HeadCell::Kind;

constexpr std::size_t kMaxAgencyBytes = 240;

}  // namespace

bool begins_agency_name(std::string_view key) {
  static constexpr std::array kHeads = std::to_array<std::string_view>(
      {"bo",        "so",        "uy ban",    "ubnd",      "hdnd",     "hoi dong",   "tinh uy",
       "thanh uy",  "huyen uy",  "quan uy",   "thi uy",    "dang uy",  "dang bo",    "van phong",
       "cuc",       "tong cuc",  "chi cuc",   "vu",        "vien",     "trung tam",  "ban",
       "phong",     "chinh phu", "thu tuong", "quoc hoi",  "toa an",   "truong",     "cong ty",
       "tong cong", "tap doan",  "ngan hang", "kiem toan", "bao hiem", "dai",        "thong tan",
       "cong an",   "thanh tra", "kho bac",   "lien doan", "hoi",      "doan",       "hoc vien",
       "benh vien", "chu tich",  "mat tran",  "tong lien", "quan khu", "bo chi huy", "trung uong",
       "dai hoc",   "chi bo",    "tieu ban",  "lien minh", "quy",      "cuc thue",   "hai quan"});
  static constexpr std::array kNot = std::to_array<std::string_view>({"phong chong", "hoi nhap"});
  const auto begins = [&](std::string_view head) {
    return key.starts_with(head) && (key.size() == head.size() || key[head.size()] == ' ');
  };
  return std::ranges::any_of(kHeads, begins) && std::ranges::none_of(kNot, begins);
}

namespace {

// «XÁC THỰC VĂN BẢN HỢP NHẤT» stands between the agency and the number.
bool is_certificate(std::string_view key) {
  return key.starts_with("xac thuc van ban") || key.starts_with("xac nhan van ban");
}

bool may_be_agency(const HeadCell& cell) {
  return cell.kind == Kind::kText && is_capitals(cell.text) && !cell.key.starts_with("so hieu") &&
         !cell.key.starts_with("van ban") && !is_certificate(cell.key) &&
         type_of_line(cell.text).empty();
}

bool goes_on(std::string_view name) {
  return name.ends_with('-') || name.ends_with(',');
}

// The names of the block, in order.
std::vector<HeadValue> block_names(HeadCells cells, std::size_t end) {
  std::vector<HeadValue> names;
  bool is_open = false;  // the cell before belongs to the block
  for (std::size_t i = 0; i < std::min(end, cells.size()); ++i) {
    if (!may_be_agency(cells[i])) {
      is_open = is_open && (cells[i].kind == Kind::kMotto || cells[i].kind == Kind::kRule);
      continue;
    }
    const bool is_new = begins_agency_name(cells[i].key);
    if (is_open && (!is_new || goes_on(names.back().value))) {
      HeadValue& name = names.back();
      if (name.value.size() + cells[i].text.size() > kMaxAgencyBytes) continue;
      name.value += ' ';
      name.value += cells[i].text;
      name.where = covering(name.where, cells[i].text);
    } else if (is_new) {
      names.push_back({std::string(cells[i].text), cells[i].text});
      is_open = true;
    }
  }
  return names;
}

// "BỘ CÔNG AN - BỘ QUỐC PHÒNG" -> "Bộ Công an, Bộ Quốc phòng"; the dash of BỘ LAO ĐỘNG -
// THƯƠNG BINH begins no name.
std::string label_of_joint(std::string_view name) {
  constexpr std::string_view kDash = " - ";
  std::string label;
  std::size_t start = 0;
  for (std::size_t at = name.find(kDash); at != std::string_view::npos;
       at = name.find(kDash, at + kDash.size())) {
    if (!begins_agency_name(name_key(name.substr(at)))) continue;
    label += agency_label(name.substr(start, at - start)) + ", ";
    start = at + kDash.size();
  }
  return label + agency_label(name.substr(start));
}

// « tỉnh Sông Lam» of the superior «Ủy ban nhân dân tỉnh Sông Lam»: every province has a Sở Nội vụ.
std::string place_of(std::string_view superior) {
  constexpr std::string_view kCommittee = "Ủy ban nhân dân ";
  if (!superior.starts_with(kCommittee)) return {};
  return " " + std::string(superior.substr(kCommittee.size()));
}

// Names that every committee has one of: they mean something with their superior's name only.
bool needs_superior(std::string_view label) {
  static constexpr std::array kParts = std::to_array<std::string_view>(
      {"ban chap hanh", "ban thuong vu", "van phong", "uy ban kiem tra", "thanh tra", "ban to chuc",
       "ban tuyen giao", "ban dan van", "ban noi chinh"});
  return std::ranges::find(kParts, name_key(label)) != kParts.end();
}

}  // namespace

HeadValue find_head_agency(HeadCells cells, std::size_t end) {
  const std::vector<HeadValue> names = block_names(cells, end);
  if (names.empty()) return {};
  HeadValue read{label_of_joint(names.back().value), names.back().where};
  if (names.size() < 2) return read;
  const std::string superior = agency_label(names[names.size() - 2].value);
  if (needs_superior(read.value)) {
    read.value += ' ' + superior;
  } else if (read.value.starts_with("Sở ") || read.value.starts_with("Phòng ")) {
    const std::string place = place_of(superior);
    if (!read.value.ends_with(place)) read.value += place;
  }
  return read;
}

}  // namespace tracuu
