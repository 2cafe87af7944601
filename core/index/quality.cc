#include "core/index/quality.h"

#include <algorithm>

#include "core/index/schema.h"
#include "core/text/legacy/repair_kind.h"

namespace tracuu {

void add_quality_values(const Document& document, Xapian::Document& target) {
  if (document.text_quality >= 0) {
    target.add_value(schema::kQualitySlot, Xapian::sortable_serialise(document.text_quality));
  }
  std::string codes;
  for (const EncodingRepair& repair : document.repairs) {
    codes.append(codes.empty() ? "" : ",").append(repair.kind);
  }
  if (document.damaged) codes.append(codes.empty() ? "" : ",").append(kDamagedCode);
  if (!codes.empty()) target.add_value(schema::kRepairsSlot, codes);
}

std::vector<std::string> repair_codes(std::string_view value) {
  std::vector<std::string> codes;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    codes.emplace_back(value.substr(0, comma));
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return codes;
}

std::string_view repair_name(std::string_view code) {
  for (std::size_t i = 0; i < text::kRepairKinds; ++i) {
    const auto kind = static_cast<text::RepairKind>(i);
    if (text::repair_code(kind) == code) return text::repair_label(kind);
  }
  return code;
}

std::string percent(double share) {
  // 0.58 · 100 is 57.99…
  constexpr double kRounding = 1e-9;
  return std::to_string(static_cast<int>(share * 100 + kRounding)) + " %";
}

}  // namespace tracuu
