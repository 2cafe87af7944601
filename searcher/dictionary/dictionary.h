// Abbreviations, synonyms and place-name variants, from plain text files.
//
//   "UBND tỉnh Dak Lak"   UBND: "Ủy ban nhân dân" · Dak Lak: "Đắk Lắk", "Đăk Lăk" …
//   "BAN CHỈ ĐẠO CĐS"     BAN CHỈ ĐẠO: "BCĐ" · CĐS: "chuyển đổi số"
//   "CT số 5"             CT: "chỉ thị", "chương trình", "chủ tịch" …: ambiguous
//
// The files lie in a folder that an administrator edits; the index knows nothing of them. What a
// row means stands at the head of each file in data/. How words are matched:
//
//  - An abbreviation is typed in capitals (UBND, TT&TT, KT XH, HDND for HĐND), exactly as in the
//    file (CTr), or in small letters when no Vietnamese syllable is spelt so (ubnd). In a title in
//    capitals, and in document numbers (37/KH-UBND), syllables and symbols are no abbreviations.
//  - Other terms are matched in any case, with marks or without, but a mark typed is respected. A
//    term of one syllable needs a mark or a capital.
//  - Leftmost first, then longest; what was matched is not matched again.

#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/dictionary/alternative.h"
#include "searcher/dictionary/rows.h"
#include "searcher/dictionary/words.h"

namespace tracuu {

class TermTable;

inline constexpr std::size_t kMaxQueryExpansions = 16;

// The content of the three files.
struct DictionaryFiles {
  std::string_view abbreviations;
  std::string_view synonyms;
  std::string_view place_names;

  // Returns the files of data/ as they were when the program was built.
  static DictionaryFiles built_in();
};

// Immutable after construction; safe from any thread. Movable only.
class Dictionary {
 public:
  // Reads abbreviations.tsv, synonyms.tsv and place_names.tsv in `folder`; the built-in ones stand
  // in for those that are missing or cannot be read, and for all three when `folder` is empty.
  // Never throws on what it reads. Cost: some milliseconds.
  static Dictionary load(const std::filesystem::path& folder);

  // Reads the content of files. Keeps no view of it.
  explicit Dictionary(const DictionaryFiles& files);
  ~Dictionary();
  Dictionary(Dictionary&&) noexcept;
  Dictionary& operator=(Dictionary&&) noexcept;

  // Returns what may stand for words of a query: at most kMaxQueryExpansions, in order, not
  // overlapping. Cost: linear; some hash look-ups a word.
  std::vector<Expansion> find(std::span<const DictionaryWord> words) const;

  // The rows that were left out.
  const std::vector<DictionaryWarning>& warnings() const { return warnings_; }

 private:
  std::vector<DictionaryWarning> warnings_;
  std::unique_ptr<const TermTable> terms_;
};

}  // namespace tracuu
