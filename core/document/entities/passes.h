// The readers of people, places and topics over words that are split once for all of them.
//
// `text` is in NFC and `words` are its own. Internal to core/document/entities.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/document/entities/places.h"
#include "core/document/entities/words.h"

namespace tracuu::entities {

std::vector<Person> people_of(std::string_view text, std::span<const Word> words);

std::vector<std::string> places_of(std::string_view text, std::span<const Word> words,
                                   const PlaceNames& names);

std::vector<std::string> topics_of(std::string_view title, std::span<const Word> body);

}  // namespace tracuu::entities
