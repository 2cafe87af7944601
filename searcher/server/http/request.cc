#include "searcher/server/http/request.h"

#include <algorithm>
#include <optional>

#include "core/text/utf8.h"

namespace tracuu::http {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

enum class Plus { kIsPlus, kIsBlank };

std::variant<std::string, TargetProblem> decode(std::string_view escaped, Plus plus) {
  std::string text;
  text.reserve(escaped.size());
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] == '+' && plus == Plus::kIsBlank) {
      text += ' ';
    } else if (escaped[i] == '%') {
      if (escaped.size() - i < 3) return TargetProblem::kBadEscape;
      const auto high = hex_digit(escaped[i + 1]);
      const auto low = hex_digit(escaped[i + 2]);
      if (!high || !low) return TargetProblem::kBadEscape;
      text += static_cast<char>(*high << 4 | *low);
      i += 2;
    } else {
      if (escaped[i] == ' ') return TargetProblem::kBadEscape;
      text += escaped[i];
    }
  }
  if (text::count_malformed(text) > 0) return TargetProblem::kNotUtf8;
  const bool has_control = std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\r');
  });
  if (has_control) return TargetProblem::kControlCharacter;
  return text;
}

}  // namespace

std::variant<Target, TargetProblem> parse_target(std::string_view target) {
  if (target.size() > kMaxTargetBytes) return TargetProblem::kTooLong;
  if (!target.starts_with('/')) return TargetProblem::kNotAPath;
  target = target.substr(0, target.find('#'));
  const std::size_t mark = std::min(target.find('?'), target.size());
  auto path = decode(target.substr(0, mark), Plus::kIsPlus);
  if (const auto* problem = std::get_if<TargetProblem>(&path)) return *problem;
  Target result{std::get<std::string>(std::move(path)), {}};

  std::string_view rest = target.substr(std::min(mark + 1, target.size()));
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = decode(pair.substr(0, equals), Plus::kIsBlank);
    if (const auto* problem = std::get_if<TargetProblem>(&name)) return *problem;
    auto value = decode(pair.substr(std::min(equals + 1, pair.size())), Plus::kIsBlank);
    if (const auto* problem = std::get_if<TargetProblem>(&value)) return *problem;
    Parameter parameter{std::get<std::string>(std::move(name)),
                        std::get<std::string>(std::move(value))};
    if (parameter.name.empty() || parameter.value.empty()) continue;
    if (result.parameters.size() == kMaxParameters) return TargetProblem::kTooManyParameters;
    result.parameters.push_back(std::move(parameter));
  }
  return result;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string escaped(text.size() * 3, '\0');
  std::size_t size = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(c)) {
      escaped[size++] = c;
    } else {
      escaped[size++] = '%';
      escaped[size++] = kDigits[byte >> 4];
      escaped[size++] = kDigits[byte & 0xF];
    }
  }
  escaped.resize(size);
  return escaped;
}

std::string_view Request::parameter(std::string_view name) const {
  const auto found = std::ranges::find(target.parameters, name, &Parameter::name);
  return found == target.parameters.end() ? std::string_view() : found->value;
}

std::vector<std::string> Request::values(std::string_view name) const {
  std::vector<std::string> found;
  for (const Parameter& parameter : target.parameters) {
    if (parameter.name == name) found.push_back(parameter.value);
  }
  return found;
}

std::string_view Request::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : found->second;
}

}  // namespace tracuu::http
