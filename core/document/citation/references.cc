#include "core/document/citation/references.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/document/citation/agency_reader.h"
#include "core/document/citation/law_names.h"
#include "core/document/citation/words.h"
#include "core/document/date.h"
#include "core/document/doctype.h"
#include "core/document/number.h"
#include "core/document/scan.h"

namespace tracuu::citation {
namespace {

constexpr std::size_t kMaxTypeWords = 4;
constexpr std::size_t kMaxDateBytes = 64;
constexpr std::size_t kMaxIssuerBytes = 120;  // «Nghị định của Chính phủ số 91/CP»
constexpr std::size_t kMaxLooseDigits = 4;
constexpr std::size_t kMaxAmendedLaws = 40;
constexpr std::size_t kMaxAmendingWords = 16;  // between «Luật sửa đổi» and the first law's name
constexpr std::size_t kYearDigits = 4;

// Names of types by words_key.
const std::unordered_map<std::string, std::string>& type_names() {
  static const std::unordered_map<std::string, std::string> names = [] {
    std::unordered_map<std::string, std::string> map;
    for (const DocumentType& type : document_types().all()) {
      map.try_emplace(words_key(type.name), type.name);
    }
    return map;
  }();
  return names;
}

std::string joined(std::string_view text) {
  std::string out;
  for (const Word& word : words_of(text, 0, text.size())) {
    const bool is_tight = word.is_mark && (word.key == "," || word.key == ";" || word.key == ")");
    if (!out.empty() && !is_tight && !out.ends_with('(')) out += ' ';
    out += text.substr(word.begin, word.end - word.begin);
  }
  return out;
}

struct TypeBefore {
  std::string name;
  std::size_t begin = 0;  // of type, «số» or number, whichever is first
  bool has_so = false;
  bool is_capital = false;
};

std::size_t offset_of(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

// The longest type name that ends right before `end`.
TypeBefore type_ending_at(std::string_view text, std::size_t end) {
  TypeBefore best;
  best.begin = end;
  std::string key;
  std::size_t at = end;
  for (std::size_t n = 0; n < kMaxTypeWords; ++n) {
    const std::string_view word = scan::word_before(text, at);
    if (word.empty()) break;
    const Word first = next_word(word, 0, word.size());
    key.insert(0, key.empty() ? "" : " ");
    key.insert(0, first.key);
    at = offset_of(text, word);
    const auto found = type_names().find(key);
    if (found == type_names().end()) continue;
    best.name = found->second;
    best.begin = at;
    best.is_capital = first.is_capital;
  }
  return best;
}

// «Nghị định của Chính phủ » before `end`.
TypeBefore type_over_issuer(std::string_view text, std::size_t end) {
  static constexpr std::string_view kOf = " của ";
  const std::size_t from = end > kMaxIssuerBytes ? end - kMaxIssuerBytes : 0;
  const std::size_t of = text.substr(from, end - from).rfind(kOf);
  if (of == std::string_view::npos) return {};
  const std::size_t issuer = agency_end(text.substr(0, end), from + of + kOf.size(), Issuers::kOne);
  if (issuer == from + of + kOf.size() || scan::skip_blanks(text, issuer) != end) return {};
  return type_ending_at(text, from + of);
}

// «Nghị định số », «Luật số: », «các Nghị định số » before the number at `number`.
TypeBefore type_before(std::string_view text, std::size_t number) {
  std::size_t end = number;
  bool has_so = false;
  std::string_view word = scan::word_before(text, end);
  std::string key = words_key(word);
  if (key == "hieu") {
    end = offset_of(text, word);
    word = scan::word_before(text, end);
    key = words_key(word);
  }
  if (key == "so") {
    end = offset_of(text, word);
    has_so = true;
  }
  TypeBefore found = type_ending_at(text, end);
  if (found.name.empty() && has_so) {
    TypeBefore over = type_over_issuer(text, end);
    if (!over.name.empty()) found = std::move(over);
  }
  if (found.name.empty()) found.begin = end;
  found.has_so = has_so;
  return found;
}

// The offset behind the words `keys` (and a comma before them), `i` if they are not there.
std::size_t skip_words(std::string_view text, std::size_t i,
                       std::initializer_list<std::string_view> keys) {
  std::size_t at = i;
  for (const std::string_view key : keys) {
    Word word = next_word(text, at, text.size());
    if (word.key == "," && key == *keys.begin()) word = next_word(text, word.end, text.size());
    if (word.key != key || word.begin == word.end) return i;
    at = word.end;
  }
  return at;
}

struct DateBehind {
  std::string iso;
  std::size_t end = 0;
};

// «ngày 05 tháng 3 năm 2020», «(ngày 05/3/2020)» is left to the reader; «năm 2013» gives a year.
DateBehind date_behind(std::string_view text, std::size_t i, bool takes_year) {
  const std::size_t day = skip_words(text, i, {"ngay"});
  if (day != i) {
    const std::size_t at = scan::skip_blanks(text, day);
    const auto date = find_date(text.substr(at, kMaxDateBytes));
    if (!date || date->offset != 0 || date->precision != DateMention::Precision::kDay) return {};
    return {to_iso(date->days.first), at + date->length};
  }
  if (!takes_year) return {};
  std::size_t at = skip_words(text, i, {"nam"});
  at = scan::skip_blanks(text, at);
  if (scan::digit_count(text, at, kYearDigits) != kYearDigits) return {};
  const int year = scan::digits_value(text, at, kYearDigits);
  if (year < kFirstYear || year > kLastYear) return {};
  const std::size_t end = at + kYearDigits;
  if (end < text.size() && (text[end] == '/' || text[end] == '-')) return {};
  return {std::string(text.substr(at, kYearDigits)), end};
}

bool takes_joint_issuers(const Citation& citation) {
  return citation.type.find("liên tịch") != std::string::npos ||
         citation.key.find("/TTLT") != std::string::npos;
}

// Reads date and agency behind the reference, in either order.
void read_tail(std::string_view text, Reference& reference) {
  Citation& citation = reference.citation;
  reference.tail_end = reference.end;
  const bool is_law = !citation.name.empty();
  for (int n = 0; n < 2; ++n) {
    if (citation.date.empty()) {
      const DateBehind date =
          date_behind(text, reference.tail_end, is_law && citation.number.empty());
      if (date.end != 0) {
        citation.date = date.iso;
        reference.tail_end = date.end;
      }
    }
    const std::size_t of = skip_words(text, reference.tail_end, {"cua"});
    if (of == reference.tail_end || !citation.agency.empty()) continue;
    const std::size_t begin = scan::skip_blanks(text, of);
    const std::size_t end =
        agency_end(text, begin, takes_joint_issuers(citation) ? Issuers::kJoint : Issuers::kOne);
    if (end == begin) continue;
    citation.agency = joined(text.substr(begin, end - begin));
    reference.tail_end = end;
  }
}

void set_span(Reference& reference, std::size_t begin, std::size_t end) {
  reference.begin = begin;
  reference.head_end = reference.end = reference.tail_end = end;
  reference.citation.offset = begin;
  reference.citation.length = end - begin;
}

void set_number(Citation& citation, const NumberMention& mention) {
  citation.number = mention.number.canonical;
  citation.key = mention.number.key;
}

// Reads the body once from its beginning.
class Finder {
 public:
  explicit Finder(std::string_view body) : body_(body), numbers_(find_numbers(body)) {}

  std::vector<Reference> run() {
    std::size_t i = 0;
    while (true) {
      while (i < body_.size() && !is_stop(body_[i])) ++i;
      if (i >= body_.size()) return std::move(found_);
      i = step(i);
    }
  }

 private:
  // Digits, and the first letters of Luật, Bộ luật, Pháp lệnh, Hiến pháp.
  static bool is_stop(char c) {
    return scan::is_digit(c) || c == 'L' || c == 'B' || c == 'P' || c == 'H';
  }

  std::size_t step(std::size_t i) {
    if (scan::is_digit(body_[i])) return read_digits(i);
    return scan::follows_word(body_, i) ? i + 1 : read_law(i);
  }

  // Whether a number of find_numbers begins at `i`.
  const NumberMention* number_at(std::size_t i) {
    while (next_number_ < numbers_.size() && numbers_[next_number_].offset < i) ++next_number_;
    const bool is_here = next_number_ < numbers_.size() && numbers_[next_number_].offset == i;
    return is_here ? &numbers_[next_number_] : nullptr;
  }

  std::size_t read_digits(std::size_t i) {
    const NumberMention* mention = number_at(i);
    if (mention != nullptr) return add_number(*mention);
    std::size_t end = i;
    while (scan::is_digit_at(body_, end)) ++end;
    if (end - i <= kMaxLooseDigits && may_follow_type(i)) add_loose(i, end);
    return end;
  }

  std::size_t add_number(const NumberMention& mention) {
    const TypeBefore type = type_before(body_, mention.offset);
    Reference reference;
    reference.citation.type = type.name;
    set_number(reference.citation, mention);
    const std::size_t floor = found_.empty() ? 0 : found_.back().tail_end;
    set_span(reference, std::max(type.begin, std::min(floor, mention.offset)),
             mention.offset + mention.length);
    inherit_type(reference);
    read_tail(body_, reference);
    const std::size_t end = reference.end;
    found_.push_back(std::move(reference));
    return end;
  }

  // «các Nghị định số A, số B và số C»
  void inherit_type(Reference& reference) const {
    if (!reference.citation.type.empty() || found_.empty()) return;
    const Reference& before = found_.back();
    if (before.is_amending) return;
    const Word mark = next_word(body_, before.tail_end, reference.begin);
    const bool joins = mark.key == "," || mark.key == "va" || mark.key == "hoac";
    if (joins && scan::skip_blanks(body_, mark.end) == reference.begin) {
      reference.citation.type = before.citation.type;
    }
  }

  // A look at the one word before: «số», or the last of a type's name.
  bool may_follow_type(std::size_t i) const {
    static constexpr std::array<std::string_view, 8> kKeys = {"so",   "quyet", "dinh", "thi",
                                                              "luan", "tu",    "van",  "tich"};
    if (i == 0 || (body_[i - 1] != ' ' && body_[i - 1] != '\n')) return false;
    const std::string_view word = scan::word_before(body_, i);
    return std::ranges::find(kKeys, next_word(word, 0, word.size()).key) != kKeys.end();
  }

  // «Nghị quyết 01 của Ban Chấp hành …», «Chỉ thị số 05 ngày …», «Nghị định 15/2020»
  void add_loose(std::size_t i, std::size_t end) {
    static constexpr std::array<std::string_view, 8> kTypes = {
        "Nghị quyết", "Quyết định", "Chỉ thị",  "Kết luận",
        "Nghị định",  "Thông tư",   "Công văn", "Thông tư liên tịch"};
    const TypeBefore type = type_before(body_, i);
    if (!type.is_capital || std::ranges::find(kTypes, type.name) == kTypes.end()) return;
    const bool has_year = end < body_.size() && body_[end] == '/' &&
                          scan::digit_count(body_, end + 1, kYearDigits) == kYearDigits;
    if (has_year) end += 1 + kYearDigits;
    if (end < body_.size() && (body_[end] == '/' || body_[end] == '-' || body_[end] == '.') &&
        end + 1 < body_.size() && scan::blank_length(body_, end + 1) == 0) {
      return;
    }
    Reference reference;
    reference.citation.type = type.name;
    reference.citation.number = body_.substr(i, end - i);
    set_span(reference, type.begin, end);
    read_tail(body_, reference);
    const Citation& citation = reference.citation;
    if (citation.agency.empty() && citation.date.empty() && !type.has_so && !has_year) return;
    found_.push_back(std::move(reference));
  }

  std::size_t read_law(std::size_t i) {
    const LawName name = read_law_name(body_, i);
    if (name.type.empty()) return i + 1;
    if (name.end > name.type_end) return add_law(i, name);
    return add_amending_law(i, name);
  }

  // The number behind «số», nullptr if none is there.
  const NumberMention* number_behind(std::size_t end) {
    const std::size_t so = skip_words(body_, skip_aside(end), {"so"});
    const Word colon = next_word(body_, so, body_.size());
    const std::size_t at = scan::skip_blanks(body_, colon.key == ":" ? colon.end : so);
    return so == end ? nullptr : number_at(at);
  }

  // «… (HIV/AIDS) số …»
  std::size_t skip_aside(std::size_t end) const {
    constexpr std::size_t kMaxAside = 24;
    const std::size_t at = scan::skip_blanks(body_, end);
    if (at >= body_.size() || body_[at] != '(') return end;
    const std::size_t close = body_.substr(at, kMaxAside).find(')');
    return close == std::string_view::npos ? end : at + close + 1;
  }

  Reference make_law(std::size_t i, const LawName& name) {
    Reference law;
    law.citation.type = name.type;
    law.citation.name = joined(body_.substr(i, name.end - i));
    set_span(law, i, name.end);
    return law;
  }

  std::size_t add_law(std::size_t i, const LawName& name) {
    Reference law = make_law(i, name);
    if (const NumberMention* number = number_behind(name.end)) {
      set_number(law.citation, *number);
      set_span(law, i, number->offset + number->length);
    }
    read_tail(body_, law);
    const std::size_t end = law.end;
    found_.push_back(std::move(law));
    return end;
  }

  // Where the first law begins that a law «sửa đổi, bổ sung một số điều của Luật …» amends.
  std::size_t amended_begin(std::size_t type_end) const {
    Word word = next_word(body_, type_end, body_.size());
    if (word.key != "sua") return 0;
    for (std::size_t n = 0; n < kMaxAmendingWords && word.begin != word.end; ++n) {
      if (word.key == ";" || word.key == ".") return 0;
      if (word.is_capital && n > 1) {
        const LawName name = read_law_name(body_, word.begin);
        if (!name.type.empty()) return name.end > name.type_end ? word.begin : 0;
      }
      word = next_word(body_, word.end, body_.size());
    }
    return 0;
  }

  // Whether «ban hành» stands before: then the text speaks of itself.
  bool is_enacted_here(std::size_t i) const {
    const std::string_view last = scan::word_before(body_, i);
    if (words_key(last) != "hanh") return false;
    return words_key(scan::word_before(body_, offset_of(body_, last))) == "ban";
  }

  std::size_t add_amending_law(std::size_t i, const LawName& name) {
    std::size_t at = is_enacted_here(i) ? 0 : amended_begin(name.type_end);
    if (at == 0) return name.type_end;
    const std::size_t outer = found_.size();
    found_.push_back(make_law(i, name));
    std::size_t end = at;
    for (std::size_t n = 0; n < kMaxAmendedLaws; ++n) {
      const LawName inner = read_law_name(body_, at);
      if (inner.type.empty() || inner.end == inner.type_end) break;
      found_.push_back(make_law(at, inner));
      end = inner.end;
      Word join = next_word(body_, end, body_.size());
      if (join.key != "," && join.key != "va") break;
      at = next_word(body_, join.end, body_.size()).begin;
      if (at >= body_.size()) break;
    }
    close_amending_law(outer, i, name.type_end, end);
    return found_[outer].end;
  }

  // Number and date behind the last law belong to the one that amends.
  void close_amending_law(std::size_t outer, std::size_t i, std::size_t type_end, std::size_t end) {
    Reference& law = found_[outer];
    law.is_amending = true;
    law.citation.name = joined(body_.substr(i, end - i));
    if (const NumberMention* number = number_behind(end)) {
      set_number(law.citation, *number);
      end = number->offset + number->length;
    }
    set_span(law, i, end);
    read_tail(body_, law);
    law.head_end = type_end;
    found_.back().tail_end = law.tail_end;
  }

  std::string_view body_;
  std::vector<NumberMention> numbers_;
  std::size_t next_number_ = 0;
  std::vector<Reference> found_;
};

}  // namespace

std::vector<Reference> find_references(std::string_view body) {
  return Finder(body).run();
}

}  // namespace tracuu::citation
