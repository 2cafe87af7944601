#include "searcher/understand/typed_text.h"

#include <optional>
#include <utility>

#include "core/text/fold.h"
#include "core/text/legacy/repair.h"
#include "core/text/typing/raw_typing.h"
#include "core/text/word_form.h"

namespace tracuu {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(kBlanks); at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kBlanks, end);
  }
  return words;
}

std::string_view step_of(text::InputMethod method) {
  switch (method) {
    case text::InputMethod::kTelex:
      return "telex";
    case text::InputMethod::kVni:
      return "vni";
    case text::InputMethod::kViqr:
      return "viqr";
  }
  return "";
}

// How often the index has seen the word beside its neighbours; a little for the word alone.
double evidence(std::string_view before, std::string_view word, std::string_view after,
                const SyllableModel& model) {
  const auto id_of = [&](std::string_view text) -> std::optional<SyllableModel::Id> {
    if (text.empty()) return std::nullopt;
    const text::WordForm form = text::word_form(text);
    return model.find(form.toned, form.toneless);
  };
  const auto id = id_of(word);
  if (!id) return 0;
  constexpr double kAlone = 1e-3;
  double seen = kAlone * model.count(*id);
  if (const auto first = id_of(before)) seen += model.pair_count(*first, *id);
  if (const auto second = id_of(after)) seen += model.pair_count(*id, *second);
  return seen;
}

// The words as typed or as decoded. Of the neighbours the decoded reading is taken: ambiguous words
// seldom stand side by side.
std::vector<std::string_view> choose(const std::vector<std::string_view>& typed,
                                     const text::RawReading& reading, const SyllableModel& model) {
  const auto decoded = [&](std::size_t i) -> std::string_view {
    if (i >= typed.size()) return {};
    return reading.tokens[i].text.empty() ? typed[i] : std::string_view(reading.tokens[i].text);
  };
  std::vector<std::string_view> chosen;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    chosen.push_back(decoded(i));
    if (!reading.tokens[i].ambiguous || reading.tokens[i].text.empty()) continue;
    const std::string_view before = i == 0 ? std::string_view() : decoded(i - 1);
    const std::string_view after = decoded(i + 1);
    if (evidence(before, typed[i], after, model) > evidence(before, chosen[i], after, model)) {
      chosen[i] = typed[i];
    }
  }
  return chosen;
}

}  // namespace

TypedText read_typed_text(std::string_view query, const SyllableModel& model) {
  TypedText typed{std::string(query), {}};
  if (auto repaired = text::repair_short(query)) {
    typed.steps.push_back({"repair", typed.text, repaired->text});
    typed.text = std::move(repaired->text);
    return typed;
  }
  const std::vector<std::string_view> words = split_at_blanks(query);
  // Numbers and compounds say nothing about the input method: the Đ of 15/2020/NĐ-CP was copied.
  std::vector<std::string_view> judged = words;
  for (std::string_view& word : judged) {
    if (word.find_first_of("/&") != std::string_view::npos) word = {};
  }
  const text::RawReading reading = text::read_raw_typing(judged);
  if (!reading.method) return typed;
  std::string text;
  for (const std::string_view word : choose(words, reading, model)) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  if (text == typed.text) return typed;
  typed.steps.push_back({std::string(step_of(*reading.method)), typed.text, text});
  typed.text = std::move(text);
  return typed;
}

}  // namespace tracuu
