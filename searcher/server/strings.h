// What the page says, in both languages, from a file: «key <tab> Vietnamese <tab> English».
//
//   results.total	{0} văn bản	{0} documents
//
// {0} … {9} stand for arguments. Lines that are empty or begin with '#' are passed over.

#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "core/base/language.h"

namespace tracuu {

class Strings {
 public:
  // Throws kBadOption for a line that is none of the above; `name` is the file's.
  Strings(std::string_view name, std::string_view file);

  // Returns the sentence; the key itself where there is none, so that a gap is seen and not fatal.
  std::string say(std::string_view key, Language language,
                  std::initializer_list<std::string> arguments = {}) const;

  bool has(std::string_view key) const { return sentences_.contains(key); }

 private:
  struct Sentence {
    std::string vi;
    std::string en;
  };
  std::map<std::string, Sentence, std::less<>> sentences_;
};

}  // namespace tracuu
