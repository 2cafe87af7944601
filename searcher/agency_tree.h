// The agencies of an index as a tree, for counting and filtering.
//
//   Địa phương
//     tỉnh Thái Nguyên                            every agency of the province
//       Ủy ban nhân dân tỉnh Thái Nguyên          its own documents, not those of its sở
//         Sở Nội vụ tỉnh Thái Nguyên
//
// An agency counts and admits its own documents; what is no agency (a group, a province) those of
// all below it. Where an agency stands is said by core/document/authority, as of its newest
// document: a commune stands below its district until 30 June 2025, below the province since.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/column/column.h"
#include "searcher/column/dates.h"
#include "searcher/facet_value.h"

namespace tracuu {

// Whether an agency of today admits what it was merged or renamed from.
enum class Predecessors { kAdmitted, kLeftOut };

// Immutable after construction.
class AgencyTree {
 public:
  // `agencies` is the column of kAgencySlot, `dates` those of issue by docid. Cost: a look at each
  // document, some microseconds for each distinct name.
  AgencyTree(const Column& agencies, const Dates& dates);

  // Returns how many documents each node of the tree counts. `single[spelling]` are the documents
  // of one agency; `several` are those of more, of which none counts twice for one node.
  // REQUIRES: `agencies` is the column that the tree was made of.
  std::vector<std::uint64_t> node_counts(std::span<const std::uint32_t> single,
                                         std::span<const std::uint32_t> several,
                                         const Column& agencies) const;

  // Returns the values in the order of the tree, below each parent the most frequent first; at most
  // `most` of them with what stands above them, the most frequent ones.
  std::vector<FacetValue> values(const std::vector<std::uint64_t>& node_counts,
                                 std::size_t most) const;

  // Returns how the tree writes the name of an agency: «Hội đồng nhân dân tỉnh Thái Nguyên» for
  // «hdnd tinh thai nguyen»; empty when it has none.
  std::string label_of(std::string_view typed) const;

  // Returns the keys of the column that a typed agency or group admits; empty when the tree has
  // none of that name.
  std::vector<std::string> keys_of(std::string_view typed, Predecessors predecessors) const;

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  struct Node {
    std::string key;
    std::string label;
    std::size_t parent = kNone;
    std::size_t depth = 0;
    std::vector<std::size_t> children;
    std::vector<std::string> values;  // keys of the column that are this agency
  };

  std::size_t add(const std::string& key, const std::string& label, std::size_t parent);
  template <typename Visit>
  void for_each_counted(std::size_t node, Visit visit) const;
  void add_values(std::size_t node, bool with_children, std::vector<std::string>& keys) const;
  void write(std::size_t node, const std::vector<std::uint64_t>& counts,
             const std::vector<bool>& is_shown, std::vector<FacetValue>& values) const;

  std::vector<Node> nodes_;
  std::vector<std::size_t> roots_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<std::size_t> node_of_;  // by spelling of the column
};

}  // namespace tracuu
