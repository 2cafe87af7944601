#include "searcher/graph/cite_line.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/document/agency.h"
#include "core/document/date.h"
#include "core/document/doctype.h"
#include "core/document/letter_case.h"
#include "core/document/number.h"
#include "core/document/scan.h"
#include "core/text/utf8.h"
#include "searcher/graph/day.h"

namespace tracuu {
namespace {

constexpr std::array kNamedTypes =
    std::to_array<std::string_view>({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"});

// Drops blanks and marks around, and joins lines.
std::string cleaned(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!is_blank) line += c;
    if (is_blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() &&
         (line.back() == ' ' || line.back() == ';' || line.back() == '.' || line.back() == ',')) {
    line.pop_back();
  }
  return line;
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

// «Quyết định 749/QĐ-TTg Phê duyệt …» without what the line says already.
std::string_view without_type_and_number(std::string_view title, const Document& document) {
  title = scan::trim(title);
  const auto skip_type = [&] {
    const auto leading = leading_type(title);
    const bool is_own = leading && leading->name == canonical_type(document.type);
    if (is_own) title = scan::trim(title.substr(leading->length));
    return is_own;
  };
  const std::string_view whole = title;
  const bool has_type = skip_type();
  constexpr std::string_view kNumberWord = "số";
  std::string_view rest = title;
  if (rest.starts_with(kNumberWord)) rest = scan::trim(rest.substr(kNumberWord.size()));
  if (rest.starts_with(':')) rest = scan::trim(rest.substr(1));
  const std::string_view word = rest.substr(0, rest.find(' '));
  if (has_digit(word) && word.find('/') != std::string_view::npos) {
    title = scan::trim(rest.substr(word.size()));
    return title;
  }
  return has_type ? title : whole;
}

// The first letter small, but for what is written in capitals or begins a name: «Đảng bộ», «UBND».
std::string begun_small(std::string subject) {
  const std::string_view view = subject;
  const std::size_t blank = std::min(view.find(' '), view.size());
  const std::string_view first = view.substr(0, blank);
  const std::string_view rest = scan::trim(view.substr(blank));
  const bool is_name = is_capitalized(rest.substr(0, rest.find(' ')));
  if (is_capitals(first) || is_name) return subject;
  const std::size_t letter = first.empty() ? 0 : text::decode(first, 0).length;
  return small_letters(first.substr(0, letter)) + subject.substr(letter);
}

std::string subject_of(const Document& document) {
  std::string subject =
      cleaned(document.subject.empty() ? without_type_and_number(document.title, document)
                                       : std::string_view(document.subject));
  if (is_capitals(subject)) subject = sentence_case(subject);
  for (const std::string_view mark : {"V/v ", "v/v ", "V/v: "}) {
    if (subject.starts_with(mark)) return "về việc " + subject.substr(mark.size());
  }
  return begun_small(std::move(subject));
}

// «Luật Thanh niên»
std::string name_of_law(const Document& document, const std::string& type) {
  std::string_view name = scan::trim(document.subject.empty() ? document.title : document.subject);
  name = without_type_and_number(name, document);
  const auto leading = leading_type(name);  // «Luật 57/2020/QH14 Luật Thanh niên»
  if (leading && leading->name == type) name = scan::trim(name.substr(leading->length));
  const std::string cased = is_capitals(name) ? sentence_case(name) : cleaned(name);
  return cased.empty() ? type : type + " " + cased;
}

}  // namespace

std::optional<std::string> cite_line(const Document& document) {
  const std::string type = canonical_type(document.type);
  const auto date = document.date_inferred ? std::nullopt : parse_iso(document.date);
  if (type.empty() || (document.number.empty() && !date)) return std::nullopt;
  const bool is_named = std::ranges::find(kNamedTypes, type) != kNamedTypes.end();
  std::string line = "Căn cứ " + (is_named ? name_of_law(document, type) : type);
  if (!document.number.empty()) line += " số " + document.number;
  if (date) line += " " + day_in_words(*date);
  if (!is_named) {
    const std::string subject = subject_of(document);
    const bool has_agency = subject.starts_with("của ");  // of the party: «NGHỊ QUYẾT của …»
    if (!has_agency && !document.agency.empty()) line += " của " + agency_label(document.agency);
    if (!subject.empty()) line += " " + subject;
  }
  return cleaned(line) + ";";
}

}  // namespace tracuu
