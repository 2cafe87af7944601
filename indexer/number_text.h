// Numbers as people write them: «12.400» and «8,1» in Vietnamese, "12,400" and "8.1" in English.

#pragma once

#include <cstdint>
#include <string>

#include "core/base/language.h"

namespace tracuu {

// Returns the number with its thousands set apart.
std::string grouped(std::uint64_t value, Language language);

std::string one_decimal(double value, Language language);

}  // namespace tracuu
