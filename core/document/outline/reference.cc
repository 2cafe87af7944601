#include "core/document/outline/reference.h"

#include <algorithm>
#include <vector>

#include "core/document/outline/numerals.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

using outline::anchor_number;
using std::size_t;

struct Unit {
  std::string_view name;  // folded, without marks
  std::string Reference::*field;
};

// Longer names first: «tiểu mục» before «mục».
constexpr std::array kUnits = std::to_array<Unit>({{"phu luc", &Reference::annex},
                                                   {"tieu muc", &Reference::subsection},
                                                   {"phan thu", &Reference::part},
                                                   {"phan", &Reference::part},
                                                   {"chuong", &Reference::chapter},
                                                   {"muc", &Reference::section},
                                                   {"dieu", &Reference::article},
                                                   {"khoan", &Reference::clause},
                                                   {"diem", &Reference::point}});

constexpr std::array kRegulations = std::to_array<std::string_view>(
    {"quy che", "quy dinh", "dieu le", "noi quy", "ke hoach", "chuong trinh", "de an"});

struct Words {
  std::vector<std::string> toned;
  std::vector<std::string> toneless;
};

Words split(std::string_view text) {
  Words words;
  const std::string small = fold(text, Marks::kKeep);
  for (size_t i = 0; i < small.size();) {
    const size_t end = std::min(small.find_first_of(" \t\n\r,;:", i), small.size());
    if (end > i) {
      words.toned.push_back(small.substr(i, end - i));
      words.toneless.push_back(fold(words.toned.back(), Marks::kDrop));
    }
    i = end + 1;
  }
  return words;
}

// The number of words of `name` that stand at word `i`; 0: others stand there.
size_t words_of(const Words& words, size_t i, std::string_view name) {
  const size_t blank = name.find(' ');
  if (i >= words.toneless.size() || words.toneless[i] != name.substr(0, blank)) return 0;
  if (blank == std::string_view::npos) return 1;
  return i + 1 < words.toneless.size() && words.toneless[i + 1] == name.substr(blank + 1) ? 2 : 0;
}

// «5», «12a», «iv», «i.2», «đ»; nothing for a word.
std::string read_number(std::string_view word) {
  while (!word.empty() && (word.back() == '.' || word.back() == ')')) word.remove_suffix(1);
  constexpr size_t kMaxNumberBytes = 12;
  if (word.empty() || word.size() > kMaxNumberBytes) return {};
  if (const auto ordinal = outline::read_ordinal_word(word); ordinal.length == word.size()) {
    return std::to_string(ordinal.value);
  }
  const bool has_digit = std::ranges::any_of(word, scan::is_digit);
  const bool is_letter = scan::letter_length(word, 0) == word.size();
  const bool is_roman = word.find_first_not_of("ivxl") == std::string_view::npos;
  if (!has_digit && !is_letter && !is_roman) return {};
  return std::string(outline::without_zeros(word));
}

std::uint32_t value_of(std::string_view number) {
  std::string capitals(number);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (const auto roman = outline::read_roman(capitals); roman.length == number.size()) {
    return roman.value;
  }
  constexpr size_t kMaxDigits = 4;
  const size_t digits = scan::digit_count(number, 0, kMaxDigits);
  if (digits == 0 || digits > kMaxDigits || digits != number.size()) return 0;
  return static_cast<std::uint32_t>(scan::digits_value(number, 0, digits));
}

bool is_same_number(std::string_view a, std::string_view b) {
  if (anchor_number(a) == anchor_number(b)) return true;
  // «điểm i» is a letter, so only numbers of more than one kind are compared by value.
  const std::uint32_t value = value_of(a);
  return value != 0 && value == value_of(b);
}

const std::string* field_of(const Reference& reference, OutlineKind kind) {
  switch (kind) {
    case OutlineKind::kAnnex:
      return &reference.annex;
    case OutlineKind::kPart:
      return &reference.part;
    case OutlineKind::kChapter:
      return &reference.chapter;
    case OutlineKind::kSection:
      return &reference.section;
    case OutlineKind::kSubsection:
      return &reference.subsection;
    case OutlineKind::kArticle:
      return &reference.article;
    case OutlineKind::kClause:
      return &reference.clause;
    case OutlineKind::kPoint:
      return &reference.point;
  }
  return nullptr;
}

bool is_named(const OutlineNode& node, std::string_view number) {
  if (node.kind == OutlineKind::kAnnex) return node.anchor == number;
  if (node.kind == OutlineKind::kPoint) return anchor_number(node.number) == anchor_number(number);
  if (is_same_number(node.number, number)) return true;
  if (node.kind != OutlineKind::kSection) return false;
  const std::string anchor = "muc-" + anchor_number(number);
  return node.anchor == anchor || node.anchor.ends_with("-" + anchor);
}

// Whether each number of the reference is that of the node or of one it lies in.
bool matches(const Outline& outline, size_t i, const Reference& reference) {
  constexpr int kKinds = static_cast<int>(OutlineKind::kPoint) + 1;
  for (int kind = 0; kind < kKinds; ++kind) {
    const std::string& number = *field_of(reference, static_cast<OutlineKind>(kind));
    if (number.empty()) continue;
    bool found = false;
    for (size_t k = i; k != kNoParent && !found; k = outline[k].parent) {
      found = outline[k].kind == static_cast<OutlineKind>(kind) && is_named(outline[k], number);
    }
    if (!found) return false;
  }
  return true;
}

std::optional<OutlineKind> finest(const Reference& reference) {
  for (int kind = static_cast<int>(OutlineKind::kPoint); kind >= 0; --kind) {
    if (!field_of(reference, static_cast<OutlineKind>(kind))->empty()) {
      return static_cast<OutlineKind>(kind);
    }
  }
  return std::nullopt;
}

class ReferenceParser {
 public:
  explicit ReferenceParser(std::string_view text) : words_(split(text)) {}

  std::optional<Reference> run() {
    while (next_ < words_.toned.size()) {
      if (!read_unit() && !read_regulation()) return std::nullopt;
    }
    if (!finest(reference_)) return std::nullopt;
    return std::move(reference_);
  }

 private:
  bool read_unit() {
    for (const Unit& unit : kUnits) {
      const size_t count = words_of(words_, next_, unit.name);
      if (count == 0 || next_ + count >= words_.toned.size()) continue;
      size_t number = next_ + count;
      if (unit.field == &Reference::part && words_.toneless[number] == "thu") ++number;
      if (number >= words_.toned.size()) return false;
      std::string value = read_number(words_.toned[number]);
      std::string& field = reference_.*unit.field;
      if (value.empty() || !field.empty()) return false;
      field = unit.field == &Reference::annex ? "phu-luc-" + anchor_number(value) : value;
      next_ = number + 1;
      return true;
    }
    return false;
  }

  bool read_regulation() {
    for (const std::string_view name : kRegulations) {
      if (words_of(words_, next_, name) == 0 || !reference_.annex.empty()) continue;
      reference_.annex = name;
      std::ranges::replace(reference_.annex, ' ', '-');
      next_ += 2;
      return true;
    }
    return false;
  }

  Words words_;
  Reference reference_;
  size_t next_ = 0;
};

}  // namespace

std::optional<Reference> parse_reference(std::string_view text) {
  if (text.size() > kMaxReferenceBytes) return std::nullopt;
  return ReferenceParser(text).run();
}

const OutlineNode* find(const Outline& outline, const Reference& reference) {
  const std::optional<OutlineKind> kind = finest(reference);
  if (!kind) return nullptr;
  for (size_t i = 0; i < outline.size(); ++i) {
    if (outline[i].kind == *kind && matches(outline, i, reference)) return &outline[i];
  }
  return nullptr;
}

}  // namespace tracuu
