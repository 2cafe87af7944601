// A collection of Vietnamese documents made from a seed, of any size, the same everywhere.
//
//   Generator generator({.documents = 1'000'000, .seed = 1});
//   generator.document(749213)    title, number, agency, type, date, signer, body
//
// Document i depends on the seed and i alone: nothing is kept, any document can be made again
// when its answer is checked, and threads share the work. What it says has no sense, but words,
// pairs, lengths, repetition within a text and fields are as frequent as in real documents
// (README.md has the fit and its limits):
//
//   title   12 words or so of the chain (chain.h)
//   body    the chain again; now and then it goes back to what the document said before, its title
//           included, for that is what makes texts be about something
//
// Acts have articles («Điều 3. …»), news has paragraphs only. Immutable after construction; safe
// from any thread. Cost: some 80 µs a document.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "tests/bench/collection/attributes.h"
#include "tests/bench/collection/chain.h"

namespace tracuu::bench {

struct CollectionOptions {
  std::uint64_t documents = 10'000;
  std::uint64_t seed = 1;

  // Probability that a word goes back to an earlier one of its document, and the mean number of
  // words it then repeats. Chosen so that the burst of words and pairs is the fitted one.
  double return_share = 0.18;
  double return_words = 3.2;
};

class Generator {
 public:
  explicit Generator(const CollectionOptions& options);

  // Returns the document. REQUIRES: index < size().
  Document document(std::uint64_t index) const;

  std::uint64_t size() const { return options_.documents; }
  std::uint64_t seed() const { return options_.seed; }

  // Returns which document has this id, nothing for an id that is none of this collection.
  std::optional<std::uint64_t> index_of(std::string_view id) const;

 private:
  std::size_t draw_length(const std::vector<double>& quantiles, Random& random) const;
  void add_words(std::size_t count, bool returns, Random& random,
                 std::vector<ChainWord>& words) const;
  std::string write_body(const std::vector<ChainWord>& words, std::size_t begin, bool has_articles,
                         Random& random) const;

  CollectionOptions options_;
  Fitted fitted_;
  WordChain chain_;
  Attributes attributes_;
};

// Returns the document as one line of JSON Lines, as tracuu-index reads it, without a line feed.
std::string to_json_line(const Document& document);

}  // namespace tracuu::bench
