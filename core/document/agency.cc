#include "core/document/agency.h"

#include <utility>

#include "core/document/agency_words.h"
#include "core/document/tables.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::size_t kAmbiguous = static_cast<std::size_t>(-1);

// Each province, district or commune has its own: a code or alias names no one of them.
bool is_local(std::string_view level) {
  return level == "địa phương" || level == "huyện" || level == "sở" || level == "đảng địa phương";
}

}  // namespace

AgencyNames::AgencyNames(std::string_view agencies, std::string_view provinces) {
  for (const TableRow& row : table_rows(agencies)) {
    const std::size_t index = agencies_.size();
    Agency agency{std::string(cell(row, AgencyColumn::kName)),
                  std::string(cell(row, AgencyColumn::kLevel)),
                  {}};
    name_keys_.push_back(name_key(agency.name));
    by_key_.try_emplace(name_keys_.back(), index);
    for (const std::string_view code : split_list(cell(row, AgencyColumn::kCodes), ',')) {
      agency.codes.emplace_back(code);
      if (is_local(agency.level)) continue;
      const auto [slot, is_new] = by_code_.try_emplace(std::string(code), index);
      if (!is_new) slot->second = kAmbiguous;
      add_alias(name_key(code), index);
    }
    if (!is_local(agency.level)) {
      for (const std::string_view alias : split_list(cell(row, AgencyColumn::kAliases), ',')) {
        add_alias(expanded_key(name_key(alias)), index);
      }
    }
    agencies_.push_back(std::move(agency));
  }
  for (const TableRow& row : table_rows(provinces)) {
    const std::string_view name = cell(row, ProvinceColumn::kName);
    provinces_.try_emplace(name_key(name), name);
  }
}

void AgencyNames::add_alias(std::string key, std::size_t agency) {
  if (by_key_.contains(key)) return;
  const auto [slot, is_new] = by_alias_.try_emplace(std::move(key), agency);
  if (!is_new && slot->second != agency) slot->second = kAmbiguous;
}

const Agency* AgencyNames::find_key(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &agencies_[found->second];
}

const Agency* AgencyNames::find(std::string_view name) const {
  return find_name_key(quick_name_key(name)).agency;
}

AgencyNames::Found AgencyNames::find_name_key(const std::string& key) const {
  std::string expanded = expanded_key(key);
  if (const Agency* agency = find_key(expanded)) return {agency, std::move(expanded)};
  for (const std::string* form : {&std::as_const(expanded), &key}) {
    const auto alias = by_alias_.find(*form);
    if (alias == by_alias_.end() || alias->second == kAmbiguous) continue;
    return {&agencies_[alias->second], name_keys_[alias->second]};
  }
  return {nullptr, std::move(expanded)};
}

const Agency* AgencyNames::find_code(std::string_view code) const {
  const auto found = by_code_.find(std::string(code));
  if (found == by_code_.end() || found->second == kAmbiguous) return nullptr;
  return &agencies_[found->second];
}

std::string_view AgencyNames::find_province(const std::string& key) const {
  const auto found = provinces_.find(key);
  return found == provinces_.end() ? std::string_view{} : found->second;
}

const AgencyNames& agency_names() {
  static const AgencyNames names(data::kAgenciesTsv, data::kProvincesTsv);
  return names;
}

std::string agency_key(std::string_view name) {
  return agency_names().find_name_key(quick_name_key(name)).key;
}

}  // namespace tracuu
