#include "core/document/head_builder.h"

#include <algorithm>
#include <array>

namespace tracuu {
namespace {

struct Share {
  std::string_view rule;
  std::string_view field;  // empty: all that are not named
  double right;
};

// Measured by tests/document/extraction_run on congbao (403 documents) and vlc (109 laws); from
// signing and closing.date on phapdien (4,256 bodies); head.symbol on the numbers of Bình Dương
// (355); file.name on the names of congbao's pages (401). A rule that was right r times of n has
// (r + 1) / (n + 2), at most 0.99, so that few readings do not make it sure; what the
// collections never show has 1/2.
constexpr double kUnmeasured = 0.5;
constexpr std::array kShares = std::to_array<Share>({
    {rules::kHeadNumber, "", 0.99},        // 416 of 416: where the metadata differ, they are cut
    {rules::kHeadType, "", 0.99},          // 427 of 427
    {rules::kHeadType, "agency", 0.83},    // 4 of 4
    {rules::kHeadAgency, "", 0.99},        // 418 of 419
    {rules::kHeadDate, "", 0.99},          // 401 of 401
    {rules::kHeadSubject, "", 0.99},       // 388 of 389
    {rules::kHeadSymbol, "", 0.99},        // 355 of 355
    {rules::kHeadLetter, "", 0.80},        // 3 of 3 in data/sample
    {rules::kHeadMark, "", 0.67},          // 1 of 1 in data/sample
    {rules::kHeadDisplaced, "", 0.83},     // 4 of 4
    {rules::kHeadContinued, "", 0.67},     // 1 of 1
    {rules::kHeadConsolidated, "", 0.97},  // 73 of 73: one is a Bộ luật to the metadata alone
    {rules::kHeadConsolidated, "agency", 0.75},  // 2 of 2
    {rules::kCertificate, "", 0.99},             // 77 of 77
    {rules::kEnacting, "", 0.80},                // 3 of 3
    {rules::kFootSignature, "", 0.99},           // 459 of 461
    {rules::kFootDate, "", 0.93},                // 13 of 13
    {rules::kAnnex, "", kUnmeasured},
    {rules::kClosingDate, "", 0.99},     // 3358 of 3360
    {rules::kClosingSigning, "", 0.98},  // 244 of 250
    {rules::kClosingPassed, "", 0.75},   // 2 of 2
    {rules::kPortal, "", kUnmeasured},
    {rules::kStamp, "", kUnmeasured},
    {rules::kFileName, "", 0.99},  // 399 of 401
});

// Ð (U+00D0), which fonts show as Đ.
void replace_look_alikes(std::string& text) {
  constexpr std::string_view kEth = "\u00D0";
  for (std::size_t at = text.find(kEth); at != std::string::npos; at = text.find(kEth, at)) {
    text.replace(at, kEth.size(), "Đ");
  }
}

}  // namespace

double share_of_rule(std::string_view rule, std::string_view field) {
  double share = 0;
  for (const Share& row : kShares) {
    if (row.rule != rule) continue;
    if (row.field == field) return row.right;
    if (row.field.empty()) share = row.right;
  }
  return share;
}

void HeadBuilder::put(const HeadField& field, std::string_view rule, const HeadValue& value) {
  std::string& member = head_.*field.member;
  if (!member.empty() || value.empty()) return;
  member = value.value;
  replace_look_alikes(member);
  witness(field.name, rule, value.where);
}

void HeadBuilder::witness(std::string_view field, std::string_view rule, std::string_view where) {
  const std::size_t offset =
      where.empty() ? 0 : static_cast<std::size_t>(where.data() - body_.data());
  head_.evidence.push_back(
      {std::string(field), std::string(rule), offset, where.size(), share_of_rule(rule, field)});
}

}  // namespace tracuu
