// Numbers as they are typed into a search box: "40 2014 tt bkhcn", "456 qð ubnd", "12/2016/tt-".
//
// A blank may stand for any separator, and case and marks may be missing, so the symbol has to be
// made of codes the tables know; where the query has separators of its own, one unlisted code is
// believed. The whole query must be consumed: "40 ubnd tỉnh" is no number.

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "core/document/date.h"
#include "core/document/doctype.h"
#include "core/document/letter_case.h"
#include "core/document/number.h"
#include "core/document/number_codes.h"
#include "core/document/number_grammar.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxQueryBytes = 160;
constexpr std::size_t kMaxGroups = 10;

struct Group {
  std::string_view text;
  bool is_joined = false;  // a separator other than a blank stands before it
};

struct Typed {
  std::string_view sequence;
  int year = 0;
  std::vector<Group> groups;
  bool is_open = false;  // ends in a separator
};

bool is_separator(std::string_view text, std::size_t i) {
  return text[i] == '/' || text[i] == '_' || text[i] == '.' || text[i] == ',' || text[i] == '-';
}

// Skips blanks and separators; tells whether there was more than blanks.
std::size_t skip_separators(std::string_view text, std::size_t i, bool& is_joined) {
  is_joined = false;
  while (i < text.size()) {
    const std::size_t dash = scan::dash_length(text, i);
    const bool separates = dash != 0 || is_separator(text, i);
    const std::size_t length =
        separates ? std::max<std::size_t>(dash, 1) : scan::blank_length(text, i);
    if (length == 0) break;
    is_joined = is_joined || separates;
    i += length;
  }
  return i;
}

// A run of letters with '&', and the digits behind it: "vpđđbqh&hđnd", "qh14".
std::size_t group_end(std::string_view text, std::size_t i) {
  std::size_t end = i;
  while (end < text.size()) {
    const std::size_t length = text[end] == '&' ? 1 : scan::letter_length(text, end);
    if (length == 0) break;
    end += length;
  }
  while (end > i && scan::is_digit_at(text, end)) ++end;
  return end;
}

bool is_digits(std::string_view text) {
  return std::ranges::all_of(text, scan::is_digit);
}

std::size_t sequence_end(std::string_view text) {
  std::size_t end = scan::digit_count(text, 0, 6);
  if (end == 0 || end > 6) return 0;
  if (end < text.size() && text[end] == '.') {
    const std::size_t sub = scan::digit_count(text, end + 1, 3);
    if (sub >= 1 && sub <= 3) end += 1 + sub;
  }
  if (scan::letter_length(text, end) == 1 && scan::letter_length(text, end + 1) == 0) ++end;
  return end;
}

std::optional<Typed> cut(std::string_view text) {
  Typed typed;
  std::size_t at = sequence_end(text);
  if (at == 0) return std::nullopt;
  typed.sequence = text.substr(0, at);
  while (at < text.size()) {
    Group group;
    at = skip_separators(text, at, group.is_joined);
    if (at == text.size()) {
      typed.is_open = group.is_joined;
      break;
    }
    std::size_t end = group_end(text, at);
    if (end == at) end += scan::digit_count(text, at, 4);
    if (end == at || typed.groups.size() == kMaxGroups) return std::nullopt;
    group.text = text.substr(at, end - at);
    typed.groups.push_back(group);
    at = end;
  }
  return typed;
}

// Moves a year and the digits of «qh 14» from the groups to where they belong.
bool settle_digits(Typed& typed) {
  auto& groups = typed.groups;
  if (!groups.empty() && groups[0].text.size() == 4 && is_digits(groups[0].text)) {
    typed.year = scan::digits_value(groups[0].text, 0, 4);
    groups.erase(groups.begin());
    if (typed.year < kFirstYear || typed.year > kLastYear) return false;
  }
  if (groups.size() >= 2 && is_digits(groups.back().text)) {
    Group& body = groups[groups.size() - 2];
    const char* begin = body.text.data();
    const char* end = groups.back().text.data() + groups.back().text.size();
    body.text = {begin, static_cast<std::size_t>(end - begin)};  // "qh 14", read below
    groups.pop_back();
  }
  return std::ranges::none_of(groups, [](const Group& g) { return is_digits(g.text); });
}

struct Symbol {
  const NumberCode* code = nullptr;
  std::string text;    // as it goes into the number
  std::string digits;  // behind it
  bool is_joined = false;
};

Symbol symbol_of(const Group& group) {
  const std::size_t digits = group.text.find_first_of("0123456789");
  const std::string_view letters = scan::trim(group.text.substr(0, digits));
  Symbol symbol;
  symbol.code = number_codes().find(letters);
  symbol.text = symbol.code == nullptr ? capital_letters(letters) : symbol.code->text;
  if (digits != std::string_view::npos) symbol.digits = group.text.substr(digits);
  symbol.is_joined = group.is_joined;
  return symbol;
}

bool is_type(const Symbol& s) {
  return s.code != nullptr && s.code->is_type;
}
bool is_organ(const Symbol& s) {
  return s.code != nullptr && s.code->is_organ;
}

// Letters as codes have them: no tones, and no vowel unless a separator says that it is a code.
bool may_be_unlisted(const Symbol& s) {
  constexpr std::size_t kMaxUnitBytes = 24;
  const std::string plain = fold(s.text, Marks::kDrop);
  std::string small = small_letters(s.text);
  for (const auto& [from, to] : {std::pair{"đ", "d"}, std::pair{"ư", "u"}}) {
    for (std::size_t at = 0; (at = small.find(from, at)) != std::string::npos;) {
      small.replace(at, std::string_view(from).size(), to);
    }
  }
  if (s.text.size() > kMaxUnitBytes || plain != small) return false;
  return s.is_joined || plain.find_first_of("aeiouy") == std::string::npos;
}

// Puts the groups behind the type, or behind the organ of a công văn, where they belong.
bool place_rest(std::span<const Symbol> rest, DocumentNumber& number) {
  for (const Symbol& s : rest) {
    const bool is_first_organ = number.organs.empty();
    if (is_organ(s) && (is_first_organ || is_joint_type(number.type))) {
      number.organs.push_back(s.text);
      if (!s.digits.empty() && s.digits.size() <= 2) number.term = std::stoi(s.digits);
    } else if (is_first_organ ? s.is_joined && may_be_unlisted(s) : may_be_unlisted(s)) {
      std::string& part = is_first_organ ? number.organs.emplace_back() : number.unit;
      part += part.empty() ? "" : "-";
      part += s.text + s.digits;
    } else {
      return false;
    }
  }
  return true;
}

bool is_party(const DocumentNumber& number, std::span<const Symbol> symbols) {
  return number.year == 0 && !number.type.empty() && symbols.size() > 1 && is_organ(symbols[1]) &&
         symbols[1].code->is_party;
}

// "67 2020 qh 14"; without a year QH is the type quy hoạch.
bool is_law(const Typed& typed, const Symbol& symbol) {
  return typed.year != 0 && symbol.code != nullptr && has_terms(symbol.code->text) &&
         !symbol.digits.empty();
}

// "64/cp"
bool is_old(const Typed& typed, std::span<const Symbol> symbols) {
  return typed.year == 0 && symbols.size() == 1 && symbols[0].is_joined &&
         symbols[0].code != nullptr && is_old_symbol(symbols[0].code->text);
}

// Whether the separators that were typed make up for a number that ends early: "12/2016/tt-".
bool is_beginning(const Typed& typed, std::span<const Symbol> symbols) {
  return typed.year != 0 || typed.is_open || (!symbols.empty() && symbols[0].is_joined);
}

// Fills the meaning of the groups; nothing when they are no number's.
std::optional<NumberQuery> place(const Typed& typed, std::span<const Symbol> symbols) {
  NumberQuery query;
  DocumentNumber& number = query.number;
  number.sequence = typed.sequence;
  number.year = typed.year;
  if (symbols.empty()) {
    query.is_complete = false;
  } else if (is_law(typed, symbols[0])) {
    if (!place_rest(symbols, number)) return std::nullopt;
  } else if (is_type(symbols[0])) {
    number.type = symbols[0].text;
    if (!place_rest(symbols.subspan(1), number)) return std::nullopt;
    query.is_complete = !number.organs.empty();
  } else if (is_organ(symbols[0])) {
    if (!place_rest(symbols, number)) return std::nullopt;
    query.is_complete = !number.unit.empty();
  } else {
    return std::nullopt;
  }
  return query;
}

std::optional<NumberQuery> judge(const Typed& typed, bool has_word) {
  std::vector<Symbol> symbols;
  symbols.reserve(typed.groups.size());
  for (const Group& group : typed.groups) symbols.push_back(symbol_of(group));
  if (symbols.empty() && (!has_word || typed.year == 0)) return std::nullopt;
  auto query = place(typed, symbols);
  if (!query) return std::nullopt;
  const bool old = is_old(typed, symbols);
  if (old) query->is_complete = true;
  if (!query->is_complete && !has_word && !is_beginning(typed, symbols)) return std::nullopt;

  std::vector<std::string> groups;
  groups.reserve(symbols.size());
  for (const Symbol& s : symbols) groups.push_back(s.text + s.digits);
  const bool party = is_party(query->number, symbols);
  compose_number(query->number, groups,
                 old     ? NumberStyle::kOld
                 : party ? NumberStyle::kParty
                         : NumberStyle::kState);
  return query;
}

// The number as documents write it, when the query is one.
// Nobody types 538/QLCL-QLVBCC and means anything else, so it needs no «số».
std::optional<NumberQuery> exact(std::string_view text) {
  const auto judged = judge_number(read_number_parts(text, 0), NumberCue::kSo);
  if (!judged || judged->end != text.size()) return std::nullopt;
  return NumberQuery{judged->number, {}, true};
}

// Returns the text behind «số», «số:», «số hiệu»; `text` itself when they are not there.
std::string_view behind_cue(std::string_view text) {
  bool is_first = true;
  while (true) {
    const std::string key = fold(scan::word_at(text, 0), Marks::kDrop);
    const bool is_cue = is_first ? key == "so" : key == "ky" || key == "hieu";
    if (!is_cue) return text;
    is_first = false;
    text.remove_prefix(scan::word_at(text, 0).size());
    while (!text.empty() && (text[0] == ':' || scan::blank_length(text, 0) != 0)) {
      text.remove_prefix(text[0] == ':' ? 1 : scan::blank_length(text, 0));
    }
  }
}

}  // namespace

std::optional<NumberQuery> parse_number_query(std::string_view text) {
  text = scan::trim(text);
  while (text.ends_with('.') || text.ends_with(';') || text.ends_with(',')) text.remove_suffix(1);
  if (text.size() > kMaxQueryBytes) return std::nullopt;
  const auto type = leading_type(text);
  const std::string_view rest = type ? scan::trim(text.substr(type->length)) : text;
  const std::string_view body = behind_cue(rest);
  if (body.empty() || !scan::is_digit(body.front())) return std::nullopt;

  const bool has_word = body.data() != text.data();
  auto query = exact(body);
  if (!query) {
    auto typed = cut(body);
    if (!typed || !settle_digits(*typed)) return std::nullopt;
    query = judge(*typed, has_word);
  }
  if (query && type) query->type = type->name;
  return query;
}

}  // namespace tracuu
