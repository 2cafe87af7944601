// The rows of the dictionary's files, and what is wrong with the others.
//
//   abbreviations.tsv   abbr ⇥ expansion ⇥ field ⇥ use ⇥ note ⇥ source
//   synonyms.tsv, place_names.tsv   relation ⇥ terms ⇥ note ⇥ source      terms: "a; b; c"
//
// UTF-8, with or without a byte order mark, line ends of any kind. Lines beginning with '#', empty
// ones and the line of column names say nothing. A row that cannot be used is left out and
// reported: one slip never takes the dictionary away.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/language.h"

namespace tracuu {

inline constexpr std::size_t kMaxDictionaryFileBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxDictionaryLineBytes = 4096;
inline constexpr std::size_t kMaxTermsOfGroup = 16;
inline constexpr std::size_t kMaxDictionaryWarnings = 100;  // further ones are not kept

enum class RowFault {
  kFileUnreadable,  // line 0; the built-in file stands in
  kFileTooLarge,    // line 0; the rest is not read
  kLineTooLong,
  kMalformedText,
  kTooFewCells,
  kUnknownUse,
  kUnknownRelation,
  kTooFewTerms,
  kTooManyTerms,
  kUnusableTerm,  // no word in it, or too many; an abbreviation of one letter
};

struct DictionaryWarning {
  std::string file;      // "synonyms.tsv"
  std::size_t line = 0;  // from 1; 0: the whole file
  RowFault fault = RowFault::kFileUnreadable;
};

// Returns the sentence for a person, without a full stop.
std::string describe(const DictionaryWarning& warning, Language language);

struct AbbreviationRow {
  std::string_view abbreviation;
  std::string_view expansion;
  std::string_view note;
  bool both_ways = true;
  std::size_t line = 0;
};

enum class TermRelation { kSame, kNarrow, kNot };

struct GroupRow {
  TermRelation relation = TermRelation::kSame;
  std::vector<std::string_view> terms;  // at least two
  std::string_view note;
  std::size_t line = 0;
};

// Keeps the first kMaxDictionaryWarnings.
void warn(std::vector<DictionaryWarning>& warnings, std::string_view file, std::size_t line,
          RowFault fault);

// Return the rows of a file; views of `text`. Linear.
std::vector<AbbreviationRow> read_abbreviations(std::string_view file, std::string_view text,
                                                std::vector<DictionaryWarning>& warnings);
std::vector<GroupRow> read_groups(std::string_view file, std::string_view text,
                                  std::vector<DictionaryWarning>& warnings);

}  // namespace tracuu
