// Completions and suggestions as JSON and as text.
//
//   {"version":1,"completions":[{"text","kind","documents","date","id"}…]}
//   {"version":1,"suggestions":[{"text"}…]}
//
// Kinds are "title", "number", "agency", "phrase": names for programs, never translated; dates are
// ISO, empty where unknown, ids empty but for what stands for one document. As text it is one a
// line, for people with the kind and the documents behind it.

#pragma once

#include <string>
#include <vector>

#include "core/base/language.h"
#include "searcher/complete/completion.h"
#include "searcher/complete/suggest.h"

namespace tracuu {

enum class CompletionLines {
  kPlain,     // the text alone: for programs
  kWithKind,  // for people
};

// Returns one line of JSON. Control and direction characters are escaped.
std::string to_json(const std::vector<Completion>& completions);
std::string to_json(const std::vector<Suggestion>& suggestions);

// Returns one line for each, harmless to show.
std::string to_text(const std::vector<Completion>& completions, CompletionLines lines,
                    Language language);
std::string to_text(const std::vector<Suggestion>& suggestions);

}  // namespace tracuu
