// The two languages a person reads, and sentences written in both.
//
// Everything shown to a user exists as a Bilingual constant beside the code that shows it:
//
//   inline constexpr Bilingual kNoSuchPath{"không có đường dẫn '{0}'", "no such path '{0}'"};
//   say(kNoSuchPath, Language::kVietnamese, {"/srv/vb"}) == "không có đường dẫn '/srv/vb'"
//
// Logs are English and do not come through here.

#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tracuu {

enum class Language { kVietnamese, kEnglish };

// One sentence in both languages; {0} … {9} stand for arguments.
struct Bilingual {
  std::string_view vi;
  std::string_view en;

  std::string_view in(Language language) const {
    return language == Language::kVietnamese ? vi : en;
  }
};

// Returns the sentence with its arguments filled in. An argument that is missing leaves nothing.
std::string say(const Bilingual& sentence, Language language,
                std::span<const std::string> arguments);
std::string say(const Bilingual& sentence, Language language,
                std::initializer_list<std::string> arguments = {});

// Returns the language that `name` asks for: "vi", "en", or a locale such as "vi_VN.UTF-8".
// Nothing for any other language.
std::optional<Language> language_from_name(std::string_view name);

// Returns the language of the process's locale (LC_ALL, LC_MESSAGES, LANG, the first that is set
// decides), Vietnamese where that is neither English nor Vietnamese, as "C" and "POSIX" are not.
Language language_from_environment();

}  // namespace tracuu
