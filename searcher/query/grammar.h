// The query language: one grammar, and the bounds within which it is read.
//
//   query  := any
//   any    := both ( OR both )*             OR binds loosest, for Vietnamese words have several
//   both   := all ( AND all )*              syllables: «quyết định OR nghị quyết»
//   all    := clause+                       side by side: a bag, the best documents have all of it
//   clause := [ '+' | '-' | NOT ] unit
//   unit   := near | field | operand | word*
//   near   := operand NEAR[/n] operand      at most n words apart
//   field  := name ':' value                value: word, word*, phrase, group
//   operand:= word | phrase | group         (a group beside NEAR holds words only: a phrase)
//   group  := '(' any ')'
//   phrase := '"' text '"'                  any of " “ ” „ ‟ « » ＂ opens, any of them closes
//
// A word is a run of anything but blanks (Unicode's, and control characters), quotes and round
// brackets: «749/QĐ-TTg» and «TT&TT» are words, the analyzer takes them apart. What makes a word
// something else:
//
//   +x -x      at the beginning of a clause and directly before a letter, a digit, '\', a quote
//              or a bracket: «kinh tế - xã hội», «01-NQ/TU» and «--» are plain
//   OR AND NOT NEAR NEAR/5          in capitals
//   HOẶC VÀ KHÔNG GẦN               likewise, but plain words where the words beside them are in
//              capitals too: «LUẬT BẢO VỆ VÀ PHÁT TRIỂN RỪNG» is a title (GẦN/5 is never plain)
//   x*         begins with a letter or digit, has no ':' and no other star
//   name:x     for the names of fields.h only: «8:30», «http://…» and «lưu ý: x» are plain
//   \x         the word x as plain text, whatever it looks like: «\OR», «\-5», «\số:»
//
// A sign or NOT directly before a word takes that one word: -"kinh tế", not -kinh tế.
// What the tree looks like is in ast.h; every bound here is also a bound of the printed tree, so
// that parse(print(tree)) == tree has no exception.

#pragma once

#include <cstddef>

namespace tracuu::query {

inline constexpr std::size_t kMaxQueryBytes = 8192;  // as typed, and as printed
inline constexpr std::size_t kMaxClauses = 256;      // runs of words, phrases, word*
inline constexpr std::size_t kMaxNesting = 32;       // brackets, and levels of the tree
inline constexpr std::size_t kMinPrefixLetters = 2;  // letters or digits before a star
inline constexpr int kDefaultNearDistance = 10;
inline constexpr int kMaxNearDistance = 100;

}  // namespace tracuu::query
