// Turns a Document into the terms and values of an index document.
//
// What is indexed where, for «Quyết định 749/QĐ-TTg …» (names in core/index/schema.h):
//
//   title                     toned, toneless, pairs; the same under the title's own prefixes, so
//                             that a hit in the title can weigh more
//   number, agency, type,     toned, toneless, pairs: people type them beside the subject
//   signer, author, keywords
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
#include "core/index/learned_counts.h"
#include "core/index/token_stream_builder.h"
#include "core/text/analyzer.h"

namespace tracuu {

class DocumentTerms {
 public:
  // REQUIRES: `analyzer` outlives this object.
  explicit DocumentTerms(const text::Analyzer& analyzer) : analyzer_(analyzer) {}

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
  // Which terms a piece of text gives.
  struct Field {
    bool is_title = false;
    bool is_caption = false;
    bool in_sketch = false;  // running text, as every copy of the document has it
    std::optional<std::size_t> body_offset =
        {};  // where it stands in the body, if it is ranked there
  };

  void add_text(std::string_view text, const Field& field);
  void add_tokens(const Field& field);
  void add_counts(std::string_view prefix, const std::vector<text::FormId>& forms,
                  Xapian::termcount weight);
  void add_pairs(std::string_view prefix, Xapian::termcount weight);
  void add_loose_pairs(bool is_caption);
  template <typename IsWanted>
  void gather_pairs(IsWanted is_wanted);
  void add_compounds(std::string_view text);
  void add_body(const Document& document);
  void add_ties(const Document& document);
  void add_sketch(const Document& document);
  void add_values(const Document& document, const Outline& outline, const std::string& source_file);

  const text::Analyzer& analyzer_;
  text::Analysis analysis_;
  LearnedCounts counts_;
  SyllableCounts* learning_ = nullptr;  // of the document's class
  std::optional<std::string> learn_as_;
  SketchBuilder sketch_;
  TokenStreamBuilder stream_;
  Xapian::Document target_;

  // Work space of one piece of text.
  std::vector<text::FormId> toneless_;
  std::vector<text::FormId> toned_;
  std::vector<std::uint64_t> pairs_;
};

}  // namespace tracuu
