#include "searcher/phrase_scan.h"

#include <algorithm>

#include "core/index/schema.h"
#include "core/text/analyzer.h"

namespace tracuu {

TokenReader::TokenReader(const IndexView& database) : values_(database, schema::kStreamSlot) {}

const AllTokens& TokenReader::of(Xapian::docid docid) {
  if (!decode_all_tokens(values_.of(docid), tokens_)) tokens_ = {};
  return tokens_;
}

PhraseScan::PhraseScan(const PhraseTerms& phrase, Postings& postings)
    : phrase_(phrase),
      postings_(postings),
      codes_(phrase.places.size()),
      shared_(phrase.places.size()) {
  for (std::size_t place = 0; place < phrase.places.size(); ++place) {
    for (const PhraseTerms::Word& word : phrase.places[place].words) {
      codes_[place].set(word.code);
      if (word.shares_code) shared_[place].set(word.code);
    }
  }
}

std::size_t PhraseScan::end_of(const AllTokens& tokens) const {
  return phrase_.is_in_title ? std::min(tokens.title_end, tokens.codes.size())
                             : tokens.codes.size();
}

bool PhraseScan::is_in(const AllTokens& tokens, Xapian::docid docid) {
  const std::size_t end = end_of(tokens);
  for (std::size_t i = 0; i < end; ++i) {
    if (codes_.front()[tokens.codes[i]] && begins_at(i, tokens, docid)) return true;
  }
  return false;
}

std::vector<std::uint32_t> PhraseScan::positions(const AllTokens& tokens, Xapian::docid docid) {
  std::vector<std::uint32_t> begins;
  std::uint32_t position = 0;
  const std::size_t end = end_of(tokens);
  for (std::size_t i = 0; i < end; ++i) {
    const TokenCode code = tokens.codes[i];
    if (code == kParagraphCode) position += text::kParagraphGap;
    if (is_break(code)) continue;
    if (codes_.front()[code] && begins_at(i, tokens, docid)) begins.push_back(position);
    ++position;
  }
  return begins;
}

// Whether the places stand from this token on, whatever punctuation is between.
bool PhraseScan::begins_at(std::size_t token, const AllTokens& tokens, Xapian::docid docid) {
  const std::size_t end = end_of(tokens);
  for (std::size_t place = 0; place < phrase_.places.size(); ++place) {
    while (token < end && tokens.codes[token] == kBreakCode) ++token;
    if (token == end || !stands_at(token, place, tokens, docid)) return false;
    ++token;
  }
  return true;
}

bool PhraseScan::stands_at(std::size_t token, std::size_t place, const AllTokens& tokens,
                           Xapian::docid docid) {
  const TokenCode code = tokens.codes[token];
  if (!codes_[place][code]) return false;
  if (!shared_[place][code]) return true;
  const auto twin = std::ranges::lower_bound(tokens.twins, token, {}, &TwinToken::token);
  const bool is_twin = twin != tokens.twins.end() && twin->token == token;
  // Where it is no twin, one word of the document has this code: the one whose term it has.
  return std::ranges::any_of(phrase_.places[place].words, [&](const PhraseTerms::Word& word) {
    if (word.code != code) return false;
    return is_twin ? tokens.forms[twin->form] == word.toned
                   : postings_.with(word.term)->contains(docid);
  });
}

}  // namespace tracuu
