// Makes text harmless to show: nothing in a document can steer a terminal, a log or a reader's eye.
//
//   visible("a\x1b[31mb")        == "a�[31mb"        escape sequences
//   visible("gpj.\u202Eexe")     == "gpj.�exe"       direction overrides
//   visible("dòng 1\ndòng 2")    == "dòng 1\ndòng 2"
//
// Control characters (C0 but tab and line feed, DEL, C1), direction overrides and isolates, and
// malformed bytes become U+FFFD.

#pragma once

#include <string>
#include <string_view>

namespace tracuu::text {

enum class Lines {
  kKeep,  // tabs and line feeds stay
  kJoin,  // every run of blanks, tabs and line ends becomes one blank: for one-line output
};

// Returns the harmless text: well-formed UTF-8. Linear.
std::string visible(std::string_view text, Lines lines = Lines::kKeep);

// Whether the character must never reach a terminal as it is.
bool is_unsafe(char32_t c);

// Returns JSON text with every unsafe character as its \u escape: the same JSON, harmless to show.
// REQUIRES: `json` is well-formed UTF-8, and as JSON has them inside strings only.
std::string json_safe(std::string_view json);

}  // namespace tracuu::text
