// The agencies that data/agencies.tsv has a row for, through time.
//
//   find_central("bo noi vu", 2020-01-01)      Bộ Nội vụ
//   find_central("bo noi vu", 1990-01-01)      another of that name, today Bộ Công an
//   find_central("bo nong nghiep", 2009-05-11) Bộ Nông nghiệp và Phát triển nông thôn: the ministry
//                                              of that full name had ended in 1987
//
// Rows of bodies that each province or district has (Sở Nội vụ) are read only for what became of
// them (succession.cc). Internal to core/document/authority.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/document/date.h"

namespace tracuu {

struct AgencyRow;

struct AgencyLink {
  const AgencyRow* agency;
  Date since;
  std::string_view field;  // what the successor took over; empty: not said
};

struct AgencyRow {
  std::string key;        // of its own: a name that two had ends in the year the former one ended
  std::string_view name;  // with marks
  std::optional<Date> from;
  std::optional<Date> to;                 // the first day it was no more
  bool is_local = false;                  // each province, district or commune has one
  std::string_view root;                  // "@đảng" when no agency stands above
  std::vector<const AgencyRow*> parents;  // more than one: in the order of time
  std::vector<AgencyLink> successors;
  std::vector<AgencyLink> predecessors;
};

// Returns the agency of that expanded name key at that time; without a date that of today. Names go
// before aliases unless they had ended by then. nullptr when there is none.
const AgencyRow* find_central(const std::string& key, std::optional<Date> date);

// Returns the row of a local body without its place: "so noi vu". nullptr when there is none.
const AgencyRow* find_local_row(const std::string& key);

// Returns the agency that stands above at that time, nullptr at the top.
const AgencyRow* parent_of(const AgencyRow& agency, std::optional<Date> date);

// Returns what a group at the root is called: "Địa phương" for "@địa phương".
std::string_view root_label(std::string_view root);

}  // namespace tracuu
