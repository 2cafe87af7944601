#include "core/program/options.h"

#include <algorithm>
#include <charconv>
#include <memory>

#include "core/base/error.h"

namespace tracuu {
namespace {

constexpr Bilingual kHelp{"in trợ giúp này rồi thoát", "print this help and exit"};
constexpr Bilingual kLanguage{"ngôn ngữ của thông báo: vi, en (mặc định theo locale)",
                              "language of messages: vi, en (default: the locale's)"};
constexpr Bilingual kUsage{"Cách dùng", "Usage"};
constexpr Bilingual kOptions{"Tùy chọn", "Options"};
constexpr Bilingual kPositionals{"Tham số", "Arguments"};
constexpr Bilingual kNoValue{"tùy chọn này không có giá trị", "this option has no value"};

constexpr std::size_t kOptionColumn = 34;

// CLI11's layout with our own usage line, and our heading over the options: CLI11 takes the name of
// their group for it, not the label "Options".
class Layout : public CLI::Formatter {
 public:
  Layout(std::string usage, std::string options_heading)
      : usage_(std::move(usage)), options_heading_(std::move(options_heading)) {}
  std::string make_usage(const CLI::App* /*app*/, std::string /*name*/) const override {
    return usage_ + "\n";
  }
  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    return Formatter::make_group(is_positional ? group : options_heading_, is_positional,
                                 std::move(options));
  }

 private:
  std::string usage_;
  std::string options_heading_;
};

}  // namespace

OptionParser::OptionParser(const Program& program, const Bilingual& description,
                           const std::string& usage)
    : program_(program), app_(std::string(description.in(program.language))) {
  const Language language = program.language;
  app_.set_help_flag("-h,--help", std::string(kHelp.in(language)));
  const auto formatter = std::make_shared<Layout>(std::string(kUsage.in(language)) + ": " + usage,
                                                  std::string(kOptions.in(language)));
  formatter->column_width(kOptionColumn);
  formatter->label("Positionals", std::string(kPositionals.in(language)));
  app_.formatter(formatter);
  value("--lang", language_, "vi|en", kLanguage);
}

void OptionParser::flag(const std::string& names, bool& target, const Bilingual& help) {
  app_.add_flag(names, target, std::string(help.in(program_.language)));
}

void OptionParser::value(const std::string& names, std::string& target,
                         const std::string& placeholder, const Bilingual& help) {
  app_.add_option(names, target, std::string(help.in(program_.language)))
      ->option_text(placeholder)
      ->take_last();
}

void OptionParser::values(const std::string& names, std::vector<std::string>& target,
                          const std::string& placeholder, const Bilingual& help) {
  app_.add_option(names, target, std::string(help.in(program_.language)))
      ->option_text(placeholder)
      ->allow_extra_args(false)
      ->take_all();
}

void OptionParser::positionals(const std::string& name, std::vector<std::string>& target,
                               const Bilingual& help) {
  app_.add_option(name, target, std::string(help.in(program_.language)))->option_text("...");
}

void OptionParser::footer(const Bilingual& text) {
  app_.footer(std::string(text.in(program_.language)));
}

// The option that an argument names, as "--limit" and "--limit=5" do; null for any other.
const CLI::Option* OptionParser::find(const std::string& argument) const {
  if (argument.size() < 2 || argument.front() != '-') return nullptr;
  return app_.get_option_no_throw(argument.substr(0, argument.find('=')));
}

std::optional<std::string> OptionParser::parse() {
  std::vector<std::string> reversed(program_.arguments.rbegin(), program_.arguments.rend());
  try {
    app_.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    return app_.help();
  } catch (const CLI::ExtrasError&) {
    const auto is_unknown = [this](const std::string& argument) {
      return argument.size() > 1 && argument.front() == '-' && find(argument) == nullptr;
    };
    const auto unknown = std::ranges::find_if(program_.arguments, is_unknown);
    throw Error(ErrorCode::kOptionUnknown,
                {unknown == program_.arguments.end() ? std::string() : *unknown});
  } catch (const CLI::ParseError& error) {
    // What follows an option is its value, whatever it looks like: only the last can lack one.
    const std::string last = program_.arguments.empty() ? "" : program_.arguments.back();
    if (last.find('=') == std::string::npos && find(last) != nullptr) {
      throw Error(ErrorCode::kValueMissing, {last});
    }
    for (const std::string& argument : program_.arguments) {
      const std::size_t equals = argument.find('=');
      if (equals == std::string::npos || find(argument) == nullptr) continue;
      throw Error(ErrorCode::kBadOption, {argument.substr(0, equals), argument.substr(equals + 1),
                                          std::string(kNoValue.in(program_.language))});
    }
    throw Error(ErrorCode::kOptionUnknown, {error.what()});
  }
  return std::nullopt;
}

std::size_t number_option(const std::string& name, const std::string& value, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number > most) {
    throw Error(ErrorCode::kBadOption, {name, value, "0 … " + std::to_string(most)});
  }
  return number;
}

}  // namespace tracuu
