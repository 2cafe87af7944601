// One state of the index, with what has been read of it: everything a request looks at.
//
// A request uses one snapshot from hits to snippets, so its counts and its results speak of the
// same documents. Sets and columns are read when first asked for and kept. One thread at a time.

#pragma once

#include <optional>
#include <vector>

#include <xapian.h>

#include "searcher/columns.h"
#include "searcher/postings.h"

namespace tracuu {

class Snapshot {
 public:
  explicit Snapshot(Xapian::Database database) : database_(std::move(database)) {}
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  const Xapian::Database& database() const { return database_; }
  Postings& postings() { return postings_; }

  const Column& agencies();
  const Column& types();
  const Column& folders();
  const std::vector<std::int32_t>& dates();

 private:
  Xapian::Database database_;
  Postings postings_{database_};
  std::optional<Column> agencies_;
  std::optional<Column> types_;
  std::optional<Column> folders_;
  std::optional<std::vector<std::int32_t>> dates_;
};

}  // namespace tracuu
