// The syllables and pairs of the documents of one part, on their way into packed lists.
//
//   WordBatch batch;
//   batch.begin_document(4);
//   batch.add(WordKind::kPair, vocabulary, dieu, kien, 2);   // «điều kiện» twice
//   batch.finish_document() == 2                    // what it says, all in all
//   batch.write("scratch/000001.run")               // XBdieu kien: {4, 2} …
//
// A cell for each word of a document, in an array that is sorted once, instead of a map of terms:
// what that saves stands in part_builder.h.
//
// Belongs to one thread.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "core/text/vocabulary.h"

namespace tracuu {

// As what a word is looked up (core/index/schema.h).
enum class WordKind : std::uint8_t { kToned, kToneless, kPair, kLoosePair };

class WordBatch {
 public:
  // What comes is of this document. REQUIRES: docids grow.
  void begin_document(Xapian::docid docid) { docid_ = docid; }

  // Adds a syllable, or with `second` a pair, `count` times. All forms are of one vocabulary.
  void add(WordKind kind, const text::Vocabulary& vocabulary, text::FormId first,
           Xapian::termcount count);
  void add(WordKind kind, const text::Vocabulary& vocabulary, text::FormId first,
           text::FormId second, Xapian::termcount count);

  // Returns the sum of the counts since begin_document().
  Xapian::termcount finish_document();

  // Writes the lists as a run (run_file.h). Nothing is to be added behind. Throws kIo, kDiskFull.
  void write(const std::filesystem::path& file);

 private:
  // Of one document; several of one word are one.
  struct Cell {
    std::uint64_t word = 0;  // the rank of its kind, the first form, the second one and one, or 0
    std::uint32_t docid = 0;
    std::uint32_t count = 0;
  };

  std::uint32_t number_of(const text::Vocabulary& vocabulary, text::FormId form);
  void add(std::uint64_t word, Xapian::termcount count);
  void sort();
  std::string term_of(std::uint64_t word) const;

  Xapian::docid docid_ = 0;
  Xapian::termcount said_ = 0;
  std::vector<Cell> cells_;

  // Forms are numbered as they come: the vocabulary forgets its own when it grows too large.
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string_view> forms_;  // by number, viewing the keys of numbers_
  std::vector<std::uint32_t> known_;     // numbers and one, by FormId of this epoch; 0: not known
  std::uint32_t epoch_ = 0;
};

}  // namespace tracuu
