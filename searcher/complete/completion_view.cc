#include "searcher/complete/completion_view.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/text/visible.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

constexpr Bilingual kTitle{"tiêu đề", "title"};
constexpr Bilingual kNumber{"số văn bản", "number"};
constexpr Bilingual kAgency{"cơ quan", "agency"};
constexpr Bilingual kPhrase{"cụm từ", "phrase"};
constexpr Bilingual kBehind{"{0}  ({1}, {2} văn bản)", "{0}  ({1}, {2} documents)"};

std::string_view name_of(Completion::Kind kind) {
  switch (kind) {
    case Completion::Kind::kTitle:
      return "title";
    case Completion::Kind::kNumber:
      return "number";
    case Completion::Kind::kAgency:
      return "agency";
    case Completion::Kind::kPhrase:
      return "phrase";
  }
  return "";
}

const Bilingual& label_of(Completion::Kind kind) {
  switch (kind) {
    case Completion::Kind::kTitle:
      return kTitle;
    case Completion::Kind::kNumber:
      return kNumber;
    case Completion::Kind::kAgency:
      return kAgency;
    case Completion::Kind::kPhrase:
      return kPhrase;
  }
  return kPhrase;
}

// "2020-06-03" for 20200603.
std::string iso_of(std::int32_t yyyymmdd) {
  if (yyyymmdd <= 0) return {};
  std::string digits = std::to_string(yyyymmdd);
  digits.insert(0, 8 - std::min<std::size_t>(digits.size(), 8), '0');
  return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6, 2);
}

std::string one_line(std::string_view text) {
  return text::visible(text, text::Lines::kJoin);
}

std::string dump(const Json& json) {
  return text::json_safe(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

std::string to_json(const std::vector<Completion>& completions) {
  Json json;
  json["version"] = 1;
  json["completions"] = Json::array();
  for (const Completion& completion : completions) {
    json["completions"].push_back({{"text", completion.text},
                                   {"kind", name_of(completion.kind)},
                                   {"documents", completion.documents},
                                   {"date", iso_of(completion.latest)},
                                   {"id", completion.id}});
  }
  return dump(json);
}

std::string to_json(const std::vector<Suggestion>& suggestions) {
  Json json;
  json["version"] = 1;
  json["suggestions"] = Json::array();
  for (const Suggestion& suggestion : suggestions) {
    json["suggestions"].push_back({{"text", suggestion.text}});
  }
  return dump(json);
}

std::string to_text(const std::vector<Completion>& completions, CompletionLines lines,
                    Language language) {
  std::string text;
  for (const Completion& completion : completions) {
    const std::string line = one_line(completion.text);
    text += lines == CompletionLines::kPlain
                ? line
                : say(kBehind, language,
                      {line, std::string(label_of(completion.kind).in(language)),
                       std::to_string(completion.documents)});
    text += '\n';
  }
  return text;
}

std::string to_text(const std::vector<Suggestion>& suggestions) {
  std::string text;
  for (const Suggestion& suggestion : suggestions) text += one_line(suggestion.text) + '\n';
  return text;
}

}  // namespace tracuu
