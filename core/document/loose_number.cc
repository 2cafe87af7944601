#include "core/document/loose_number.h"

#include <algorithm>
#include <array>

#include "core/document/date.h"
#include "core/document/doctype.h"
#include "core/document/letter_case.h"
#include "core/document/number_codes.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxQueryBytes = 2000;
constexpr std::size_t kMaxSequenceDigits = 5;
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kMaxCodeBytes = 6;  // of a type: "TTLT", "QyĐ"

struct TypeWord {
  std::string name;
  std::string symbol;
  std::size_t end = 0;  // offset behind it
};

std::string key_of_word(std::string_view text, std::size_t i) {
  return fold(scan::word_at(text, i), Marks::kDrop);
}

// «Quyết định», «qđ», «QD» (before a digit without a blank, too).
std::optional<TypeWord> type_at(std::string_view text, std::size_t i) {
  if (const auto type = leading_type(text.substr(i))) {
    const DocumentType* known = document_types().find(type->name);
    const bool has_symbol = known != nullptr && !known->symbols.empty();
    return TypeWord{type->name, has_symbol ? known->symbols.front() : "", i + type->length};
  }
  const std::string_view word = scan::word_at(text, i);
  if (word.size() < 2 || word.size() > kMaxCodeBytes) return std::nullopt;
  const NumberCode* code = number_codes().find(word);
  if (code == nullptr || !code->is_type) return std::nullopt;
  const DocumentType* type = document_types().find_symbol(code->text);
  if (type == nullptr) return std::nullopt;
  return TypeWord{type->name, code->text, i + word.size()};
}

// Skips «số», «số:», «so».
std::size_t skip_cue(std::string_view text, std::size_t i, bool& has_cue) {
  const std::size_t at = scan::skip_blanks(text, i);
  has_cue = key_of_word(text, at) == "so";
  if (!has_cue) return at;
  std::size_t end = at + scan::word_at(text, at).size();
  if (end < text.size() && text[end] == ':') ++end;
  return scan::skip_blanks(text, end);
}

int year_at(std::string_view text, std::size_t i) {
  if (scan::digit_count(text, i, kYearDigits) != kYearDigits) return 0;
  const int year = scan::digits_value(text, i, kYearDigits);
  return year >= kFirstYear && year <= kLastYear ? year : 0;
}

// Words behind which a number has ended.
bool ends_number(std::string_view key) {
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"cua", "ve", "ngay", "do", "quy", "ban", "v", "la", "co", "trong"});
  return key.empty() || std::ranges::find(kWords, key) != kWords.end();
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  // Reads what begins with the type word; nothing when it is no number.
  std::optional<LooseNumber> read(const TypeWord& type, std::size_t offset) {
    bool has_cue = false;
    at_ = skip_cue(text_, type.end, has_cue);
    const std::size_t digits = scan::digit_count(text_, at_, kMaxSequenceDigits);
    if (digits == 0 || digits > kMaxSequenceDigits) return std::nullopt;
    if (!has_cue && year_at(text_, at_) != 0) return std::nullopt;
    LooseNumber number;
    number.type = type.name;
    number.sequence = text_.substr(at_, digits);
    number.offset = offset;
    at_ += digits;
    if (!read_year_of_number(number)) return std::nullopt;
    read_organ(type, number);
    end_ = at_;
    read_year_behind(number);
    const bool is_certain = number.whole || has_cue || number.year != 0;
    if (!is_certain && !is_at_end()) return std::nullopt;
    number.length = end_ - offset;
    return number;
  }

 private:
  // «/2020»; a separator with anything else behind it is of a whole number, or of a date.
  bool read_year_of_number(LooseNumber& number) {
    if (at_ < text_.size() && text_[at_] == '/' && year_at(text_, at_ + 1) != 0) {
      number.year = year_at(text_, at_ + 1);
      at_ += 1 + kYearDigits;
    }
    if (at_ == text_.size()) return true;
    const bool goes_on = text_[at_] == '/' || text_[at_] == '.' || text_[at_] == '%' ||
                         scan::dash_length(text_, at_) != 0 || scan::letter_length(text_, at_) != 0;
    return !goes_on || at_ + 1 == text_.size();
  }

  // «TTg», «ubnd»: makes the number whole.
  void read_organ(const TypeWord& type, LooseNumber& number) {
    constexpr std::size_t kShortestPlain = 3;  // «tu», «cp» are words as well
    const std::size_t at = scan::skip_blanks(text_, at_);
    const std::string_view word = scan::word_at(text_, at);
    if (type.symbol.empty() || word.size() < 2) return;
    const NumberCode* code = number_codes().find(word);
    if (code == nullptr || !code->is_organ) return;
    if (word.size() < kShortestPlain && !is_capitals(word)) return;
    const std::string year = number.year == 0 ? "" : " " + std::to_string(number.year);
    const auto whole =
        parse_number_query(number.sequence + year + " " + type.symbol + " " + code->text);
    if (!whole || !whole->is_complete) return;
    number.whole = whole->number;
    at_ = at + word.size();
  }

  // «năm 2020»; «năm» alone is five of something.
  void read_year_behind(LooseNumber& number) {
    const std::size_t at = scan::skip_blanks(text_, at_);
    if (key_of_word(text_, at) != "nam") return;
    const std::size_t digits = scan::skip_blanks(text_, at + scan::word_at(text_, at).size());
    const int year = year_at(text_, digits);
    // «5 năm 2021 - 2025» is a span of time.
    if (year == 0 ||
        scan::dash_length(text_, scan::skip_blanks(text_, digits + kYearDigits)) != 0) {
      return;
    }
    number.year = year;
    end_ = at_ = digits + kYearDigits;
  }

  bool is_at_end() const {
    const std::size_t at = scan::skip_blanks(text_, at_);
    if (at == text_.size()) return true;
    if (text_[at] == ',' || text_[at] == ';' || text_[at] == '?' || text_[at] == '.') return true;
    return !scan::is_digit(text_[at]) && scan::letter_length(text_, at) != 0 &&
           ends_number(key_of_word(text_, at));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

std::vector<LooseNumber> find_loose_numbers(std::string_view query) {
  query = query.substr(0, kMaxQueryBytes);
  std::vector<LooseNumber> numbers;
  Reader reader(query);
  for (std::size_t i = 0; i < query.size();) {
    const std::size_t letter = scan::letter_length(query, i);
    if (letter == 0 || scan::follows_word(query, i)) {
      i += std::max<std::size_t>(letter, 1);
      continue;
    }
    const auto type = type_at(query, i);
    auto number = type ? reader.read(*type, i) : std::nullopt;
    i += number ? number->length : std::max(scan::word_at(query, i).size(), letter);
    if (number) numbers.push_back(std::move(*number));
  }
  return numbers;
}

}  // namespace tracuu
