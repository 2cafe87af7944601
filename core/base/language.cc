#include "core/base/language.h"

#include <array>
#include <cstdlib>

namespace tracuu {

std::string say(const Bilingual& sentence, Language language,
                std::span<const std::string> arguments) {
  const std::string_view pattern = sentence.in(language);
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool is_slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                         pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
    if (!is_slot) {
      out += pattern[i];
      continue;
    }
    const auto slot = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (slot < arguments.size()) out += arguments[slot];
    i += 2;
  }
  return out;
}

std::string say(const Bilingual& sentence, Language language,
                std::initializer_list<std::string> arguments) {
  return say(sentence, language, std::span<const std::string>(arguments.begin(), arguments.size()));
}

std::optional<Language> language_from_name(std::string_view name) {
  const std::string_view code = name.substr(0, name.find_first_of("_.@-"));
  if (code == "vi") return Language::kVietnamese;
  if (code == "en") return Language::kEnglish;
  return std::nullopt;
}

Language language_from_environment() {
  for (const char* variable : std::array{"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    return language_from_name(value).value_or(Language::kVietnamese);
  }
  return Language::kVietnamese;
}

}  // namespace tracuu
