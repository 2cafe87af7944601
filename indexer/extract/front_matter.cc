#include "indexer/extract/front_matter.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/extract/keywords.h"

namespace tracuu::input {
namespace {

constexpr std::size_t kMaxLines = 200;

constexpr std::array<std::string_view, 12> kTextFields = {
    "id",        "title",  "type",   "number", "agency", "date",
    "effective", "status", "signer", "source", "url",    "author"};
constexpr std::array<std::string_view, 2> kListFields = {"keywords", "access"};

// Takes the first line off `text` and returns it, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return line;
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

nlohmann::json list_of(std::string_view value) {
  if (value.starts_with('[') && value.ends_with(']')) value = value.substr(1, value.size() - 2);
  nlohmann::json list = nlohmann::json::array();
  for (const std::string& item : split_keywords(value)) list.push_back(without_quotes(item));
  return list;
}

// Puts one line into the record. `list` is the list field that `- item` lines belong to.
void read_line(std::string_view line, nlohmann::json& record, std::string& list) {
  const std::string_view text = trim(line);
  if (!list.empty() && text.starts_with("- ")) {
    record[list].push_back(without_quotes(trim(text.substr(2))));
    return;
  }
  list.clear();
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return;
  const std::string key(trim(text.substr(0, colon)));
  const std::string_view value = trim(text.substr(colon + 1));
  if (std::ranges::find(kTextFields, key) != kTextFields.end()) {
    record[key] = without_quotes(value);
  } else if (std::ranges::find(kListFields, key) != kListFields.end()) {
    record[key] = list_of(value);
    list = key;
  }
}

}  // namespace

FrontMatter read_front_matter(std::string_view markdown) {
  std::string_view rest = markdown;
  if (trim(take_line(rest)) != "---") return {{}, {}, markdown};
  nlohmann::json record = nlohmann::json::object();
  std::string list;
  for (std::size_t i = 0; i < kMaxLines && !rest.empty(); ++i) {
    const std::string_view line = take_line(rest);
    if (trim(line) == "---" || trim(line) == "...") {
      ParsedDocument parsed = document_from_json(record);
      return {std::move(parsed.document).value_or(Document{}), std::move(parsed.warnings), rest};
    }
    read_line(line, record, list);
  }
  return {{}, {}, markdown};  // a rule, not front matter
}

}  // namespace tracuu::input
