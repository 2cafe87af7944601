#include "searcher/graph/nodes.h"

#include <utility>
#include <vector>

#include "core/index/schema.h"
#include "searcher/column/value_stream.h"
#include "searcher/graph/day.h"

namespace tracuu {
namespace {

struct NodeField {
  Xapian::valueno slot;
  std::string GraphNode::*member;
};

constexpr NodeField kFields[] = {{schema::kNumberSlot, &GraphNode::key},
                                 {schema::kTypeSlot, &GraphNode::type},
                                 {schema::kAgencySlot, &GraphNode::agency},
                                 {schema::kDateSlot, &GraphNode::date},
                                 {schema::kNameSlot, &GraphNode::title}};

void put(NodeField field, std::string value, GraphNode& node) {
  node.*field.member = field.slot == schema::kDateSlot ? iso_of_key(value) : std::move(value);
}

}  // namespace

const GraphNode& Nodes::get(Xapian::docid docid) {
  const auto [entry, is_new] = nodes_.try_emplace(docid);
  GraphNode& node = entry->second;
  if (!is_new) return node;
  node.docid = docid;
  const Xapian::Document document = database_.get_document(docid, Xapian::DOC_ASSUME_VALID);
  for (const NodeField& field : kFields) put(field, document.get_value(field.slot), node);
  return node;
}

void Nodes::load(const DocumentSet& documents) {
  std::vector<Xapian::docid> docids(documents.cardinality());
  documents.toUint32Array(docids.data());
  for (const Xapian::docid docid : docids) nodes_[docid].docid = docid;
  for (const NodeField& field : kFields) {
    for_each_value_of(database_, field.slot, docids, [&](Xapian::docid docid, std::string value) {
      put(field, std::move(value), nodes_[docid]);
    });
  }
}

std::string id_of(const IndexView& database, Xapian::docid docid) {
  return database.get_document(docid).get_value(schema::kIdSlot);
}

}  // namespace tracuu
