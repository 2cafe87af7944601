// Words that names of agencies are made of. Internal to core/document.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

// Returns name_key(name). By a table of the letters of Vietnamese, ten times as fast.
std::string quick_name_key(std::string_view name);

// A word of a name and the key it is compared by.
struct NameWord {
  std::string text;  // "HÓA,"
  std::string key;   // "hoa"; empty for a dash
};

// Returns the words between blanks, at most kMaxNameWords of them.
inline constexpr std::size_t kMaxNameWords = 60;
std::vector<NameWord> name_words(std::string_view name);

// Returns the keys of the words `first` … `last` - 1 with one blank between.
std::string joined_keys(const std::vector<NameWord>& words, std::size_t first, std::size_t last);

// Writes abbreviations out: «UBND», «TP», and behind Bộ, Sở, Phòng what they are in charge of:
// «TT&TT», «LĐTBXH». Both take and give name keys.
std::string expanded_key(std::string_view key);

// Returns what an abbreviation at the beginning of a name stands for ("Ủy ban nhân dân"), empty
// if `key` is none.
std::string_view leading_abbreviation(std::string_view key);

}  // namespace tracuu
