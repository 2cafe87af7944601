#include "indexer/extract/keywords.h"

#include <cstddef>

namespace tracuu::input {
namespace {

constexpr std::size_t kMaxKeywords = 100;
constexpr std::size_t kMaxKeywordBytes = 200;
constexpr std::string_view kBlanks = " \t\r\n\f\v";

}  // namespace

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string> split_keywords(std::string_view line) {
  std::vector<std::string> keywords;
  while (!line.empty() && keywords.size() < kMaxKeywords) {
    const std::size_t end = line.find_first_of(",;");
    const std::string_view keyword = trim(line.substr(0, end));
    if (!keyword.empty() && keyword.size() <= kMaxKeywordBytes) keywords.emplace_back(keyword);
    line = end == std::string_view::npos ? std::string_view() : line.substr(end + 1);
  }
  return keywords;
}

}  // namespace tracuu::input
