// Turns a Document into the terms and values of an index document.
//
// What is indexed where, for «Quyết định 749/QĐ-TTg …» (names in core/index/schema.h, the pieces in
// core/index/indexed_text.h):
//
//   title                     toned, toneless, pairs; the same under the title's own prefixes, so
//                             that a hit in the title can weigh more
//   number, agency, type …    toned, toneless, pairs
//   body                      toned, toneless, pairs, compounds
//   captions in the body      found, phrases too, but without weight in the text; apart as XK
//   noise in the body         nowhere
//
// Terms have no positions: all of it is also kept in its order (core/index/token_stream.h).
//
// One DocumentTerms serves one thread; it keeps its memory from document to document.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "core/document/copies/sketch.h"
#include "core/document/document.h"
#include "core/document/outline/outline.h"
#include "core/index/indexed_text.h"
#include "core/index/learned_counts.h"
#include "core/index/token_stream_builder.h"
#include "core/text/analyzer.h"
#include "indexer/form_counts.h"
#include "indexer/packed/word_batch.h"

namespace tracuu {

class DocumentTerms {
 public:
  // With `packed`, what is packable goes there instead of into terms: to the document that it was
  // last told of. REQUIRES: `analyzer` and `packed` outlive this object.
  explicit DocumentTerms(const text::Analyzer& analyzer, WordBatch* packed = nullptr)
      : analyzer_(analyzer), packed_(packed) {}

  // Returns the document for the index, its data and the content hash of `given` included; what
  // find_ties() finds in the text is added. `source_file` is the absolute path that
  // --delete-missing goes by. Never fails on any text. Cost: linear.
  Xapian::Document make(const Document& given, const std::string& source_file);

  // Counts the text of the document under `key`, in place of its access class, and makes nothing.
  void learn(const Document& document, const std::string& key);

  // The syllables of all documents made so far.
  const LearnedCounts& counts() const { return counts_; }
  void forget_counts() { counts_.clear(); }

 private:
  void add_text(const IndexedText& text);
  void add_tokens(const IndexedText& text);
  void add_words(WordKind kind, const FormCounts& forms, Xapian::termcount weight);
  void add_counts(std::string_view prefix, const FormCounts& forms, Xapian::termcount weight);
  void add_pairs(WordKind kind, Xapian::termcount weight);
  void add_title_pairs();
  void add_loose_pairs(bool is_caption);
  template <typename IsWanted>
  void gather_pairs(IsWanted is_wanted);
  void add_compounds(std::string_view text);
  void add_ties(const Document& document);
  void add_sketch(const Document& document);
  void add_values(const Document& document, const Outline& outline, const std::string& source_file);

  const text::Analyzer& analyzer_;
  WordBatch* const packed_;
  text::Analysis analysis_;
  LearnedCounts counts_;
  SyllableCounts* learning_ = nullptr;  // of the document's class
  std::optional<std::string> learn_as_;
  SketchBuilder sketch_;
  TokenStreamBuilder stream_;
  Xapian::Document target_;

  // Work space of one piece of text.
  FormCounts toneless_;
  FormCounts toned_;
  std::vector<std::uint64_t> pairs_;
};

}  // namespace tracuu
