#include "core/document/citation/rank.h"

namespace tracuu::citation {
namespace {

constexpr int kAssembly = 4;
constexpr int kCommittee = 3;
constexpr int kGovernment = 2;
constexpr int kBelow = 1;

}  // namespace

int rank_of(std::string_view type, std::string_view key) {
  if (key.find("/UBTVQH") != std::string_view::npos || type == "Pháp lệnh") return kCommittee;
  if (key.find("/QH") != std::string_view::npos || type == "Luật" || type == "Bộ luật" ||
      type == "Hiến pháp") {
    return kAssembly;
  }
  for (const std::string_view end : {"-CP", "-TTG", "/CP", "/TTG", "/HDBT", "-HDBT", "-CTN"}) {
    if (key.ends_with(end)) return kGovernment;
  }
  if (type == "Nghị định") return kGovernment;
  return key.empty() ? 0 : kBelow;
}

}  // namespace tracuu::citation
