// What was typed, when the keyboard or the clipboard wrote something else.
//
//   «QuyÕt ®Þnh»         Quyết định      pasted from a file in TCVN3
//   «nghij quyeets»      nghị quyết      Telex keys, the input method was off
//   «"nghi5 quye6t1"»    "nghị quyết"    VNI keys; operators and quotes stay
//
// Works on the whole query before it is parsed: « and “ are letters in TCVN3, ( and ? are marks in
// VIQR.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/index/syllable_model.h"
#include "searcher/response.h"

namespace tracuu {

struct TypedText {
  std::string text;               // to be parsed
  std::vector<Understood> steps;  // "repair", "telex", "vni", "viqr"; empty: the text is as typed
};

// Returns what was meant. Where a raw word has an ordinary reading as well («test», «too»), what
// the index knows beside its neighbours decides. Cost: some microseconds a word.
TypedText read_typed_text(std::string_view query, const SyllableModel& model);

}  // namespace tracuu
