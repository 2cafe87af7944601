#include "searcher/explain_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace tracuu {
namespace {

constexpr Bilingual kPoints{"{0} điểm", "{0} points"};
constexpr Bilingual kFirstStage{"{0} điểm; không được đọc đến từng đoạn",
                                "{0} points; its passages were not read"};
constexpr Bilingual kWords{"từ: {0}", "words: {0}"};
constexpr Bilingual kMissing{"không có: {0}", "missing: {0}"};
constexpr Bilingual kInTitle{"tiêu đề", "title"};
constexpr Bilingual kInPassage{"đoạn hợp nhất", "best passage"};
constexpr Bilingual kElsewhere{"chỗ khác", "elsewhere"};

// {0} is the value as a percentage.
struct PartText {
  std::string_view name;
  Bilingual text;
  Bilingual negative = text;  // where the value is below 0
};
constexpr std::array kParts{
    PartText{"stage1", {"điểm của toàn văn bản ở bước một", "score of the whole in stage one"}},
    PartText{"text_toned", {"các từ trong toàn văn bản", "words in the whole text"}},
    PartText{"text_pair", {"các cặp từ trong toàn văn bản", "pairs in the whole text"}},
    PartText{"title_toned", {"tiêu đề có những từ được tìm", "title has words looked for"}},
    PartText{"title_pair", {"tiêu đề có những cặp từ được tìm", "title has pairs looked for"}},
    PartText{"title_triple",
             {"tiêu đề có ba từ được tìm liền nhau", "title has three of the words in a row"}},
    PartText{"title_phrase",
             {"tiêu đề có nguyên cụm từ được tìm", "title has all that is looked for, in a row"}},
    PartText{"title_share",
             {"{0} % tiêu đề là từ được tìm", "{0} % of the title is words looked for"}},
    PartText{"best_toned", {"các từ trong đoạn hợp nhất", "words in the best passage"}},
    PartText{"best_pair", {"các cặp từ trong đoạn hợp nhất", "pairs in the best passage"}},
    PartText{"best_cover",
             {"đoạn hợp nhất có những từ được tìm", "best passage has words looked for"}},
    PartText{"best_pair_cover",
             {"đoạn hợp nhất có những cặp từ được tìm", "best passage has pairs looked for"}},
    PartText{"best_triple",
             {"ba từ liền nhau trong đoạn hợp nhất", "three in a row in the best passage"}},
    PartText{"best_rare",
             {"đoạn hợp nhất có những từ hiếm được tìm", "best passage has rare words looked for"}},
    PartText{"best_near",
             {"các từ đứng gần nhau trong đoạn hợp nhất",
              "words stand near each other in the best passage"}},
    PartText{"heading_toned",
             {"đề mục của đoạn có những từ được tìm", "its heading has words looked for"}},
    PartText{"heading_pair",
             {"đề mục của đoạn có những cặp từ được tìm", "its heading has pairs looked for"}},
    PartText{"joint_cover",
             {"tiêu đề, đề mục và đoạn hợp nhất có những từ được tìm",
              "title, heading and best passage have words looked for"}},
    PartText{"joint_pair_cover",
             {"tiêu đề, đề mục và đoạn hợp nhất có những cặp từ được tìm",
              "title, heading and best passage have pairs looked for"}},
    PartText{"joint_rare",
             {"tiêu đề, đề mục và đoạn hợp nhất có những từ hiếm được tìm",
              "title, heading and best passage have rare words looked for"}},
    PartText{"second", {"đoạn hợp thứ nhì", "the second best passage"}},
    PartText{"text_cover", {"toàn văn bản có những từ được tìm", "text has words looked for"}},
    PartText{"text_pair_cover",
             {"toàn văn bản có những cặp từ được tìm", "text has pairs looked for"}},
    PartText{"text_rare",
             {"toàn văn bản có những từ hiếm được tìm", "text has rare words looked for"}},
    PartText{"text_near",
             {"các từ đứng gần nhau trong văn bản", "words stand near each other in the text"}},
    PartText{"lead_toned",
             {"đầu văn bản có những từ được tìm", "its beginning has words looked for"}},
    PartText{"length", {"độ dài", "its length"}},
    PartText{"number", {"đúng số văn bản được nêu", "has the number that is given"}},
    PartText{"named",
             {"đúng loại, cơ quan, năm hay luật được nêu",
              "is of the type, agency, year or is the law that is named"}},
    PartText{"legal_rank", {"cấp của văn bản", "its legal rank"}},
    PartText{"in_force",
             {"còn hiệu lực", "is in force"},
             {"đã hết hoặc đang ngưng hiệu lực", "is no longer in force, or is paused"}},
    PartText{"recent", {"tin mới", "is recent news"}},
};

std::string with_decimal(double value, Language language, const char* format) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), format, value);
  std::string number = text.data();
  if (language == Language::kVietnamese) std::ranges::replace(number, '.', ',');
  return number;
}

std::string part_line(const ScorePart& part, Language language) {
  const auto known = std::ranges::find(kParts, part.name, &PartText::name);
  const std::string percent = std::to_string(std::lround(100 * part.value));
  const std::string text =
      known == kParts.end()
          ? std::string(part.name)
          : say(part.value < 0 ? known->negative : known->text, language, {percent});
  return with_decimal(part.value * part.weight, language, "%+6.1f") + "  " + text;
}

std::string where(const ScoreWord& word, Language language) {
  std::string places;
  const auto add = [&](bool is_there, const Bilingual& place) {
    if (is_there) places += (places.empty() ? "" : ", ") + std::string(place.in(language));
  };
  add(word.in_title, kInTitle);
  add(word.in_passage, kInPassage);
  add(places.empty(), kElsewhere);
  return places;
}

std::string words_line(const std::vector<ScoreWord>& words, Language language) {
  std::string found;
  std::string missing;
  for (std::size_t i = 0; i < std::min(words.size(), kWordsTold); ++i) {
    const ScoreWord& word = words[i];
    if (!word.in_text) {
      missing += (missing.empty() ? "«" : ", «") + word.word + "»";
      continue;
    }
    found += (found.empty() ? "«" : "; «") + word.word + "» " +
             with_decimal(word.weight, language, "%.1f") + " (" + where(word, language) + ")";
  }
  if (!missing.empty()) {
    found += (found.empty() ? "" : "; ") + say(kMissing, language, {missing});
  }
  return say(kWords, language, {found});
}

}  // namespace

std::vector<std::string> explain_lines(const Result& result, Language language) {
  const std::string points = with_decimal(result.score, language, "%.1f");
  if (!result.explanation) return {say(kFirstStage, language, {points})};
  std::vector<std::string> lines{say(kPoints, language, {points})};
  std::vector<ScorePart> parts = result.explanation->parts;
  std::ranges::stable_sort(parts, [](const ScorePart& a, const ScorePart& b) {
    return std::abs(a.value * a.weight) > std::abs(b.value * b.weight);
  });
  for (std::size_t i = 0; i < std::min(parts.size(), kPartsTold); ++i) {
    // Less than what is shown of it says nothing.
    if (std::abs(parts[i].value * parts[i].weight) < 0.05) break;
    lines.push_back(part_line(parts[i], language));
  }
  lines.push_back(words_line(result.explanation->words, language));
  return lines;
}

}  // namespace tracuu
