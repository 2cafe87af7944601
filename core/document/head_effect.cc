#include "core/document/head_effect.h"

#include <algorithm>
#include <array>
#include <functional>

#include "core/document/date_reader.h"
#include "core/document/doctype.h"
#include "core/document/letter_case.h"
#include "core/document/scan.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::string_view kThis = "này";
constexpr std::size_t kMaxSentenceBytes = 400;
constexpr std::size_t kMaxDateBytes = 60;
constexpr int kMaxDaysAfter = 365;

bool ends_with_word(std::string_view text, std::string_view word) {
  return text.ends_with(word) && (text.size() == word.size() ||
                                  scan::blank_length(text, text.size() - word.size() - 1) != 0);
}

// The date at the beginning of the text: the offset behind it and the day.
struct DayRead {
  Date day;
  std::size_t end = 0;  // 0: none
};

DayRead read_day(std::string_view text, std::size_t i) {
  constexpr std::size_t kMaxHourBytes = 32;  // «00 giờ 00 phút ngày 01 tháng …»
  const std::string_view near = text.substr(i, kMaxHourBytes);
  const std::size_t hour = near.find("giờ");
  if (hour != std::string_view::npos) {
    const std::size_t day = near.find("ngày", hour);
    if (day != std::string_view::npos) i += day;
  }
  if (const std::size_t behind = skip_word(text, i, "ngay")) i = behind;
  const auto mention = find_date(text.substr(i, kMaxDateBytes));
  const bool is_day = mention && mention->precision == DateMention::Precision::kDay &&
                      mention->is_year_given && mention->offset == 0;
  return is_day ? DayRead{mention->days.first, i + mention->length} : DayRead{};
}

std::size_t skip_words(std::string_view text, std::size_t i,
                       std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    i = skip_word(text, i, word);
    if (i == 0) return 0;
  }
  return i;
}

// «(kể) từ ngày», also «kể ngày» and «ngày» alone; the offset of «ngày» or the day, 0 if absent.
std::size_t skip_from(std::string_view text, std::size_t i) {
  std::size_t from = i;
  for (const std::string_view word : {"ke", "tu"}) {
    if (const std::size_t behind = skip_word(text, from, word)) from = behind;
  }
  if (from != i) return from;
  return skip_word(text, i, "ngay") == 0 ? 0 : scan::skip_blanks(text, i);
}

// Returns the offset behind «ngày ký (ban hành)», «ngày ban hành», «ngày thông qua»; 0 for anything
// else.
std::size_t read_signing(std::string_view text, std::size_t i) {
  if (const std::size_t behind = skip_words(text, i, {"ngay", "ky", "ban", "hanh"})) return behind;
  if (const std::size_t behind = skip_words(text, i, {"ngay", "ban", "hanh"})) return behind;
  if (const std::size_t behind = skip_words(text, i, {"ngay", "thong", "qua"})) return behind;
  return skip_words(text, i, {"ngay", "ky"});
}

// «15», «mười lăm», «15 (mười lăm)»: days, and the offset behind.
DateValue read_days(std::string_view text, std::size_t i) {
  struct Words {
    std::string_view key;
    int value;
  };
  static constexpr std::array kWords = std::to_array<Words>({{"muoi lam", 15},
                                                             {"bon muoi lam", 45},
                                                             {"bon lam", 45},
                                                             {"ba muoi", 30},
                                                             {"bay", 7},
                                                             {"muoi", 10}});
  constexpr std::size_t kMaxDigits = 3;
  constexpr std::size_t kMaxNoteBytes = 32;
  DateValue read = read_number(text, i, kMaxDigits);
  for (const Words& words : kWords) {
    if (read.end != 0) break;
    std::size_t end = i;
    for (std::string_view rest = words.key; end != 0 && !rest.empty();) {
      const std::size_t blank = std::min(rest.find(' '), rest.size());
      end = skip_word(text, end, rest.substr(0, blank));
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    if (end != 0) read = {words.value, end};
  }
  if (read.end == 0) return {};
  read.end = scan::skip_blanks(text, read.end);
  if (read.end < text.size() && text[read.end] == '(') {
    const std::size_t close = text.find(')', read.end);
    if (close == std::string_view::npos || close - read.end > kMaxNoteBytes) return {};
    read.end = scan::skip_blanks(text, close + 1);
  }
  return read;
}

// Reads what follows «có hiệu lực»: from when and until when.
class Terms {
 public:
  Terms(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<Effect> read() {
    skip_optional({"thi hanh", "thuc hien", "phap luat", "va ap dung"});
    const std::size_t comma = scan::skip_blanks(text_, at_);
    if (comma < text_.size() && text_[comma] == ',') at_ = comma + 1;
    Effect effect;
    bool has_beginning = false;
    if (const std::size_t from = skip_from(text_, at_)) {
      at_ = from;
      has_beginning = read_from(effect);
    } else if (const std::size_t after = skip_word(text_, at_, "sau")) {
      at_ = after;
      has_beginning = read_after(effect);
    }
    read_until(effect);
    if (!has_beginning && effect.until.empty()) return std::nullopt;
    return effect;
  }

 private:
  void skip_optional(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      const std::size_t blank = word.find(' ');
      std::size_t behind = skip_word(text_, at_, word.substr(0, blank));
      if (behind != 0 && blank != std::string_view::npos) {
        behind = skip_word(text_, behind, word.substr(blank + 1));
      }
      if (behind != 0) at_ = behind;
    }
  }

  bool read_from(Effect& effect) {
    if (const std::size_t signing = read_signing(text_, at_)) {
      effect.days_after_signing = 0;
      effect.is_from_passing = skip_words(text_, at_, {"ngay", "thong", "qua"}) != 0;
      at_ = signing;
      return true;
    }
    const DayRead day = read_day(text_, at_);
    if (day.end == 0) return false;
    effect.from = {to_iso(day.day), text_.substr(at_, day.end - at_)};
    at_ = day.end;
    return true;
  }

  // «sau 45 ngày, kể từ ngày ký»
  bool read_after(Effect& effect) {
    const DateValue days = read_days(text_, at_);
    std::size_t i = days.end == 0 ? 0 : skip_word(text_, days.end, "ngay");
    if (i == 0 || days.value > kMaxDaysAfter) return false;
    while (i < text_.size() && (text_[i] == ',' || text_[i] == '.')) {
      i = scan::skip_blanks(text_, i + 1);
    }
    if (const std::size_t from = skip_word(text_, i, "ke")) i = from;
    i = skip_word(text_, i, "tu");
    if (i != 0) i = read_signing(text_, i);
    if (i == 0) return false;
    effect.days_after_signing = days.value;
    at_ = i;
    return true;
  }

  // «(và được thực hiện) đến hết ngày 31 tháng 12 năm 2025»
  void read_until(Effect& effect) {
    std::size_t i = scan::skip_blanks(text_, at_);
    if (i < text_.size() && text_[i] == ',') i = scan::skip_blanks(text_, i + 1);
    for (const std::string_view word : {"va", "duoc", "thuc", "hien", "ap", "dung", "cho"}) {
      if (const std::size_t behind = skip_word(text_, i, word)) i = behind;
    }
    const std::size_t until = skip_word(text_, i, "den");
    if (until == 0) return;
    const std::size_t whole = skip_word(text_, until, "het");
    const DayRead day = read_day(text_, whole == 0 ? until : whole);
    if (day.end == 0) return;
    effect.until = {to_iso(day.day), text_.substr(i, day.end - i)};
  }

  std::string_view text_;
  std::size_t at_;
};

// The part of the sentence before `end`, at most kMaxSentenceBytes.
std::string_view sentence_before(std::string_view text, std::size_t end) {
  const std::size_t begin =
      end > kMaxSentenceBytes ? text::character_border(text, end - kMaxSentenceBytes) : 0;
  const std::string_view near = text.substr(begin, end - begin);
  std::size_t cut = 0;
  for (const std::string_view stop : {". ", ".\n", ";", ":\n", "\n\n", ") "}) {
    const std::size_t at = near.rfind(stop);
    // «1) Thông tư này», never the bracket of «(sau đây gọi là …) có hiệu lực».
    if (at == std::string_view::npos || (stop == ") " && near.rfind('\n', at) + 4 < at)) continue;
    cut = std::max(cut, at + stop.size());
  }
  return near.substr(cut);
}

// Whether what is said of «… này» is said of a part, or of a time: «Điều 5 Luật này», «từ ngày
// Luật này», «quy định của Luật này».
bool is_about_a_part(std::string_view before) {
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"ngay", "diem", "khi", "cua", "tai", "theo", "voi", "truoc", "sau", "trong", "va", "cung",
       "boi", "khoan", "dieu", "neu", "thuoc"});
  before = scan::trim(before);
  if (before.empty()) return false;
  if (scan::is_digit(before.back())) {
    // «Điều 3 / Quyết định này …», the number of its own article.
    constexpr std::size_t kMaxArticleBytes = 10;
    return before.size() > kMaxArticleBytes || !before.starts_with("Điều ");
  }
  const std::string word = name_key(scan::word_before(before, before.size()));
  return std::ranges::find(kWords, word) != kWords.end();
}

// «được Hội đồng nhân dân … thông qua ngày … và» may stand between.
bool may_stand_between(std::string_view between) {
  between = scan::trim(between);
  // «Thông tư này thay thế Thông tư số … và có hiệu lực …»
  if (between.starts_with("thay thế ")) return ends_with_word(between, "và");
  while (!between.empty() && scan::is_digit(between.front())) between.remove_prefix(1);
  between = scan::trim(between);
  if (between.empty() || between == kThis || between == "sẽ") return true;
  const bool is_passed = between.find("thông qua") != std::string_view::npos;
  return is_passed && (between.starts_with("được") || between.starts_with("đã được"));
}

// Returns whether `own_type` is what `before` ends with: «… Thông tư liên tịch» for the type
// «Thông tư liên tịch», also called «Thông tư» for short. The name's length in bytes, or 0.
std::size_t type_before(std::string_view before, std::string_view own_type) {
  static constexpr std::array kLaws = std::to_array<std::string_view>(
      {"Thông tư liên tịch", "Nghị quyết liên tịch", "Thông tư", "Nghị quyết", "Nghị định",
       "Quyết định", "Bộ luật", "Luật", "Pháp lệnh", "Chỉ thị", "Lệnh"});
  before = scan::trim(before);
  for (const std::string_view law : kLaws) {
    if (before.size() >= law.size() &&
        name_key(before.substr(before.size() - law.size())) == name_key(law)) {
      const bool is_own = own_type.empty() || own_type.starts_with(law);
      return is_own ? law.size() : 0;
    }
  }
  const bool ends = !own_type.empty() && before.size() >= own_type.size() &&
                    name_key(before.substr(before.size() - own_type.size())) == name_key(own_type);
  return ends ? own_type.size() : 0;
}

bool speaks_of_itself(std::string_view sentence, std::string_view own_type) {
  // «1. Thông tư có hiệu lực …», «Nghị quyết được … thông qua ngày … và có hiệu lực …»
  const std::string_view whole = scan::trim(sentence);
  if (is_capitalized(whole)) {
    const auto type = leading_type(whole);
    const bool is_own = type && type_before(whole.substr(0, type->length), own_type) != 0;
    if (is_own && may_stand_between(whole.substr(type->length))) return true;
  }
  for (std::size_t at = sentence.find(kThis); at != std::string_view::npos;
       at = sentence.find(kThis, at + kThis.size())) {
    const std::string_view before = scan::trim(sentence.substr(0, at));
    const std::size_t length = type_before(before, own_type);
    if (length == 0 || is_about_a_part(before.substr(0, before.size() - length))) continue;
    if (may_stand_between(sentence.substr(at + kThis.size()))) return true;
  }
  return false;
}

// Whether the words before `at` stand in quotation marks: of another document.
bool is_quoted(std::string_view text, std::size_t at) {
  constexpr std::size_t kMaxQuoteBytes = 3000;
  const std::string_view near =
      text.substr(at > kMaxQuoteBytes ? at - kMaxQuoteBytes : 0, std::min(at, kMaxQuoteBytes));
  const std::size_t open = near.rfind("“");
  const std::size_t close = near.rfind("”");
  if (open != std::string_view::npos && (close == std::string_view::npos || close < open)) {
    // A mark that nothing closes tells nothing.
    const std::string_view behind = text.substr(at, kMaxQuoteBytes);
    return behind.find("”") < std::min(behind.find("“"), behind.size());
  }
  const std::size_t line = near.rfind('\n');
  return line != std::string_view::npos && line + 1 < near.size() && near[line + 1] == '"';
}

}  // namespace

Effect read_effect(std::string_view text, std::string_view own_type) {
  static constexpr std::string_view kEffect = "hiệu";
  static constexpr std::string_view kEffectEnd = "lực";
  static const std::boyer_moore_horspool_searcher searcher(kEffect.begin(), kEffect.end());
  Effect found;
  for (auto hit = std::search(text.begin(), text.end(), searcher); hit != text.end();
       hit = std::search(hit + 1, text.end(), searcher)) {
    const auto at = static_cast<std::size_t>(hit - text.begin());
    const std::string_view before =
        scan::trim(text.substr(0, at).substr(at > kMaxSentenceBytes ? at - kMaxSentenceBytes : 0));
    if (!ends_with_word(before, "có")) continue;
    std::size_t behind = scan::skip_blanks(text, at + kEffect.size());
    if (!text.substr(behind).starts_with(kEffectEnd)) continue;
    behind += kEffectEnd.size();
    auto effect = Terms(text, behind).read();
    if (!effect || is_quoted(text, at)) continue;
    const auto verb = static_cast<std::size_t>(before.data() + before.size() - text.data()) -
                      std::string_view("có").size();
    if (!speaks_of_itself(sentence_before(text, verb), own_type)) continue;
    effect->where = text.substr(verb, std::min(text.size() - verb, behind - verb + kMaxDateBytes));
    effect->where =
        effect->where.substr(0, text::character_border(effect->where, effect->where.size()));
    return *effect;
  }
  return found;
}

Date plus_days(Date date, int days) {
  date.day += days;
  while (date.day > days_in_month(date.year, date.month)) {
    date.day -= days_in_month(date.year, date.month);
    if (++date.month > 12) {
      date.month = 1;
      ++date.year;
    }
  }
  return date;
}

}  // namespace tracuu
