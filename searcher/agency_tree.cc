#include "searcher/agency_tree.h"

#include <algorithm>

#include "core/document/agency.h"
#include "core/document/authority/authority.h"
#include "core/document/authority/place.h"

namespace tracuu {
namespace {

// «tỉnh Thái Nguyên» is what was tỉnh Bắc Kạn as well; a name of several places means each.
void add_merged_places(std::string_view typed, std::vector<std::string>& keys) {
  constexpr std::size_t kMaxPlaces = 1000;
  std::vector<const Place*> places = find_place(typed);
  for (std::size_t i = 0; i < places.size() && places.size() < kMaxPlaces; ++i) {
    for (const Place* earlier : places[i]->predecessors) {
      if (std::ranges::find(places, earlier) != places.end()) continue;
      places.push_back(earlier);
      keys.push_back(place_key(*earlier));
    }
  }
}

// The values of a column that documents have, in the order in which documents name them first.
struct Named {
  std::vector<Column::Ordinal> values;
  std::vector<std::int32_t> newest;  // by value: the day of its newest document; 0: none has one
};

Named named_values(const Column& agencies, const Dates& dates,
                   const std::vector<Column::Ordinal>& value_of) {
  Named named{{}, std::vector<std::int32_t>(value_of.size(), 0)};
  std::vector<bool> is_named(value_of.size(), false);
  for (std::uint32_t docid = 1; docid < dates.size(); ++docid) {
    agencies.for_each(docid, [&](Column::Ordinal spelling) {
      const Column::Ordinal value = value_of[spelling];
      if (!is_named[value]) named.values.push_back(value);
      is_named[value] = true;
      named.newest[value] = std::max(named.newest[value], dates[docid]);
    });
  }
  return named;
}

}  // namespace

AgencyTree::AgencyTree(const Column& agencies, const Dates& dates) {
  const std::vector<Column::Ordinal> value_of = agencies.values();
  const Named named = named_values(agencies, dates, value_of);
  node_of_.resize(value_of.size(), kNone);
  for (const Column::Ordinal value : named.values) {
    const std::string label(agencies.label(value));
    const AuthorityEntry entry = resolve(label, date_of(named.newest[value]));
    std::size_t parent = kNone;
    for (const AuthorityNode& ancestor : entry.ancestors) {
      parent = add(ancestor.key, ancestor.label, parent);
    }
    const std::size_t node = add(entry.key, entry.is_known ? entry.label : label, parent);
    nodes_[node].values.push_back(agency_key(label));
    node_of_[value] = node;
  }
  for (std::size_t spelling = 0; spelling < value_of.size(); ++spelling) {
    node_of_[spelling] = node_of_[value_of[spelling]];
  }
}

std::size_t AgencyTree::add(const std::string& key, const std::string& label, std::size_t parent) {
  const auto [it, is_new] = by_key_.try_emplace(key, nodes_.size());
  if (!is_new) return it->second;
  const std::size_t depth = parent == kNone ? 0 : nodes_[parent].depth + 1;
  nodes_.push_back({key, label, parent, depth, {}, {}});
  (parent == kNone ? roots_ : nodes_[parent].children).push_back(it->second);
  return it->second;
}

// Calls visit for the node of an agency and for what is above it and no agency.
template <typename Visit>
void AgencyTree::for_each_counted(std::size_t node, Visit visit) const {
  visit(node);
  for (node = nodes_[node].parent; node != kNone; node = nodes_[node].parent) {
    if (nodes_[node].values.empty()) visit(node);
  }
}

std::vector<std::uint64_t> AgencyTree::node_counts(std::span<const std::uint32_t> single,
                                                   std::span<const std::uint32_t> several,
                                                   const Column& agencies) const {
  std::vector<std::uint64_t> counts(nodes_.size(), 0);
  for (std::size_t spelling = 1; spelling < single.size(); ++spelling) {
    if (single[spelling] == 0) continue;
    for_each_counted(node_of_[spelling],
                     [&](std::size_t node) { counts[node] += single[spelling]; });
  }
  std::vector<std::size_t> counted;  // the nodes of one document
  for (const std::uint32_t docid : several) {
    counted.clear();
    agencies.for_each(docid, [&](Column::Ordinal spelling) {
      for_each_counted(node_of_[spelling], [&](std::size_t node) { counted.push_back(node); });
    });
    std::ranges::sort(counted);
    counted.erase(std::unique(counted.begin(), counted.end()), counted.end());
    for (const std::size_t node : counted) ++counts[node];
  }
  return counts;
}

std::vector<FacetValue> AgencyTree::values(const std::vector<std::uint64_t>& counts,
                                           std::size_t most) const {
  std::vector<std::size_t> order;
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    if (counts[node] > 0) order.push_back(node);
  }
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : nodes_[a].label < nodes_[b].label;
  });
  if (order.size() > most) order.resize(most);
  std::vector<bool> is_shown(nodes_.size(), false);
  for (std::size_t node : order) {
    for (; node != kNone; node = nodes_[node].parent) is_shown[node] = true;
  }
  std::vector<FacetValue> values;
  for (const std::size_t root : roots_) write(root, counts, is_shown, values);
  return values;
}

void AgencyTree::write(std::size_t node, const std::vector<std::uint64_t>& counts,
                       const std::vector<bool>& is_shown, std::vector<FacetValue>& values) const {
  if (!is_shown[node]) return;
  const Node& shown = nodes_[node];
  values.push_back({shown.label, shown.label, counts[node], shown.values.empty(), shown.depth});
  std::vector<std::size_t> children = shown.children;
  std::ranges::sort(children, [&](std::size_t a, std::size_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : nodes_[a].label < nodes_[b].label;
  });
  for (const std::size_t child : children) write(child, counts, is_shown, values);
}

void AgencyTree::add_values(std::size_t node, bool with_children,
                            std::vector<std::string>& keys) const {
  keys.insert(keys.end(), nodes_[node].values.begin(), nodes_[node].values.end());
  if (!with_children) return;
  for (const std::size_t child : nodes_[node].children) add_values(child, true, keys);
}

std::string AgencyTree::label_of(std::string_view typed) const {
  for (const std::string& key : {agency_key(typed), resolve(typed).key}) {
    const auto found = by_key_.find(key);
    if (found != by_key_.end()) return nodes_[found->second].label;
  }
  return {};
}

std::vector<std::string> AgencyTree::keys_of(std::string_view typed,
                                             Predecessors predecessors) const {
  std::vector<std::string> wanted{agency_key(typed), resolve(typed).key};
  if (predecessors == Predecessors::kAdmitted) {
    for (std::string& key : keys_for_filter(typed)) wanted.push_back(std::move(key));
  }
  if (predecessors == Predecessors::kAdmitted) add_merged_places(typed, wanted);
  // Groups are known by their labels: «Địa phương».
  for (const Node& node : nodes_) {
    if (node.key.starts_with('@') && agency_key(node.label) == wanted.front()) {
      wanted.push_back(node.key);
    }
  }
  std::vector<std::string> keys;
  for (const std::string& key : wanted) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) continue;
    add_values(found->second, nodes_[found->second].values.empty(), keys);
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace tracuu
