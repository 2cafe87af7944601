#include "core/index/learned_counts.h"

#include "core/index/syllable_model.h"

namespace tracuu {
namespace {

std::filesystem::path file_of(const std::filesystem::path& generation, const std::string& name) {
  return generation / SyllableModel::file_name(name);
}

SyllableCounts counts_of(const std::filesystem::path& generation, const std::string& name) {
  SyllableCounts counts;
  counts.merge(SyllableModel(generation, name));
  return counts;
}

}  // namespace

SyllableCounts* LearnedCounts::of(const std::string& access_class) {
  const auto known = by_class_.find(access_class);
  if (known != by_class_.end()) return &known->second;
  if (by_class_.size() >= kMaxLearnedClasses) return nullptr;
  return &by_class_[access_class];
}

void LearnedCounts::merge(const LearnedCounts& other) {
  for (const auto& [name, counts] : other.by_class_) {
    if (SyllableCounts* const own = of(name)) own->merge(counts);
  }
}

void LearnedCounts::write(const std::filesystem::path& generation) const {
  if (!by_class_.contains("")) SyllableCounts().write(file_of(generation, ""));
  for (const auto& [name, counts] : by_class_) counts.write(file_of(generation, name));
}

void LearnedCounts::add_to(const std::filesystem::path& generation) const {
  for (const auto& [name, added] : by_class_) {
    if (added.empty()) continue;
    SyllableCounts counts = counts_of(generation, name);
    counts.merge(added);
    counts.write(file_of(generation, name));
  }
}

void LearnedCounts::take_from(const std::filesystem::path& generation) const {
  for (const auto& [name, taken] : by_class_) {
    SyllableCounts counts = counts_of(generation, name);
    if (counts.empty()) continue;
    counts.subtract(taken);
    counts.write(file_of(generation, name));
  }
}

}  // namespace tracuu
