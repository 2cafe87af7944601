#include "searcher/graph/relation_words.h"

#include <array>
#include <utility>

#include "core/document/letter_case.h"
#include "searcher/graph/day.h"

namespace tracuu {
namespace {

struct RelationWords {
  Relation relation;
  Bilingual does;
  Bilingual acted;
};

constexpr std::array kWords = std::to_array<RelationWords>({
    {Relation::kRefersTo, {"Dẫn chiếu", "Refers to"}, {"Dẫn chiếu trong", "Referred to by"}},
    {Relation::kBasedOn, {"Căn cứ", "Based on"}, {"Căn cứ của", "Basis of"}},
    {Relation::kAmends, {"Sửa đổi, bổ sung", "Amends"}, {"Sửa đổi, bổ sung bởi", "Amended by"}},
    {Relation::kSupplements, {"Bổ sung", "Supplements"}, {"Bổ sung bởi", "Supplemented by"}},
    {Relation::kReplaces, {"Thay thế", "Replaces"}, {"Thay thế bởi", "Replaced by"}},
    {Relation::kRepeals, {"Bãi bỏ", "Repeals"}, {"Bãi bỏ bởi", "Repealed by"}},
    {Relation::kSuspends, {"Đình chỉ", "Suspends"}, {"Đình chỉ bởi", "Suspended by"}},
    {Relation::kPauses, {"Ngưng hiệu lực", "Pauses"}, {"Ngưng hiệu lực bởi", "Paused by"}},
    {Relation::kGuides,
     {"Hướng dẫn, quy định chi tiết", "Guides"},
     {"Hướng dẫn, quy định chi tiết bởi", "Guided by"}},
    {Relation::kConsolidates, {"Hợp nhất", "Consolidates"}, {"Hợp nhất trong", "Consolidated by"}},
    {Relation::kCorrects, {"Đính chính", "Corrects"}, {"Đính chính bởi", "Corrected by"}},
    {Relation::kImplements, {"Thực hiện", "Carries out"}, {"Thực hiện bởi", "Carried out by"}},
});

const RelationWords& words_of(Relation relation) {
  for (const RelationWords& words : kWords) {
    if (words.relation == relation) return words;
  }
  return kWords.front();
}

constexpr Bilingual kSince{"từ {0}", "from {0}"};
constexpr Bilingual kEffective{"có hiệu lực từ {0}", "in force from {0}"};
constexpr Bilingual kExpires{"có hiệu lực đến hết {0}", "in force until {0}"};
constexpr Bilingual kIssued{"ban hành ngày {0}", "issued on {0}"};
constexpr Bilingual kGiven{"theo nguồn cung cấp văn bản", "as the document's source says"};

std::string tie_line(const EffectReason& reason, const std::string& acting, Language language) {
  std::string line = small_letters(acted_label(reason.tie.relation, language)) + " " + acting;
  if (!reason.tie.part.empty()) line = reason.tie.part + " " + line;
  if (!reason.tie.place.empty()) line += ", " + reason.tie.place;
  if (reason.since) line += ", " + say(kSince, language, {day_for_people(*reason.since)});
  return line;
}

}  // namespace

std::string relation_label(Relation relation, Language language) {
  return std::string(words_of(relation).does.in(language));
}

std::string acted_label(Relation relation, Language language) {
  return std::string(words_of(relation).acted.in(language));
}

std::string reason_line(const EffectReason& reason, const std::string& acting, Language language) {
  const std::string day = reason.since ? day_for_people(*reason.since) : std::string();
  switch (reason.kind) {
    case EffectReason::Kind::kTie:
      return tie_line(reason, acting, language);
    case EffectReason::Kind::kEffective:
      return say(kEffective, language, {day});
    case EffectReason::Kind::kExpires:
      return say(kExpires, language, {day});
    case EffectReason::Kind::kIssued:
      return say(kIssued, language, {day});
    case EffectReason::Kind::kGiven:
      return std::string(kGiven.in(language));
  }
  return {};
}

}  // namespace tracuu
