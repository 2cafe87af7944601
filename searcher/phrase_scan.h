// Looks for a phrase in the tokens of one document after the other.
//
// Most words have a code of their own; of those that share one, the document's terms and its twins
// (core/index/token_stream.h) say which of them stands there.
//
// Internal to searcher/phrase.h. Belongs to one thread.

#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "core/index/token_stream.h"
#include "searcher/column/value_stream.h"
#include "searcher/index_view.h"
#include "searcher/phrase.h"
#include "searcher/postings.h"

namespace tracuu {

// Tokens of documents, asked for in the order of docids.
class TokenReader {
 public:
  explicit TokenReader(const IndexView& database);

  // Returns the tokens, none for a document without; holds until the next call.
  const AllTokens& of(Xapian::docid docid);

 private:
  ValueReader values_;
  AllTokens tokens_;
};

class PhraseScan {
 public:
  // REQUIRES: both outlive this object; the phrase has a place.
  PhraseScan(const PhraseTerms& phrase, Postings& postings);

  // Returns whether the document has the phrase.
  bool is_in(const AllTokens& tokens, Xapian::docid docid);

  // Returns where it begins, counted in words, text::kParagraphGap more a paragraph, each once and
  // in order.
  std::vector<std::uint32_t> positions(const AllTokens& tokens, Xapian::docid docid);

 private:
  static constexpr std::size_t kCodes = std::size_t{1} << 16;

  // Which codes can stand at a place.
  using Codes = std::bitset<kCodes>;

  std::size_t end_of(const AllTokens& tokens) const;
  bool begins_at(std::size_t token, const AllTokens& tokens, Xapian::docid docid);
  bool stands_at(std::size_t token, std::size_t place, const AllTokens& tokens,
                 Xapian::docid docid);

  const PhraseTerms& phrase_;
  Postings& postings_;
  std::vector<Codes> codes_;   // by place
  std::vector<Codes> shared_;  // those of them that need a second look
};

}  // namespace tracuu
