#include "searcher/rerank/feature.h"

namespace tracuu {
namespace {

constexpr std::array<std::string_view, kFeatures> kNames{
    "stage1",       "text_toned",   "text_pair",        "title_toned",
    "title_pair",   "title_triple", "title_phrase",     "title_share",
    "best_toned",   "best_pair",    "best_cover",       "best_pair_cover",
    "best_triple",  "best_rare",    "best_near",        "heading_toned",
    "heading_pair", "joint_cover",  "joint_pair_cover", "joint_rare",
    "second",       "text_cover",   "text_pair_cover",  "text_rare",
    "text_near",    "lead_toned",   "length",           "number",
    "named",        "legal_rank",   "in_force",         "recent"};

}  // namespace

std::string_view name_of(Feature feature) {
  return kNames[static_cast<std::size_t>(feature)];
}

}  // namespace tracuu
