#include "searcher/understand/place_reference.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

// «điểm a khoản 2 Điều 5 Mục 1 Chương II»
constexpr std::size_t kMaxPlaceWords = 10;
constexpr std::size_t kMaxQueryWords = 64;

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::size_t at = 0;
  while (words.size() < kMaxQueryWords) {
    while (const std::size_t blank = scan::blank_length(text, at)) at += blank;
    const std::size_t begin = at;
    while (at < text.size() && scan::blank_length(text, at) == 0) ++at;
    if (at == begin) break;
    words.push_back({begin, at});
  }
  return words;
}

bool begins_place(std::string_view word) {
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"dieu", "khoan", "diem", "chuong", "muc", "phan", "tieu", "phu"});
  return std::ranges::find(kWords, name_key(word)) != kWords.end();
}

}  // namespace

std::optional<PlaceReference> find_place_reference(std::string_view query) {
  const std::vector<Word> words = words_of(query);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!begins_place(query.substr(words[i].begin, words[i].end - words[i].begin))) continue;
    for (std::size_t last = std::min(words.size(), i + kMaxPlaceWords); last-- > i + 1;) {
      const std::size_t length = words[last].end - words[i].begin;
      std::string_view text = query.substr(words[i].begin, length);
      while (text.ends_with(',') || text.ends_with('.')) text.remove_suffix(1);
      if (auto place = parse_reference(text)) {
        return PlaceReference{std::move(*place), words[i].begin, text.size()};
      }
    }
  }
  return std::nullopt;
}

}  // namespace tracuu
