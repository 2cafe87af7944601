// What can be wrong with the encoding of a text, named for reports.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tracuu::text {

enum class RepairKind : std::uint8_t {
  kMojibake,        // UTF-8 read as cp1252 or Latin-1: "nghá»‹ quyáº¿t"
  kTcvn3,           // "nghÞ quyÕt"
  kVni,             // "nghò quyeát"
  kWindows1258,     // "nghiò quyêìt"
  kViscii,          // "ngh¸ quyªt"
  kVps,             // "nghÎ quy‰t"
  kDoubleMojibake,  // "nghÃ¡Â»â€¹ quyÃ¡ÂºÂ¿t"
  kVniDamage,       // Unicode once more through a VNI converter: "khơng cĩ"
};

// The kinds that a decoder undoes, in the order that breaks ties.
inline constexpr std::array<RepairKind, 7> kDecodedKinds{
    RepairKind::kMojibake, RepairKind::kTcvn3, RepairKind::kVni,           RepairKind::kWindows1258,
    RepairKind::kViscii,   RepairKind::kVps,   RepairKind::kDoubleMojibake};
inline constexpr std::size_t kRepairKinds = 8;

// Returns the stable name for reports and JSON: "tcvn3", "vni", "vps", "viscii", "windows-1258",
// "mojibake", "double-mojibake", "vni-damage".
std::string_view repair_code(RepairKind kind);

// Returns the name for readers: "TCVN3 (ABC)", "VNI Windows", …
std::string_view repair_label(RepairKind kind);

}  // namespace tracuu::text
