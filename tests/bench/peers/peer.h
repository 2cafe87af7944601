// What the peers written in C++ share: the documents they read and the protocol they speak, so that
// every engine is asked, timed and answered alike (lucene/Serve.java is the same in Java).
//
//   PEER index INDEX DOCUMENTS.tsv     builds the index anew, with its folder there and empty
//   PEER search INDEX QUERIES.tsv      says "ready", then obeys the lines of standard input:
//     warm 2000 10 plain               2,000 queries in turn, 10 hits each; answers "warm"
//     round 10 plain                   each query once, timed; then a line for each:
//     round 10 facets                  wall_ns ⇥ cpu_ns ⇥ counted ⇥ id ⇥ id …, best first
//
// The clock runs from the text as typed to the ids of the hits. Answers are kept and printed after
// the last query of a round, so that no peer pays for a pipe.
//
// DOCUMENTS.tsv: id, title, body, agency, year in UTF-8 NFC without tabs or line ends in them;
// QUERIES.tsv: id, text. sets.py writes both. What cannot be read throws std::runtime_error.

#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tracuu::peers {

struct PeerDocument {
  std::string id;     // "tuoitre-2024"
  std::string title;  // with the number, where there is one
  std::string body;
  std::string agency;  // "" where unknown
  std::string year;    // of its date; "" where unknown
};

class DocumentReader {
 public:
  explicit DocumentReader(const std::string& path);
  // Returns the next document, nothing after the last.
  std::optional<PeerDocument> next();

 private:
  std::string path_;
  std::ifstream in_;
  std::string line_;
};

struct PeerAnswer {
  std::vector<std::string> ids;  // best first
  std::uint64_t counted = 0;     // with facets: the hits that have a year, summed over its values
};

// How many values of a facet are asked for, of every engine.
inline constexpr std::size_t kFacetValues = 20;

// An engine with an open index.
class Peer {
 public:
  virtual ~Peer() = default;
  // Returns the best hits of a text as typed, any bytes. Throws std::runtime_error where
  // `with_facets` is asked of an engine that is not measured with facets.
  virtual PeerAnswer search(const std::string& text, std::size_t limit, bool with_facets) = 0;
};

struct PeerProgram {
  std::function<void(const std::string& index, DocumentReader& documents)> build;
  std::function<std::unique_ptr<Peer>(const std::string& index)> open;
};

// Runs a peer as its command line says; returns the exit status, 2 with a sentence on failure.
int run_peer(int argc, char** argv, const PeerProgram& program);

}  // namespace tracuu::peers
