// Splits Vietnamese text into the tokens that the index and the query share.
//
//   "Số 749/QĐ-TTg về Hoà Bình"
//     tokens     số · 749 · qđ · ttg · về · hòa · bình     each with its bytes in the text
//     compounds  749/qđ-ttg                                over tokens 1–3
//
// A token is a syllable, a foreign word or a number; its form is canonical (core/text/word_form.h)
// and interned: equal forms have equal ids, so that callers count and pair integers. Compounds are
// numbers and names that their parts alone would lose (749/QĐ-TTg, TT&TT, KT-XH, H'Mông,
// mic.gov.vn); they stand beside their parts.
//
// Invariants, tested as properties: spans are ordered, inside the text and on character borders;
// what lies between them are separators only; analysis never fails and is linear in the text.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/character.h"
#include "core/text/vocabulary.h"

namespace tracuu::text {

// Positions between two paragraphs, so that no phrase and no NEAR (at most 100) crosses them.
inline constexpr std::uint32_t kParagraphGap = 128;

// A longer run of letters is cut; no Vietnamese word comes near, and index terms end at 245 bytes.
inline constexpr std::uint32_t kMaxTokenBytes = 96;

// Parts of one compound at most; further parts begin another.
inline constexpr std::uint32_t kMaxCompoundParts = 12;

struct Token {
  std::uint32_t begin = 0;  // bytes into the text
  std::uint32_t end = 0;
  std::uint32_t position = 0;  // from 1; one more a token, kParagraphGap more a paragraph
  WordId word = 0;
  bool follows = false;  // nothing but blanks, or the joiner of a compound, before it: a pair
};

struct Compound {
  std::uint32_t first_token = 0;
  std::uint32_t token_count = 0;
  std::string form;      // "749/qđ-ttg": lower case, joiners plain
  std::string toneless;  // "749/qd-ttg"
};

// What analysis found in one text, and the words it has seen so far. Reusing one Analysis for many
// texts keeps its vocabulary and memory; it belongs to one thread at a time. Movable only.
class Analysis {
 public:
  Analysis();
  ~Analysis();
  Analysis(Analysis&&) noexcept;
  Analysis& operator=(Analysis&&) noexcept;

  std::vector<Token> tokens;
  std::vector<Compound> compounds;
  std::uint64_t malformed_bytes = 0;

  // The forms behind a token's word. The reference holds until the next analyze().
  const Word& word(const Token& token) const { return vocabulary_.word(token.word); }
  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  friend class Analyzer;
  Vocabulary vocabulary_;
};

// Immutable after construction; safe from any thread.
class Analyzer {
 public:
  Analyzer();

  // Replaces `out` with the analysis of `text` (UTF-8, whatever the bytes; at most 4 GiB − 1).
  // Cost: linear; ≥ 60 MB/s on real text once the vocabulary is warm.
  void analyze(std::string_view text, Analysis& out) const;

  // Names the rules above: an index is searched only with the rules it was built with.
  static std::string_view signature();

 private:
  CharacterTable characters_;
};

}  // namespace tracuu::text
