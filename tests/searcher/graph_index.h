// A temporary index of documents whose citations are set directly, and its graph.
//
//   GraphIndex index({act("a", "12/2019/QĐ-UBND", "2019-03-01"),
//                     act("b", "5/2020/QĐ-UBND", "2020-02-01",
//                         {cites(Relation::kReplaces, "12/2019/QĐ-UBND")})});
//   index.status("a", "2020-03-01") == EffectStatus::kExpired

#pragma once

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/document/number.h"
#include "core/index/database.h"
#include "core/index/schema.h"
#include "searcher/graph/graph.h"
#include "searcher/graph/load_effect.h"
#include "searcher/snapshot.h"
#include "tests/searcher/test_index.h"

namespace tracuu {

inline constexpr const char* kProvince = "Ủy ban nhân dân tỉnh Sông Lam";

inline Date day(const std::string& iso) {
  const std::optional<Date> date = parse_iso(iso);
  if (!date) throw std::runtime_error("no day: " + iso);
  return *date;
}

// «Quyết định số 12/2019/QĐ-UBND của Ủy ban nhân dân tỉnh», as a decision of the province says it.
inline Citation cites(Relation relation, const std::string& number, const std::string& part = {}) {
  Citation citation;
  citation.relation = relation;
  citation.type = "Quyết định";
  citation.number = number;
  citation.key = parse_number(number).value().key;
  citation.agency = "Ủy ban nhân dân tỉnh";
  citation.part = part;
  return citation;
}

// A decision of the province, in force from its date on.
inline Document act(const std::string& id, const std::string& number, const std::string& date,
                    std::vector<Citation> citations = {}) {
  Document document;
  document.id = id;
  document.title = "Quyết định " + id;
  document.body = "Điều 1. Nội dung.\n\nĐiều 2. Tổ chức thực hiện.";
  document.type = "Quyết định";
  document.number = number;
  document.agency = kProvince;
  document.date = date;
  document.effective = date;
  document.citations = std::move(citations);
  return document;
}

class GraphIndex {
 public:
  explicit GraphIndex(const std::vector<Document>& documents, std::size_t runs = 1)
      : index_(documents, runs) {
    reopen();
  }

  void add(const std::vector<Document>& documents) {
    write_documents(index_.directory(), documents);
    reopen();
  }

  Snapshot& snapshot() { return *snapshot_; }
  Graph graph() { return Graph(*snapshot_); }

  Xapian::docid docid(const std::string& id) {
    return *snapshot_->database().postlist_begin(schema::term(schema::kId, id));
  }

  // The status on a day that is today.
  EffectAnswer effect(const std::string& id, const std::string& iso) {
    return graph().document(id, {day(iso), day(iso)}).value().effect;
  }
  EffectStatus status(const std::string& id, const std::string& iso) {
    return effect(id, iso).status;
  }

  // Ids of what the document is said to cite, in the order of the text; "?" for what is missing.
  std::vector<std::string> cited(const std::string& id) {
    std::vector<std::string> ids;
    const TiesAnswer answer = graph().cites(id).value();
    for (const LinkedTie& tie : answer.ties) {
      const bool is_known = tie.target.kind == Resolution::Kind::kAsserted;
      ids.push_back(is_known ? tie.target.documents.front().id : "?");
    }
    return ids;
  }

  std::vector<std::string> citing(const std::string& id) {
    std::vector<std::string> ids;
    const TiesAnswer answer = graph().cited_by(id).value();
    for (const LinkedTie& tie : answer.ties) ids.push_back(tie.citing.id);
    return ids;
  }

 private:
  void reopen() { snapshot_.emplace(open_index(index_.directory())); }

  TestIndex index_;
  std::optional<Snapshot> snapshot_;
};

}  // namespace tracuu
