// The text of a document as an array of token codes, with the places where its passages begin.
//
//   title «Nghị quyết về học phí», body «Điều 1. Mức thu. Mức thu học phí là …»
//     codes     nghị quyết về học phí · điều 1 · mức thu · mức thu học phí là …     «·»: a break
//     passages  {token 6, offset 0, heading 5}
//
// A passage is an article (điều), or a section of a text without articles, cut into pieces of
// kPassageTokens; texts without either are cut into such pieces. The second stage of ranking reads
// nothing else (searcher/rerank): unpacking a long law to analyze it anew takes 3 ms, this 20 µs.
//
// What is on disk, in a value slot of its own (schema.h), little endian:
//
//   varint title_end, varint passages, each as {varint tokens from the one before, varint bytes
//   from the one before, varint heading << 1 | begins_section}, the codes as 16 bits

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/outline/outline.h"
#include "core/index/token_codes.h"
#include "core/text/analyzer.h"

namespace tracuu {

// Measured on the tune sets: 100 and 220 lose .001 to .003 on two of them.
inline constexpr std::size_t kPassageTokens = 150;

// Tokens kept of one document, some 1.5 MB of text: a longer one is ranked by its beginning.
inline constexpr std::size_t kMaxStreamTokens = 300'000;

// Tokens of a heading that are counted as one.
inline constexpr std::size_t kMaxHeadingTokens = 40;

struct PassageStart {
  std::uint32_t token = 0;   // index into the codes
  std::uint32_t offset = 0;  // bytes into the body
  std::uint32_t heading =
      0;  // so many tokens from the first passage of its section are its heading
  bool begins_section = false;

  friend bool operator==(const PassageStart&, const PassageStart&) = default;
};

struct TokenStream {
  std::vector<TokenCode> codes;        // of the title, a break, of the body
  std::size_t title_end = 0;           // index into the codes
  std::vector<PassageStart> passages;  // in the order of the text; none without a body

  friend bool operator==(const TokenStream&, const TokenStream&) = default;
};

// Returns the bytes for the value slot.
std::string encode_token_stream(const TokenStream& stream);

// Reads them into `stream`, which keeps its memory. Returns whether they were such bytes; what
// `stream` holds is of no use otherwise.
bool decode_token_stream(std::string_view bytes, TokenStream& stream);

// Takes in the analyzed pieces of a document as they are indexed. Belongs to one thread; keeps its
// memory from document to document.
class TokenStreamBuilder {
 public:
  // Begins the next document. `outline` is that of its body.
  void begin(const Outline& outline);

  void add_title(const text::Analysis& analysis);

  // Adds a piece of the body, whose first byte is the body's byte `offset`.
  // REQUIRES: all that one builder is given was analyzed into one Analysis.
  void add_body(const text::Analysis& analysis, std::size_t offset);

  const TokenStream& stream() const { return stream_; }

 private:
  struct Section {
    std::size_t offset = 0;       // bytes into the body
    std::size_t heading_end = 0;  // bytes into the body, where its heading ends
  };

  void put(const text::Analysis& analysis, const text::Token& token);
  void begin_passage(std::size_t offset, bool begins_section);
  TokenCode code_of(const text::Analysis& analysis, const text::Word& word);

  TokenCodes codes_;
  TokenStream stream_;
  std::vector<Section> sections_;  // of the document, in order
  std::size_t next_section_ = 0;
  std::size_t heading_end_ = 0;     // of the section at hand
  std::size_t section_first_ = 0;   // index of its first passage
  std::size_t passage_tokens_ = 0;  // so far
  std::vector<TokenCode> by_form_;  // of the Analysis: FormId of the toned form -> code, 0: not yet
  std::uint32_t epoch_ = 0;         // of its vocabulary
};

}  // namespace tracuu
