#include "core/document/head_elements.h"

#include <algorithm>
#include <array>

#include "core/document/date.h"
#include "core/document/doctype.h"
#include "core/document/letter_case.h"
#include "core/document/number_grammar.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

using Kind = HeadCell::Kind;

constexpr std::size_t kMaxSubjectCells = 14;
constexpr std::size_t kMaxPlaceBytes = 48;
constexpr std::size_t kMaxDateBytes = 80;
constexpr std::array kDayWords = std::to_array<std::string_view>({"ngày", "Ngày", "NGÀY"});

// Returns the text behind «Số», «Số:», «Luật số:», nothing when it does not begin so. Behind a type
// the colon tells: «Luật số 35/2018/QH14» speaks of another document.
std::optional<std::string_view> behind_number_word(std::string_view text) {
  const auto type = leading_type(text);
  if (type) text = scan::trim(text.substr(type->length));
  const std::string_view word = scan::word_at(text, 0);
  if (word.empty() || fold(word, Marks::kDrop) != "so") return std::nullopt;
  text.remove_prefix(word.size());
  bool has_colon = false;
  while (!text.empty() && (text[0] == ':' || scan::blank_length(text, 0) != 0)) {
    has_colon = has_colon || text[0] == ':';
    text.remove_prefix(text[0] == ':' ? 1 : scan::blank_length(text, 0));
  }
  return type && !has_colon ? std::nullopt : std::optional(text);
}

// Whether a text is «Sông Lam, ngày 31 …», the right column of the line that begins with a number.
bool begins_place_and_date(std::string_view text) {
  const std::size_t comma = text.find(',');
  return comma != std::string_view::npos && comma <= kMaxPlaceBytes && is_capitalized(text) &&
         name_key(text.substr(comma, kMaxPlaceBytes)).starts_with("ngay");
}

struct NumberRead {
  DocumentNumber number;
  std::string_view where;
};

std::optional<NumberRead> number_of(std::string_view text) {
  if (text.empty() || !scan::is_digit(text[0])) return std::nullopt;
  auto judged = judge_number(read_number_parts(text, 0), NumberCue::kSo);
  if (!judged) return std::nullopt;
  const std::string_view rest = scan::trim(text.substr(judged->end));
  const bool is_alone = name_key(rest.substr(0, kMaxPlaceBytes)).empty();
  if (!is_alone && !begins_place_and_date(rest)) return std::nullopt;
  return NumberRead{std::move(judged->number), text.substr(0, judged->end)};
}

std::string text_of(HeadCells cells, std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t i = first; i < std::min(cells.size(), first + count); ++i) {
    if (cells[i].kind == Kind::kRule) continue;
    if (!text.empty()) text += ' ';
    text += cells[i].text;
  }
  return text;
}

// «QUYẾT ĐỊNH1»: the mark of a footnote may hang on.
std::string heading_type(std::string_view line) {
  constexpr std::size_t kMaxMarkDigits = 2;
  for (std::size_t n = 0; n < kMaxMarkDigits && !line.empty() && scan::is_digit(line.back()); ++n) {
    line.remove_suffix(1);
  }
  return type_of_line(line);
}

// «QUYẾT ĐỊNH Về việc …», «NGHỊ QUYẾT CỦA CHÍNH PHỦ»: the type begins the line.
// A law's name may stand behind it: «LUẬT CÔNG ĐOÀN».
std::optional<HeadType> type_with_rest(const HeadCell& cell, std::size_t index) {
  if (!is_capitals(scan::word_at(cell.text, 0))) return std::nullopt;
  const auto type = leading_type(cell.text);
  if (!type || !is_capitals(cell.text.substr(0, type->length))) return std::nullopt;
  const std::string_view rest = scan::trim(cell.text.substr(type->length));
  const std::string key = name_key(rest);
  if (rest.starts_with("Về") || rest.starts_with("V/v")) {
    return HeadType{type->name, index, index + 1, rest};
  }
  if (!is_capitals(rest)) return std::nullopt;
  if (key.starts_with("cua ")) return HeadType{type->name, index, index + 1, {}};
  const bool has_name =
      type->name == "Luật" || type->name == "Bộ luật" || type->name == "Pháp lệnh";
  if (!has_name || !cell.is_after_blank) return std::nullopt;
  return HeadType{type->name, index, index + 1, rest};
}

std::optional<HeadType> type_at(HeadCells cells, std::size_t i) {
  if (std::string type = heading_type(cells[i].text); !type.empty()) {
    return HeadType{std::move(type), i, i + 1, {}};
  }
  if (auto type = type_with_rest(cells[i], i)) return type;
  if (i + 1 == cells.size() || cells[i + 1].kind != Kind::kText) return std::nullopt;
  if (std::string type = type_of_line(text_of(cells, i, 2)); !type.empty()) {
    return HeadType{std::move(type), i, i + 2, {}};
  }
  return std::nullopt;
}

enum class Place { kNamed, kMissing, kOther };

// What stands before «ngày»: «Sông Lam,», nothing, or something else.
Place place_before(std::string_view before) {
  before = scan::trim(before);
  if (before.empty()) return Place::kMissing;
  if (!before.ends_with(',') || before.find('(') != std::string_view::npos) return Place::kOther;
  // «Số: 15/QĐ-UBND Sông Lam,» on one line.
  if (behind_number_word(before)) return Place::kNamed;
  return before.size() <= kMaxPlaceBytes && is_capitalized(before) ? Place::kNamed : Place::kOther;
}

// «Sông Lam» of «Số: 15/QĐ-UBND Sông Lam,».
HeadValue place_of(std::string_view before) {
  before = scan::trim(before);
  before.remove_suffix(1);  // the comma
  if (const auto numbered = behind_number_word(before)) {
    if (numbered->empty() || !scan::is_digit(numbered->front())) return {};
    const auto judged = judge_number(read_number_parts(*numbered, 0), NumberCue::kSo);
    before = judged ? numbered->substr(judged->end) : std::string_view{};
  }
  before = scan::trim(before);
  const bool is_name = before.size() <= kMaxPlaceBytes && is_capitalized(before) &&
                       std::ranges::none_of(before, scan::is_digit);
  return is_name ? HeadValue{std::string(before), before} : HeadValue{};
}

// Returns the offset of «ngày», the size of the text when it is not there.
std::size_t find_day_word(std::string_view text) {
  for (const std::string_view word : kDayWords) {
    const std::size_t at = text.find(word);
    if (at != std::string_view::npos) return at;
  }
  return text.size();
}

// The date that begins the text behind «ngày».
std::string date_at(std::string_view text) {
  constexpr std::size_t kMaxGapBytes = 8;
  const auto mention = find_date(text.substr(0, kMaxDateBytes));
  const bool is_day = mention && mention->precision == DateMention::Precision::kDay;
  return is_day && mention->offset <= kMaxGapBytes ? to_iso(mention->days.first) : std::string();
}

// A capital line that does not go on with the subject: the issuer, repeated before the recitals.
bool ends_subject(const HeadCell& cell, bool is_subject_capitals) {
  return is_capitals(cell.text) && !is_subject_capitals;
}

// «về đăng ký thuế1»: the digit of a footnote.
void drop_footnote_mark(std::string& text) {
  if (text.size() < 2 || !scan::is_digit(text.back())) return;
  const std::size_t digit = text.size() - 1;
  if (scan::is_digit(text[digit - 1]) || !scan::follows_word(text, digit)) return;
  text.pop_back();
}

}  // namespace

std::optional<HeadNumber> find_head_number(HeadCells cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].kind != Kind::kText || cells[i].key.find("so") == std::string::npos) continue;
    const auto text = behind_number_word(cells[i].text);
    if (!text) continue;
    auto number = number_of(*text);
    // «Số:» alone, or a joint number broken at a dash: it goes on in the next cell.
    if ((text->empty() || text->ends_with('-')) && i + 1 < cells.size()) {
      const std::string whole = std::string(*text) + std::string(cells[i + 1].text);
      if (auto joined = number_of(whole)) {
        return HeadNumber{std::move(joined->number), i, covering(*text, cells[i + 1].text)};
      }
    }
    if (number) return HeadNumber{std::move(number->number), i, number->where};
  }
  return std::nullopt;
}

std::optional<HeadType> find_head_type(HeadCells cells) {
  std::optional<HeadType> label;  // «VĂN BẢN HỢP NHẤT» above the heading of the text itself
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].kind != Kind::kText) continue;
    auto type = type_at(cells, i);
    if (!type) continue;
    if (!cells[i].key.starts_with("van ban hop nhat")) return type;
    label = std::move(type);
  }
  return label;
}

std::size_t find_letter_subject(HeadCells cells) {
  const auto found = std::ranges::find_if(cells, [](const HeadCell& cell) {
    return cell.kind == Kind::kText && (cell.key.starts_with("v v ") || cell.key == "v v");
  });
  return static_cast<std::size_t>(found - cells.begin());
}

HeadDate find_head_date(HeadCells cells) {
  constexpr std::size_t kMaxBrokenCells = 3;
  const std::size_t word = kDayWords[0].size();
  HeadDate without_place;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view cell = cells[i].text;
    const std::size_t day = find_day_word(cell);
    if (cells[i].kind == Kind::kRecital || day == cell.size()) continue;
    const Place place = place_before(cell.substr(0, day));
    if (place == Place::kOther) continue;
    const std::size_t last = std::min(cells.size(), i + kMaxBrokenCells) - 1;
    const std::string text = text_of(cells, i, kMaxBrokenCells);
    HeadValue date{date_at(std::string_view(text).substr(day + word)), {}};
    if (date.empty()) continue;
    const bool is_broken = date_at(cell.substr(day + word)).empty();
    date.where = covering(cell.substr(day), is_broken ? cells[last].text : cell);
    if (place == Place::kNamed) return {std::move(date), place_of(cell.substr(0, day))};
    if (without_place.date.empty()) without_place.date = std::move(date);
  }
  return without_place;
}

HeadValue read_subject(HeadCells cells, std::size_t begin) {
  HeadValue read;
  std::string& subject = read.value;
  bool is_subject_capitals = false;
  const std::size_t end = std::min(cells.size(), begin + kMaxSubjectCells);
  for (std::size_t i = begin; i < end; ++i) {
    const HeadCell& cell = cells[i];
    const bool is_text = cell.kind == Kind::kText || cell.kind == Kind::kPage;
    if (!is_text || cell.text.starts_with('(')) break;
    if (!subject.empty() && (cell.is_after_blank || ends_subject(cell, is_subject_capitals))) break;
    if (begins_place_and_date(cell.text)) break;
    if (subject.empty()) is_subject_capitals = is_capitals(cell.text);
    if (!subject.empty()) subject += ' ';
    subject += cell.text;
    read.where = covering(read.where.empty() ? cell.text : read.where, cell.text);
  }
  drop_footnote_mark(subject);
  return read;
}

std::string_view covering(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

}  // namespace tracuu
