#include "core/document/authority/central_agency.h"

#include <algorithm>
#include <deque>

#include "core/document/agency_words.h"
#include "core/document/authority/authority_tables.h"

namespace tracuu {
namespace {

using Rows = std::vector<AgencyRow*>;
using RowIndex = std::unordered_map<std::string, Rows>;

constexpr char kRootMark = '@';

bool is_local_level(std::string_view level) {
  return level == "địa phương" || level == "huyện" || level == "sở" || level == "đảng địa phương";
}

bool is_valid_on(const AgencyRow& row, const Date& date) {
  return (!row.from || *row.from <= date) && (!row.to || date < *row.to);
}

const Rows* look_up(const RowIndex& index, const std::string& key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : &found->second;
}

class CentralAgencies {
 public:
  CentralAgencies() {
    const std::vector<TableRow> rows = table_rows(data::kAgenciesTsv);
    for (const TableRow& row : rows) add(row);
    for (std::size_t i = 0; i < rows.size(); ++i) link(rows[i], rows_[i]);
  }

  const AgencyRow* find(const std::string& key, std::optional<Date> date) const {
    const Rows* names = look_up(names_, key);
    const Rows* aliases = look_up(aliases_, key);
    if (date) {
      if (const AgencyRow* row = valid(names, *date)) return row;
      if (const AgencyRow* row = only_valid(aliases, *date)) return row;
    }
    if (names != nullptr) return names->front();
    return aliases != nullptr && aliases->size() == 1 ? aliases->front() : nullptr;
  }

  const AgencyRow* find_local(const std::string& key) const {
    const Rows* rows = look_up(local_, key);
    return rows == nullptr ? nullptr : rows->front();
  }

 private:
  static const AgencyRow* valid(const Rows* rows, const Date& date) {
    if (rows == nullptr) return nullptr;
    const auto found =
        std::ranges::find_if(*rows, [&](const AgencyRow* r) { return is_valid_on(*r, date); });
    return found == rows->end() ? nullptr : *found;
  }

  static const AgencyRow* only_valid(const Rows* rows, const Date& date) {
    if (rows == nullptr) return nullptr;
    const AgencyRow* only = nullptr;
    for (const AgencyRow* row : *rows) {
      if (!is_valid_on(*row, date)) continue;
      if (only != nullptr) return nullptr;
      only = row;
    }
    return only;
  }

  void add(const TableRow& row) {
    AgencyRow& agency = rows_.emplace_back();
    agency.name = cell(row, AgencyColumn::kName);
    agency.key = quick_name_key(agency.name);
    agency.from = first_day(cell(row, AgencyHistoryColumn::kFrom));
    agency.to = first_day(cell(row, AgencyHistoryColumn::kTo));
    agency.is_local = is_local_level(cell(row, AgencyColumn::kLevel));
    const std::string_view parents = cell(row, AgencyHistoryColumn::kParents);
    if (parents.starts_with(kRootMark)) agency.root = parents;
    Rows& same_name = (agency.is_local ? local_ : names_)[agency.key];
    same_name.push_back(&agency);
    by_name_[agency.name].push_back(&agency);
    if (agency.is_local) return;
    if (same_name.size() > 1 && agency.to) {
      agency.key += " " + std::to_string(agency.to->year);
      names_[agency.key].push_back(&agency);
    }
    for (const auto column : {AgencyColumn::kAliases, AgencyColumn::kCodes}) {
      for (const auto alias : split_list(cell(row, column), ',')) {
        add_alias(expanded_key(quick_name_key(alias)), agency);
      }
    }
  }

  void add_alias(std::string key, AgencyRow& agency) {
    Rows& rows = aliases_[std::move(key)];
    if (std::ranges::find(rows, &agency) == rows.end()) rows.push_back(&agency);
  }

  void link(const TableRow& row, AgencyRow& agency) {
    for (const auto part : split_list(cell(row, AgencyHistoryColumn::kParents), ';')) {
      if (AgencyRow* parent = named(part)) agency.parents.push_back(parent);
    }
    if (!agency.to) return;
    for (const auto part : split_list(cell(row, AgencyHistoryColumn::kSuccessors), ';')) {
      const SuccessorCell written = successor_cell(part);
      AgencyRow* successor = named(written.name);
      if (successor == nullptr) continue;
      agency.successors.push_back({successor, *agency.to, written.field});
      successor->predecessors.push_back({&agency, *agency.to, written.field});
    }
  }

  // Of two with one name the first, which is the later.
  AgencyRow* named(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second.front();
  }

  std::deque<AgencyRow> rows_;
  std::unordered_map<std::string_view, Rows> by_name_;
  RowIndex names_;
  RowIndex aliases_;
  RowIndex local_;
};

const CentralAgencies& central_agencies() {
  static const CentralAgencies agencies;
  return agencies;
}

}  // namespace

const AgencyRow* find_central(const std::string& key, std::optional<Date> date) {
  return central_agencies().find(key, date);
}

const AgencyRow* find_local_row(const std::string& key) {
  return central_agencies().find_local(key);
}

const AgencyRow* parent_of(const AgencyRow& agency, std::optional<Date> date) {
  if (agency.parents.empty()) return nullptr;
  if (date) {
    for (const AgencyRow* parent : agency.parents) {
      if (is_valid_on(*parent, *date)) return parent;
    }
  }
  return agency.parents.back();
}

std::string_view root_label(std::string_view root) {
  if (root == "@đảng") return "Đảng";
  if (root == "@tư pháp") return "Tòa án, Viện kiểm sát, Kiểm toán";
  if (root == "@đoàn thể") return "Mặt trận và đoàn thể";
  if (root == "@địa phương") return "Địa phương";
  return "Cơ quan khác";
}

}  // namespace tracuu
