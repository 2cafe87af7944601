#include "core/text/legacy/repair_kind.h"

namespace tracuu::text {
namespace {

struct Names {
  std::string_view code;
  std::string_view label;
};
// In the order of RepairKind.
constexpr std::array<Names, kRepairKinds> kNames{{
    {"mojibake", "UTF-8 read as cp1252"},
    {"tcvn3", "TCVN3 (ABC)"},
    {"vni", "VNI Windows"},
    {"windows-1258", "Windows-1258"},
    {"viscii", "VISCII"},
    {"vps", "VPS"},
    {"double-mojibake", "UTF-8 read as cp1252 twice"},
    {"vni-damage", "Unicode through a VNI converter"},
}};

}  // namespace

std::string_view repair_code(RepairKind kind) {
  return kNames[static_cast<std::size_t>(kind)].code;
}

std::string_view repair_label(RepairKind kind) {
  return kNames[static_cast<std::size_t>(kind)].label;
}

}  // namespace tracuu::text
