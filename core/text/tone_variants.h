// Every way a toneless syllable can be written with marks.
//
//   tone_variants("so") gives so sò só sỏ sõ sọ sô sồ số … sơ … sợ: 18 forms
//   tone_variants("ki") gives ki kí kỉ … ky ký kỷ …: the toneless form of kỹ is "ki", too
//   tone_variants("dak") gives dak, đak, đắk …
//
// For matching a syllable typed without marks against toned terms, in phrases.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tracuu::text {

// Returns the canonical toned forms whose toneless form is `toneless`, itself first. For words of
// more than kMaxSyllableLetters letters only itself. Some ten forms for a syllable, at most a
// thousand or so for a foreign word.
std::vector<std::string> tone_variants(std::string_view toneless);

}  // namespace tracuu::text
