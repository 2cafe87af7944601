// SQLite FTS5 as a peer: one table with title and body, any of the words, bm25().
//
// At its best: words keep their marks (remove_diacritics 0 scores above 1 and 2, README.md), all
// segments merged by 'optimize', the file memory-mapped, "order by rank" (FTS5 sorts by itself and
// reads the rows of the hits alone), a statement prepared once.
// Source: https://www.sqlite.org/fts5.html, sections 4.3.1, 5.1 and 6.8.

#include <stdexcept>

#include <sqlite3.h>

#include "tests/bench/peers/peer.h"
#include "tests/bench/peers/words.h"

namespace tracuu::peers {
namespace {

constexpr char kFileName[] = "/fts5.db";

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct EndStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, EndStatement>;

[[noreturn]] void fail(sqlite3* database) {
  throw std::runtime_error(std::string("sqlite: ") + sqlite3_errmsg(database));
}

Database open_database(const std::string& index, int flags) {
  sqlite3* raw = nullptr;
  const int status = sqlite3_open_v2((index + kFileName).c_str(), &raw, flags, nullptr);
  Database database(raw);
  if (status != SQLITE_OK) fail(raw);
  return database;
}

void run(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(database);
}

Statement prepare(sqlite3* database, const char* sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(database, sql, -1, &raw, nullptr) != SQLITE_OK) fail(database);
  return Statement(raw);
}

// REQUIRES: `text` lives until the statement is reset.
void bind(sqlite3_stmt* statement, int column, const std::string& text) {
  sqlite3_bind_text(statement, column, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void build(const std::string& index, DocumentReader& documents) {
  const Database database =
      open_database(index, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  // A build that fails is begun anew, so nothing waits for the disk.
  run(database.get(),
      "pragma journal_mode = off; pragma synchronous = off;"
      "create virtual table d using fts5(id unindexed, title, body,"
      " tokenize = 'unicode61 remove_diacritics 0');"
      "begin");
  const Statement insert = prepare(database.get(), "insert into d values(?, ?, ?)");
  while (const auto document = documents.next()) {
    bind(insert.get(), 1, document->id);
    bind(insert.get(), 2, document->title);
    bind(insert.get(), 3, document->body);
    if (sqlite3_step(insert.get()) != SQLITE_DONE) fail(database.get());
    sqlite3_reset(insert.get());
  }
  run(database.get(), "commit; insert into d(d) values('optimize')");
}

class Fts5Peer final : public Peer {
 public:
  explicit Fts5Peer(const std::string& index)
      : database_(open_database(index, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX)) {
    run(database_.get(), "pragma mmap_size = 4294967296; pragma cache_size = -262144");
    select_ = prepare(database_.get(), "select id from d where d match ? order by rank limit ?");
  }

  PeerAnswer search(const std::string& text, std::size_t limit, bool with_facets) override {
    if (with_facets) throw std::runtime_error("FTS5 is not measured with facets");
    PeerAnswer answer;
    const std::string query = any_of_words(text);
    if (query.empty()) return answer;
    bind(select_.get(), 1, query);
    sqlite3_bind_int64(select_.get(), 2, static_cast<sqlite3_int64>(limit));
    int status = SQLITE_ROW;
    while ((status = sqlite3_step(select_.get())) == SQLITE_ROW) {
      answer.ids.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(select_.get(), 0)));
    }
    if (status != SQLITE_DONE) fail(database_.get());
    sqlite3_reset(select_.get());
    return answer;
  }

 private:
  Database database_;
  Statement select_;
};

}  // namespace
}  // namespace tracuu::peers

int main(int argc, char** argv) {
  using tracuu::peers::Fts5Peer;
  return tracuu::peers::run_peer(argc, argv, {tracuu::peers::build, [](const auto& index) {
                                                return std::make_unique<Fts5Peer>(index);
                                              }});
}
