// Makes the token stream of a document while it is analyzed for the index.
//
//   builder.begin(find_outline(document.body));
//   builder.add_title(analysis);            then the pieces of the body, in order
//   builder.add_body(analysis, offset);
//   builder.add_apart(analysis);            fields and captions, which are not ranked
//   builder.encoded()                       the value (core/index/token_stream.h)

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/document/outline/outline.h"
#include "core/index/token_codes.h"
#include "core/index/token_stream.h"
#include "core/text/analyzer.h"

namespace tracuu {

// Tokens ranked of one document, some 1.5 MB of text: a longer one is ranked by its beginning.
inline constexpr std::size_t kMaxRankedTokens = 300'000;

// Tokens of a heading that are counted as one.
inline constexpr std::size_t kMaxHeadingTokens = 40;

// Belongs to one thread; keeps its memory from document to document.
class TokenStreamBuilder {
 public:
  // Begins the next document. `outline` is that of its body.
  void begin(const Outline& outline);

  // Each takes the analysis of one piece of text; no phrase goes from one to the next.
  // REQUIRES: all that one builder is given was analyzed into one Analysis.
  void add_title(const text::Analysis& analysis);
  void add_body(const text::Analysis& analysis, std::size_t offset);  // of it in the body, in bytes
  void add_apart(const text::Analysis& analysis);

  // What is ranked so far.
  const TokenStream& ranked() const { return ranked_; }

  // Returns all that was added, and the bytes of it.
  AllTokens all() const;
  std::string encoded() const { return encode_token_stream(ranked_, all()); }

 private:
  struct Section {
    std::size_t offset = 0;       // bytes into the body
    std::size_t heading_end = 0;  // bytes into the body, where its heading ends
  };

  // A word of this document that has no code of its own.
  struct SharingWord {
    TokenCode code = kBreakCode;
    std::string form;
  };

  // A token that stands for such a word.
  struct SharingToken {
    std::uint32_t token = 0;
    std::uint32_t word = 0;  // index into words_
  };

  // Codes one behind the other, with those of their tokens that share one.
  struct Run {
    std::vector<TokenCode> codes;
    std::vector<SharingToken> sharing;
  };

  // What is known of a form of the Analysis.
  struct KnownForm {
    TokenCode code = kBreakCode;  // not yet known
    std::uint32_t document = 0;   // of which `word` is
    std::uint32_t word = 0;
  };

  void add_ranked(const text::Analysis& analysis, std::size_t i);
  void begin_passage(std::size_t offset, bool begins_section, TokenCode gap);
  void put(const text::Analysis& analysis, const text::Token& token, std::vector<TokenCode>& codes,
           std::size_t before, std::vector<SharingToken>& sharing);
  KnownForm& known(const text::Analysis& analysis, const text::Word& word);

  TokenCodes codes_;
  TokenStream ranked_;
  std::vector<SharingToken> sharing_;  // of the ranked tokens
  Run overflow_;                       // running text behind kMaxRankedTokens
  Run apart_;
  std::vector<SharingWord> words_;
  std::vector<Section> sections_;  // of the document, in order
  std::size_t next_section_ = 0;
  std::size_t heading_end_ = 0;     // of the section at hand
  std::size_t section_first_ = 0;   // index of its first passage
  std::size_t passage_tokens_ = 0;  // so far
  std::vector<KnownForm> by_form_;  // of the Analysis, by FormId of the toned form
  std::uint32_t epoch_ = 0;         // of its vocabulary
  std::uint32_t document_ = 0;      // how many were begun
};

}  // namespace tracuu
