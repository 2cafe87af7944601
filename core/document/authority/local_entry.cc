// What a local body is called and where it stands.

#include <algorithm>
#include <array>

#include "core/document/agency.h"
#include "core/document/agency_words.h"
#include "core/document/authority/central_agency.h"
#include "core/document/authority/local_body.h"
#include "core/document/authority/local_rules.h"
#include "core/document/authority/unit_names.h"
#include "core/document/letter_case.h"

namespace tracuu {
namespace {

// Words of the name as written, by their keys: "Sông Lam" for "song lam".
std::string written_words(const std::vector<NameWord>& words, std::string_view key,
                          bool is_heading) {
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (std::size_t last = first + 1; last <= words.size(); ++last) {
      const std::string joined = joined_keys(words, first, last);
      if (joined.size() > key.size()) break;
      if (joined != key) continue;
      std::string out;
      for (std::size_t i = first; i < last; ++i) {
        if (i > first) out += ' ';
        out += is_heading ? sentence_case(words[i].text) : words[i].text;
      }
      while (!out.empty() && (out.back() == ',' || out.back() == '.')) out.pop_back();
      return out;
    }
  }
  return std::string(key);
}

class Writer {
 public:
  Writer(const LocalBody& body, std::string_view name) : body_(body), name_(name) {}

  AuthorityEntry write() {
    entry_.is_known = true;
    if (body_.kind == LocalBody::Kind::kParty) {
      add_party();
    } else {
      add_state();
    }
    return std::move(entry_);
  }

 private:
  const std::vector<NameWord>& words() {
    if (words_.empty()) words_ = name_words(name_);
    return words_;
  }

  // The units from `i` up to the province.
  std::string units_key(std::size_t i) const {
    std::string key;
    for (; i < body_.units.size(); ++i) {
      const LocalUnit& unit = body_.units[i];
      if (!key.empty()) key += ' ';
      key += type_of(unit);
      if (!unit.name.empty()) key.append(1, ' ').append(name_of(unit));
    }
    return key;
  }

  static std::string_view type_of(const LocalUnit& unit) {
    return unit.place != nullptr ? unit.place->type_key : unit.type;
  }
  static std::string_view name_of(const LocalUnit& unit) {
    return unit.place != nullptr ? unit.place->name_key : unit.name;
  }

  std::string unit_name(const LocalUnit& unit) {
    if (unit.place != nullptr) return std::string(unit.place->name);
    if (unit.name.empty()) return {};
    std::string written = written_words(words(), unit.name, is_capitals(name_));
    if (written != unit.name || body_.hint.empty()) return written;
    return written_words(name_words(body_.hint), unit.name, is_capitals(body_.hint));
  }

  std::string unit_label(const LocalUnit& unit) {
    constexpr std::string_view kGeneric = "cap ";
    const bool is_generic = unit.type.starts_with(kGeneric);
    const std::string_view type =
        is_generic ? std::string_view(unit.type).substr(kGeneric.size()) : unit.type;
    std::string label = is_generic ? "cấp " : "";
    label += written_type(type);
    const std::string name = unit_name(unit);
    return name.empty() ? label : label + " " + name;
  }

  void add_root(std::string_view key, std::string_view label) {
    entry_.ancestors.push_back({std::string(key), std::string(label)});
  }

  // The unit itself is a node when it is named.
  void add_units(std::string_view key_prefix, std::string_view label_prefix) {
    for (std::size_t i = body_.units.size(); i-- > 0;) {
      const LocalUnit& unit = body_.units[i];
      if (unit.name.empty()) continue;
      entry_.ancestors.push_back(
          {std::string(key_prefix) + units_key(i),
           std::string(label_prefix) +
               (unit.place != nullptr ? place_label(*unit.place) : unit_label(unit))});
    }
  }

  static std::string joined(std::string_view body, std::string_view units) {
    return std::string(body) + (units.empty() ? "" : " ") + std::string(units);
  }

  std::string with_unit(std::string_view label) {
    return body_.units.empty() ? std::string(label)
                               : std::string(label) + " " + unit_label(body_.units.front());
  }

  void add_state() {
    const std::string units = units_key(0);
    entry_.key = joined(body_.body, units);
    entry_.label = with_unit(body_label(body_.body));
    switch (above(body_.body)) {
      case Above::kCourts:
        add_central("toa an nhan dan toi cao");
        add_province_bodies();
        return;
      case Above::kProcuracy:
        add_central("vien kiem sat nhan dan toi cao");
        add_province_bodies();
        return;
      case Above::kFront:
        add_central("uy ban trung uong mat tran to quoc viet nam");
        return;
      case Above::kUnions:
        add_union();
        return;
      case Above::kUnit:
        add_local_root();
        return;
      case Above::kExecutive:
      case Above::kAssembly:
        add_local_root();
        if (body_.units.empty() || is_generic()) return;
        const bool is_council = above(body_.body) == Above::kAssembly;
        entry_.ancestors.push_back(
            {joined(is_council ? kAssemblyBody : kExecutiveBody, units),
             with_unit(is_council ? "Hội đồng nhân dân" : "Ủy ban nhân dân")});
        add_department(units);
        return;
    }
  }

  // «Chi cục Thủy lợi, Sở Nông nghiệp và Môi trường tỉnh …» stands below the sở.
  void add_department(std::string_view units) {
    constexpr std::string_view kDepartment = " so ";
    std::size_t at = body_.body.find(kDepartment);
    for (; at != std::string::npos; at = body_.body.find(kDepartment, at + 1)) {
      const AgencyRow* row = find_local_row(body_.body.substr(at + 1));
      if (row == nullptr) continue;
      entry_.ancestors.push_back({joined(row->key, units), with_unit(row->name)});
      return;
    }
  }

  // Below its centre: «Hội Nông dân tỉnh …», «Liên đoàn Lao động tỉnh …».
  void add_union() {
    static constexpr std::string_view kRoot = "@đoàn thể";
    for (const std::string_view centre : {"trung uong ", "tong "}) {
      const std::string key = std::string(centre) + body_.body;
      if (add_central(key + " viet nam") || add_central(key)) return;
    }
    add_root(kRoot, root_label(kRoot));
  }

  bool is_generic() const { return body_.units.front().type.starts_with("cap "); }

  void add_local_root() {
    add_root("@địa phương", root_label("@địa phương"));
    add_units("", "");
  }

  bool add_central(const std::string& key) {
    const AgencyRow* row = find_central(key, {});
    if (row == nullptr) return false;
    if (!row->root.empty()) add_root(row->root, root_label(row->root));
    entry_.ancestors.push_back({row->key, std::string(row->name)});
    return true;
  }

  // The court of a district stands below that of its province.
  void add_province_bodies() {
    if (body_.units.size() < 2 || body_.units.back().name.empty()) return;
    const std::size_t last = body_.units.size() - 1;
    entry_.ancestors.push_back({joined(body_.body, units_key(last)),
                                body_label(body_.body) + " " + unit_label(body_.units.back())});
  }

  // The body without its unit, with marks.
  std::string body_label(const std::string& body) {
    if (body == kExecutiveBody) return "Ủy ban nhân dân";
    if (body == kAssemblyBody) return "Hội đồng nhân dân";
    if (const Agency* agency = agency_names().find_key(body)) return agency->name;
    const std::vector<NameWord> all = name_words(agency_label(name_));
    std::string label = written_words(all, body, false);
    if (label != body) return label;
    // Abbreviated words have no place of their own: the label of the keys' longest beginning.
    for (std::size_t n = all.size(); n > 0; --n) {
      if (expanded_key(joined_keys(all, 0, n)) != body) continue;
      label.clear();
      for (std::size_t i = 0; i < n; ++i) label += (i > 0 ? " " : "") + all[i].text;
      return label;
    }
    return label;
  }

  void add_party() {
    add_root("@đảng", root_label("@đảng"));
    add_units("dang bo ", "Đảng bộ ");
    const LocalUnit& unit = body_.units.front();
    const std::string_view written = party_committee(unit.type);
    const std::string_view type = type_of(unit);
    const std::string_view committee = party_committee(type);
    std::string key =
        committee.empty() ? "dang uy " + std::string(type) : quick_name_key(committee);
    key += units_key(0).substr(type.size());
    std::string label;
    if (written.empty()) {
      label = "Đảng ủy " + unit_label(unit);
    } else {
      label = std::string(written);
      if (const std::string name = unit_name(unit); !name.empty()) label += " " + name;
    }
    if (!body_.body.empty()) {
      entry_.ancestors.push_back({key, label});
      key = body_.body + " " + key;
      label = party_body_label() + " " + label;
    }
    entry_.key = std::move(key);
    entry_.label = std::move(label);
  }

  // The tables have these bodies of the provinces: «Ban Tổ chức Tỉnh ủy».
  std::string party_body_label() {
    constexpr std::string_view kOfProvince = " Tỉnh ủy";
    if (const Agency* agency = agency_names().find_key(body_.body + " tinh uy")) {
      return agency->name.substr(0, agency->name.size() - kOfProvince.size());
    }
    return body_label(body_.body);
  }

  const LocalBody& body_;
  std::string_view name_;
  std::vector<NameWord> words_;
  AuthorityEntry entry_;
};

}  // namespace

AuthorityEntry local_entry(const LocalBody& body, std::string_view name) {
  return Writer(body, name).write();
}

}  // namespace tracuu
