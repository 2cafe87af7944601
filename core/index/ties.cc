#include "core/index/ties.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "core/document/citation/resolve.h"
#include "core/document/doctype.h"
#include "core/document/number.h"
#include "core/document/outline/outline.h"

namespace tracuu {
namespace {

// Characters that no text of ours has.
constexpr char kFieldEnd = '\x1f';
constexpr char kTieEnd = '\x1e';

constexpr std::string EffectTie::*kTexts[] = {
    &EffectTie::key,  &EffectTie::type, &EffectTie::date, &EffectTie::agency,
    &EffectTie::part, &EffectTie::from, &EffectTie::place};

// Acts that are cited by their names.
constexpr std::array kNamedTypes =
    std::to_array<std::string_view>({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"});

std::string_view take_field(std::string_view& rest, char end) {
  const std::size_t at = std::min(rest.find(end), rest.size());
  const std::string_view field = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return field;
}

}  // namespace

std::string citation_key(const Citation& citation) {
  if (!citation.key.empty()) return citation.key;
  if (citation.name.empty()) return {};
  return "=" + law_name_key(citation.type, citation.name);
}

bool is_named_type(std::string_view type) {
  return std::ranges::find(kNamedTypes, type) != kNamedTypes.end();
}

std::string name_tie_key(const Document& document) {
  const std::string type = canonical_type(document.type);
  if (!is_named_type(type)) return {};
  const std::string key =
      law_name_key(type, document.subject.empty() ? document.title : document.subject);
  // «Luật» and nothing else is no name.
  return key.empty() || key.ends_with('|') ? std::string() : "=" + key;
}

std::vector<std::string> own_keys(const Document& document) {
  std::vector<std::string> keys;
  for (std::string key : {number_key(document.number), name_tie_key(document)}) {
    if (!key.empty()) keys.push_back(std::move(key));
  }
  return keys;
}

std::vector<EffectTie> effect_ties(const Document& document) {
  std::vector<EffectTie> ties;
  std::optional<Outline> outline;
  for (const Citation& citation : document.citations) {
    if (!changes_effect(citation.relation) || citation.subject != kNoSubject) continue;
    std::string key = citation_key(citation);
    if (key.empty() || ties.size() == kMaxEffectTies) continue;
    if (!outline) outline = find_outline(document.body);
    const OutlineNode* article = node_at(*outline, citation.offset, {OutlineKind::kArticle});
    EffectTie tie{citation.relation, std::move(key), citation.type, citation.date,
                  citation.agency,   citation.part,  citation.from, {}};
    if (article != nullptr) tie.place = article->label;
    ties.push_back(std::move(tie));
  }
  return ties;
}

std::string encode_effect_ties(const std::vector<EffectTie>& ties) {
  std::string value;
  for (const EffectTie& tie : ties) {
    value += std::to_string(static_cast<int>(tie.relation));
    for (const auto text : kTexts) {
      value += kFieldEnd;
      for (const char c : tie.*text) value += c == kFieldEnd || c == kTieEnd ? ' ' : c;
    }
    value += kTieEnd;
  }
  return value;
}

std::vector<EffectTie> decode_effect_ties(std::string_view value) {
  std::vector<EffectTie> ties;
  while (!value.empty()) {
    std::string_view row = take_field(value, kTieEnd);
    const std::string_view relation = take_field(row, kFieldEnd);
    int number = -1;
    std::from_chars(relation.data(), relation.data() + relation.size(), number);
    if (number < 0 || number > static_cast<int>(Relation::kImplements)) continue;
    EffectTie tie;
    tie.relation = static_cast<Relation>(number);
    for (const auto text : kTexts) tie.*text = take_field(row, kFieldEnd);
    ties.push_back(std::move(tie));
  }
  return ties;
}

}  // namespace tracuu
