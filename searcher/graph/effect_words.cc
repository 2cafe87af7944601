// The words for being in force: of portals, of programs, of people.

#include <algorithm>
#include <array>

#include "core/text/fold.h"
#include "searcher/graph/effect.h"

namespace tracuu {
namespace {

struct GivenWords {
  std::string_view key;  // name_key()
  EffectStatus status;
};

// As portals write it, and the rest of shared/domain/vocab.tsv that says anything.
constexpr std::array kGivenWords = std::to_array<GivenWords>({
    {"con hieu luc", EffectStatus::kInForce},
    {"co hieu luc", EffectStatus::kInForce},
    {"dang co hieu luc", EffectStatus::kInForce},
    {"dang hieu luc", EffectStatus::kInForce},
    {"chua co hieu luc", EffectStatus::kNotYet},
    {"het hieu luc", EffectStatus::kExpired},
    {"het hieu luc toan bo", EffectStatus::kExpired},
    {"khong con hieu luc", EffectStatus::kExpired},
    {"khong con phu hop", EffectStatus::kExpired},
    {"het hieu luc mot phan", EffectStatus::kPartlyExpired},
    {"con hieu luc mot phan", EffectStatus::kPartlyExpired},
    {"ngung hieu luc mot phan", EffectStatus::kPartlyExpired},
    {"ngung hieu luc", EffectStatus::kPaused},
    {"tam ngung hieu luc", EffectStatus::kPaused},
    {"dinh chi", EffectStatus::kPaused},
    {"dinh chi hieu luc", EffectStatus::kPaused},
});

struct StatusName {
  std::string_view code;
  Bilingual label;
};

// By EffectStatus.
constexpr std::array<StatusName, kEffectStatuses> kNames = {
    {{"not_applicable", {"", ""}},
     {"not_yet", {"Chưa có hiệu lực", "Not yet in force"}},
     {"in_force", {"Còn hiệu lực", "In force"}},
     {"partly_expired", {"Hết hiệu lực một phần", "No longer in force in part"}},
     {"expired", {"Hết hiệu lực", "No longer in force"}},
     {"suspended", {"Ngưng hiệu lực", "Suspended"}},
     {"unknown", {"Chưa rõ hiệu lực", "Not known whether in force"}}}};

const StatusName& name_of(EffectStatus status) {
  return kNames[static_cast<std::size_t>(status)];
}

}  // namespace

std::optional<EffectStatus> given_status(std::string_view words) {
  constexpr std::size_t kMaxBytes = 200;
  constexpr std::string_view kDocument = "van ban ";
  std::string key = name_key(words.substr(0, kMaxBytes));
  if (key.starts_with(kDocument)) key.erase(0, kDocument.size());
  const auto found = std::ranges::find(kGivenWords, key, &GivenWords::key);
  return found == kGivenWords.end() ? std::nullopt : std::optional(found->status);
}

std::string_view effect_code(EffectStatus status) {
  return name_of(status).code;
}

std::optional<EffectStatus> effect_from_code(std::string_view code) {
  const auto found = std::ranges::find(kNames, code, &StatusName::code);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<EffectStatus>(found - kNames.begin());
}

std::string effect_label(EffectStatus status, Language language) {
  return std::string(name_of(status).label.in(language));
}

}  // namespace tracuu
