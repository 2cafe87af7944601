// Which documents the last commits of an index changed, so that a reader reads anew only those.
//
//   revision 41 ─ a commit changes 7 and 12 ─> 42 ─ a commit changes 9 ─> 43
//   metadata "tracuu.touched.41": from 41, {7, 12}     "tracuu.touched.42": from 42, {9}
//   touched_since(database at 43, state at 41) == {7, 9, 12}
//
// Xapian keeps no such list. Each commit of a live generation writes a row, under its revision
// modulo kTouchedRows: a ring. A new generation has none. Whoever is too far behind, or meets a
// commit without a row, is told nothing and reads everything: a missing row costs time, never a
// wrong answer. Each row has a tag by chance, so that an index put back from a copy and written to
// differently is not taken for the one that was read.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

namespace tracuu {

// Commits that the ring remembers; with IndexWriter's batches of 500 documents, 128,000 of them.
inline constexpr std::size_t kTouchedRows = 256;

// A commit of more documents leaves no row: reading everything is then as fast.
inline constexpr std::size_t kMaxTouched = 100000;

// One state of one generation. Equal states have the same documents.
struct IndexState {
  std::string uuid;  // of the generation
  Xapian::rev revision = 0;
  std::string tag;  // of the commit that made it; empty: it left no row

  friend bool operator==(const IndexState&, const IndexState&) = default;
};

// Returns the state that a database is open at; nothing for one in memory or made of several, which
// have no revision. Throws Xapian::Error.
std::optional<IndexState> state_of(const Xapian::Database& database);

// Returns the documents changed, added or deleted since `earlier`, ascending, each once; nothing
// where that is not known. Throws Xapian::Error. Cost: a look-up for each commit since.
std::optional<std::vector<Xapian::docid>> touched_since(const Xapian::Database& database,
                                                        const IndexState& earlier);

// Writes the row of the commit that comes next. REQUIRES: `database` is one generation on the disk;
// `docids` are all that it changed since the last commit, in any order. Throws Xapian::Error.
void write_touched(Xapian::WritableDatabase& database, std::vector<Xapian::docid> docids);

}  // namespace tracuu
