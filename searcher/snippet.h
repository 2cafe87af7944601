// The part of a document that shows why it was found, with the words that were looked for marked.
//
//   query «chuyển đổi số», body «… thành lập Ban chỉ đạo chuyển đổi số tỉnh. …»
//     "… thành lập Ban chỉ đạo " + mark("chuyển đổi số") + " tỉnh. …"
//
// The text is the document's own: only blanks and line ends are joined. Marks cover whole
// syllables; a syllable typed with a mark marks those written so or without marks, one typed
// without marks every tone. Heads, captions and noise are passed over.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/document.h"
#include "core/document/outline/labeled_spans.h"
#include "core/document/outline/reference.h"
#include "core/text/analyzer.h"
#include "searcher/bag.h"

namespace tracuu {

// A piece of a snippet. Text is as in the document, not escaped.
struct SnippetPart {
  std::string text;
  bool is_marked = false;
};

struct Passage {
  std::string label;       // "Điều 5", empty outside articles
  std::string anchor;      // "dieu-5"
  std::size_t offset = 0;  // bytes into the body
  std::size_t length = 0;
  std::size_t page = 0;  // that the words found are on, from 1; 0 where the format has none
};

struct Snippet {
  std::vector<SnippetPart> parts;
  Passage passage;
};

struct SnippetOptions {
  std::size_t tokens = 48;  // in the window, about 260 characters

  // The bytes of the body in which it is looked for first: the best passage, where it is known.
  std::size_t begin = 0;
  std::size_t end = std::string::npos;
};

// What is looked for, made once for all results.
class SnippetMaker {
 public:
  // `weights` are by syllable of the bags, in order: how much finding it says (its rarity).
  // `work` is written over; kept from request to request, it knows most words already.
  // REQUIRES: `analyzer` and `work` outlive this object.
  SnippetMaker(const std::vector<Bag>& bags, std::vector<double> weights,
               const text::Analyzer& analyzer, text::Analysis& work);

  // From now on the snippet is of this place in documents that have it: «khoản 2 Điều 5».
  void prefer(Reference place) { place_ = std::move(place); }

  // Returns the best part of the body; its beginning when no word is in it. `spans` are those of
  // the body. Cost: one analysis of what is looked at; where a place is preferred, of the whole
  // body, and its outline.
  Snippet make(const Document& document, const std::vector<LabeledSpan>& spans,
               const SnippetOptions& options = {});

  // Returns a short text (a title) whole, with its marks.
  std::vector<SnippetPart> mark(std::string_view text);

 private:
  struct Wanted {
    std::string toned;
    std::string toneless;
    bool has_marks = false;
    bool is_light = false;
    double weight = 0;
  };

  // Replaces the analysis with that of the text; what is wanted is known by its forms there.
  void analyze(std::string_view text);
  void learn_forms();

  // The index in wanted_ of what a token matches, or -1. REQUIRES: analyze() was called last.
  int match(const text::Token& token) const;
  std::vector<int> matches(const std::vector<Region>& regions) const;
  std::vector<SnippetPart> parts(std::string_view text, std::size_t begin, std::size_t end,
                                 const std::vector<int>& matched) const;

  std::optional<Snippet> make_preferred(const Document& document, const SnippetOptions& options);
  Snippet make_within(const Document& document, const std::vector<LabeledSpan>& spans,
                      const SnippetOptions& options, bool must_match);
  Snippet make_at(const OutlineNode& node, std::string_view body, const std::vector<int>& matched,
                  const SnippetOptions& options) const;

  std::optional<Reference> place_;
  // One of wanted_ by its form in the vocabulary.
  struct Form {
    text::FormId toneless = 0;
    std::size_t wanted = 0;
  };

  static constexpr unsigned kFilterBits = 64;

  std::vector<Wanted> wanted_;  // in the order of the query
  std::vector<Form> forms_;     // in the same order
  std::uint64_t filter_ = 0;    // a bit for each form, by its last digits: most tokens have none
  std::optional<std::uint32_t> epoch_;  // of the vocabulary when the forms were learnt
  const text::Analyzer& analyzer_;
  text::Analysis& analysis_;
};

// Returns the snippet as HTML: escaped once (core/text/html_escape.h), marks as <mark>.
std::string to_html(const std::vector<SnippetPart>& parts);

// Returns the snippet's text without marks.
std::string to_text(const std::vector<SnippetPart>& parts);

}  // namespace tracuu
