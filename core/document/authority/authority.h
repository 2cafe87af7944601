// Who issued a document: one value for all spellings of an agency, where it stands in the order of
// the state and the party, and what it came from and became.
//
//   resolve("Uỷ ban nhân dân tỉnh Thái Nguyên").path() ==
//       {{"@địa phương", "Địa phương"}, {"tinh thai nguyen", "tỉnh Thái Nguyên"},
//        {"uy ban nhan dan tinh thai nguyen", "Ủy ban nhân dân tỉnh Thái Nguyên"}}
//   resolve("Sở Nội vụ", {}, "Thái Nguyên").key == "so noi vu tinh thai nguyen"
//   predecessors("bo khoa hoc va cong nghe"): Bộ Thông tin và Truyền thông (2025-03-01), …
//
// Agencies of the centre are rows of data/agencies.tsv; those of provinces, districts and communes
// are read by their grammar (body + units), so that a sở nobody listed has its place too. What is
// known by neither has its own value below «Cơ quan khác»: a guess never names another agency.
//
// Keys are agency_key(name) of the name written in full, with the units up to the province; two
// agencies of one name (Bộ Nội vụ until 1998) differ in a year behind the key. Groups that are no
// agency begin with '@', which no agency_key contains. Keys never change with time: a merged agency
// keeps its own.
//
// All functions are safe from any thread. resolve() takes some µs; names over kMaxNameBytes are
// values of their own.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/date.h"

namespace tracuu {

inline constexpr std::size_t kMaxAuthorityNameBytes = 600;

struct AuthorityNode {
  std::string key;
  std::string label;

  friend bool operator==(const AuthorityNode&, const AuthorityNode&) = default;
};

struct AuthorityEntry {
  std::string key;
  std::string label;                     // the name at that time: "Bộ Công Thương"
  std::vector<AuthorityNode> ancestors;  // the root first
  bool is_known = false;                 // in the tables, or a body of a unit by its name

  // Returns the ancestors and the agency itself.
  std::vector<AuthorityNode> path() const;
};

// Returns the agency of that name (one; for joint documents see split_agencies) on the day of
// issue. `province`, as of the portal a document comes from, is where a local body without its own
// lies: "Thái Nguyên", "tỉnh Thái Nguyên". An empty name gives an empty key.
AuthorityEntry resolve(std::string_view name, std::optional<Date> date = {},
                       std::string_view province = {});

// Returns the agencies that a joint document names, in order, as written; the name itself when it
// is one: "Bộ Văn hóa, Thể thao và Du lịch", "Cục Lãnh sự - Bộ Ngoại giao".
std::vector<std::string> split_agencies(std::string_view name);

// Returns the entries of all agencies that a document names: of none when `names` is empty.
std::vector<AuthorityEntry> resolve_all(std::string_view names, std::optional<Date> date = {},
                                        std::string_view province = {});

// One step or more of what became of an agency.
struct Succession {
  std::string key;
  std::string label;
  Date since;            // when the later of the two neighbours took over
  std::string field;     // what it took over; empty: the whole, or the tables do not say
  bool is_part = false;  // it went to several, or one between did, and this is not the principal
};

// Returns those whose documents belong under the agency today, nearest first: of
// "uy ban nhan dan tinh thai nguyen" those of Bắc Kạn (2025-07-01) and Bắc Thái (1997-01-01). And
// what became of it. Each agency once. Empty for a key of no known agency.
std::vector<Succession> predecessors(std::string_view key);
std::vector<Succession> successors(std::string_view key);

// Returns the keys that a typed agency means: its own, and those of its predecessors but for the
// parts. A name of several places means each: "UBND huyện Châu Thành".
std::vector<std::string> keys_for_filter(std::string_view typed);

}  // namespace tracuu
