// Command line options on CLI11, with our sentences in two languages.
//
// CLI11 splits the arguments and lays out the help; values are taken as text and checked here, so
// that a mistake is told in the user's language:
//
//   tùy chọn --limit: giá trị 'mười' không hợp lệ; chấp nhận: 0 … 1000

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "core/base/language.h"
#include "core/program/program.h"

namespace tracuu {

class OptionParser {
 public:
  OptionParser(const Program& program, const Bilingual& description, const std::string& usage);

  void flag(const std::string& names, bool& target, const Bilingual& help);
  void value(const std::string& names, std::string& target, const std::string& placeholder,
             const Bilingual& help);
  void values(const std::string& names, std::vector<std::string>& target,
              const std::string& placeholder, const Bilingual& help);
  void positionals(const std::string& name, std::vector<std::string>& target,
                   const Bilingual& help);

  // Lines shown below the options.
  void footer(const Bilingual& text);

  // Reads the arguments. Returns the help text when that was asked for, nothing otherwise.
  // Throws kOptionUnknown, kValueMissing, and kBadOption for a value of a flag.
  std::optional<std::string> parse();

 private:
  const CLI::Option* find(const std::string& argument) const;

  const Program& program_;
  CLI::App app_;
  std::string language_;  // --lang, which run_program() has read already
};

// Returns the number that an option's value spells. Throws kBadOption.
std::size_t number_option(const std::string& name, const std::string& value, std::size_t most);

}  // namespace tracuu
