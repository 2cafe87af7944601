// The text of a document as an array of token codes, with the places where its passages begin.
//
//   title «Nghị quyết về học phí», body «Điều 1. Mức thu. Mức thu học phí là …»
//     codes     nghị quyết về học phí ¶ điều 1 · mức thu · mức thu học phí là …
//     passages  {token 6, offset 0, heading 5}
//
// «·» is a break, over which no pair of words goes, «¶» one over which no phrase goes.
//
// A passage is an article (điều), or a section of a text without articles, cut into pieces of
// kPassageTokens; texts without either are cut into such pieces. The second stage of ranking reads
// nothing else (searcher/rerank): unpacking a long law to analyze it anew takes 3 ms, this 20 µs.
// Phrases are looked for in what stands beside it as well: all words that were indexed (AllTokens).
//
// What is on disk, in a value slot of its own (schema.h), little endian:
//
//   varint title_end, varint passages, each as {varint tokens from the one before, varint bytes
//   from the one before, varint heading << 1 | begins_section}, varint codes that are ranked,
//   varint all codes, the codes as 16 bits; varint forms, each {varint size, bytes}, varint twins,
//   each {varint tokens from the one before, varint form}

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/token_codes.h"

namespace tracuu {

// Measured on the tune sets: 100 and 220 lose .001 to .003 on two of them.
inline constexpr std::size_t kPassageTokens = 150;

struct PassageStart {
  std::uint32_t token = 0;   // index into the codes
  std::uint32_t offset = 0;  // bytes into the body
  std::uint32_t heading =
      0;  // so many tokens from the first passage of its section are its heading
  bool begins_section = false;

  friend bool operator==(const PassageStart&, const PassageStart&) = default;
};

// What is ranked of a text: its title and running text.
struct TokenStream {
  std::vector<TokenCode> codes;        // of the title, a break, of the body
  std::size_t title_end = 0;           // index into the codes
  std::vector<PassageStart> passages;  // in the order of the text; none without a body

  friend bool operator==(const TokenStream&, const TokenStream&) = default;
};

// A token whose code stands for several words of its text: «QĐ» where «qd» stands as well.
struct TwinToken {
  std::uint32_t token = 0;  // index into the codes
  std::uint32_t form = 0;   // index into the forms

  friend bool operator==(const TwinToken&, const TwinToken&) = default;
};

// Every word of a document that is indexed, paragraph by paragraph.
struct AllTokens {
  std::vector<TokenCode> codes;  // those that are ranked, then the others
  std::size_t title_end = 0;
  std::vector<std::string> forms;  // toned
  std::vector<TwinToken> twins;    // in the order of the text

  friend bool operator==(const AllTokens&, const AllTokens&) = default;
};

// Returns the bytes for the value slot. REQUIRES: `all` begins with the codes of `ranked`.
std::string encode_token_stream(const TokenStream& ranked, const AllTokens& all);

// Read the one or the other into `stream` and `all`, which keep their memory. Return whether they
// were such bytes; what is read is of no use otherwise.
bool decode_token_stream(std::string_view bytes, TokenStream& stream);
bool decode_all_tokens(std::string_view bytes, AllTokens& all);

}  // namespace tracuu
