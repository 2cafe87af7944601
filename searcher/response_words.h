// What a response says of how the query was read, in words for people: for terminal and page.
//
//   {"abbreviation", "CĐS", "chuyển đổi số"}     «CĐS hoặc chuyển đổi số»
//   {"any_word", {}}                             «Không văn bản nào có đủ mọi từ; …»
//
// What stands in the query is put in as it is: make it harmless where it is shown.

#pragma once

#include <string>
#include <vector>

#include "core/base/language.h"
#include "searcher/response.h"

namespace tracuu {

// Returns each step in which the query was read in another way than it stands there.
std::vector<std::string> understood_words(const Response& response, Language language);

// Returns what was given up, as a sentence.
std::string relaxed_sentence(const Relaxed& relaxed, Language language);

}  // namespace tracuu
