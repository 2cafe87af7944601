#include "core/document/citation/law_names.h"

#include <algorithm>
#include <array>

#include "core/document/citation/phrases.h"
#include "core/document/citation/words.h"
#include "core/document/scan.h"
#include "core/document/tables.h"

namespace tracuu::data {
extern const std::string_view kLawNamesTsv;
}  // namespace tracuu::data

namespace tracuu::citation {
namespace {

constexpr std::size_t kMaxUnknownWords = 18;
constexpr std::size_t kYearDigits = 4;

Phrases make_names() {
  Phrases names;
  for (const TableRow& row : table_rows(data::kLawNamesTsv)) names.add(row[0]);
  names.add("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam");
  return names;
}

const Phrases& names() {
  static const Phrases phrases = make_names();
  return phrases;
}

// «Luật», «Bộ luật», «Pháp lệnh», «Hiến pháp»; the type alone.
LawName read_type(std::string_view text, std::size_t i) {
  const Word first = next_word(text, i, text.size());
  if (first.begin != i || !first.is_capital) return {};
  if (first.key == "luat") {
    if (words_key(scan::word_before(text, i)) == "phap") return {};  // «VĂN BẢN PHÁP LUẬT ĐƯỢC …»
    return {"Luật", first.end, first.end};
  }
  if (first.key != "bo" && first.key != "phap" && first.key != "hien") return {};
  const Word second = next_word(text, first.end, text.size());
  if (first.key == "bo" && second.key == "luat") return {"Bộ luật", second.end, second.end};
  if (first.key == "phap" && second.key == "lenh") return {"Pháp lệnh", second.end, second.end};
  if (first.key == "hien" && second.key == "phap") return {"Hiến pháp", second.end, second.end};
  return {};
}

bool starts_with_digit(const Word& word) {
  return !word.key.empty() && word.key.front() >= '0' && word.key.front() <= '9';
}

// «số 18/2023/…», «ngày 20 …», «năm 2013»
bool is_followed_by_tail(std::string_view text, const Word& word) {
  const Word next = next_word(text, word.end, text.size());
  if (!starts_with_digit(next)) return false;
  return word.key == "so" || word.key == "ngay" ||
         (word.key == "nam" && next.key.size() == kYearDigits);
}

// Words no name has, so that «Luật Việc làm có hiệu lực từ ngày 1 …» is no name.
bool ends_names(const Word& word) {
  static constexpr std::array<std::string_view, 17> kKeys = {
      "luat", "nghi", "thong", "quyet", "phap", "duoc", "da",  "theo", "tu",
      "tai",  "hieu", "ke",    "truoc", "den",  "thi",  "ban", "cua"};
  return word.is_mark ? word.key != "," : std::ranges::find(kKeys, word.key) != kKeys.end();
}

// The end of a name that the table does not know, told by what stands behind it.
std::size_t unknown_name_end(std::string_view text, std::size_t type_end) {
  Word word = next_word(text, type_end, text.size());
  if (!word.is_capital) return type_end;
  std::size_t end = type_end;
  for (std::size_t n = 0; n < kMaxUnknownWords && word.begin != word.end; ++n) {
    if (n > 0 && is_followed_by_tail(text, word)) return end;
    if (ends_names(word)) return type_end;
    if (!word.is_mark) end = word.end;
    word = next_word(text, word.end, text.size());
  }
  return type_end;
}

}  // namespace

LawName read_law_name(std::string_view text, std::size_t i) {
  LawName name = read_type(text, i);
  if (name.type.empty()) return name;
  const std::size_t known = names().longest(text, i);
  if (known > name.type_end) {
    name.end = known;
  } else if (name.type != "Hiến pháp") {
    name.end = unknown_name_end(text, name.type_end);
  }
  return name;
}

}  // namespace tracuu::citation
