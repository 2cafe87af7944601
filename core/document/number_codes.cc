#include "core/document/number_codes.h"

#include <algorithm>
#include <array>

#include "core/document/letter_case.h"
#include "core/document/tables.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::string_view kNoCode = "-";
constexpr std::size_t kMaxCodeBytes = 40;

// An alias of an agency that can stand in a number: "UBTƯMTTQVN", not "Tỉnh uỷ".
bool looks_like_code(std::string_view alias) {
  const LetterCount count = count_letters(alias);
  return alias.find(' ') == std::string_view::npos && count.capitals >= 2 &&
         count.capitals > count.small;
}

bool is_party_level(std::string_view level) {
  return level.starts_with("đảng");
}

std::string without_dots(std::string_view text) {
  std::string out(text);
  std::erase(out, '.');
  return out;
}

// «TƯ» is how many write TW (Trung ương), alone or inside: UBTƯMTTQVN.
std::string with_central_code(std::string text) {
  constexpr std::string_view kWritten = "TƯ";
  const std::size_t at = text.find(kWritten);
  if (at != std::string::npos) text.replace(at, kWritten.size(), "TW");
  return text;
}

}  // namespace

NumberCodes::NumberCodes(std::string_view doctypes, std::string_view agencies) {
  for (const TableRow& row : table_rows(doctypes)) {
    for (const auto column : {DoctypeColumn::kSymbol, DoctypeColumn::kSymbolBefore2020}) {
      const std::string_view symbol = cell(row, column);
      // In «217-HĐBT» the body stands for the type; as a code it is an organ.
      if (symbol == "HĐBT") {
        code(symbol).is_organ = true;
      } else if (!symbol.empty() && symbol != kNoCode) {
        code(symbol).is_type = true;
      }
    }
  }
  for (const TableRow& row : table_rows(agencies)) {
    const auto add = [&](std::string_view text) {
      NumberCode& organ = code(text);
      if (!organ.is_organ) organ.is_party = is_party_level(cell(row, AgencyColumn::kLevel));
      organ.is_organ = true;
    };
    for (const auto text : split_list(cell(row, AgencyColumn::kCodes), ',')) add(text);
    for (const auto alias : split_list(cell(row, AgencyColumn::kAliases), ',')) {
      if (looks_like_code(alias)) add(alias);
    }
  }
}

NumberCode& NumberCodes::code(std::string_view text) {
  const auto [slot, is_new] = codes_.try_emplace(std::string(text));
  if (is_new) {
    slot->second.text = text;
    by_small_.try_emplace(small_letters(text), text);
    by_plain_.try_emplace(fold(text, Marks::kDrop), text);
  }
  return slot->second;
}

const NumberCode* NumberCodes::find(std::string_view written) const {
  if (written.empty() || written.size() > kMaxCodeBytes) return nullptr;
  const auto exact = codes_.find(std::string(written));
  if (exact != codes_.end()) return &exact->second;

  const std::string text = without_dots(capital_letters(written));
  for (const std::string& form : {text, with_central_code(text)}) {
    const std::string small = small_letters(form);
    if (const auto code = by_small_.find(small); code != by_small_.end()) {
      return &codes_.at(code->second);
    }
  }
  // A mark that was typed counts: HĐ never finds HD, TƯ never TU.
  const std::string plain = fold(with_central_code(text), Marks::kDrop);
  const auto code = by_plain_.find(plain);
  if (code == by_plain_.end()) return nullptr;
  const bool has_marks = plain != small_letters(with_central_code(text));
  return has_marks && plain == small_letters(code->second) ? nullptr : &codes_.at(code->second);
}

const NumberCodes& number_codes() {
  static const NumberCodes codes(data::kDoctypesTsv, data::kAgenciesTsv);
  return codes;
}

bool is_joint_type(std::string_view code) {
  static constexpr std::array<std::string_view, 4> kJoint = {"TTLT", "NQLT", "TTLB", "TTLN"};
  return std::ranges::find(kJoint, code) != kJoint.end();
}

bool is_old_symbol(std::string_view code) {
  static constexpr std::array<std::string_view, 5> kOld = {"CP", "TTg", "HĐBT", "CT", "SL"};
  return std::ranges::find(kOld, code) != kOld.end();
}

bool has_terms(std::string_view code) {
  return code == "QH" || code == "UBTVQH" || code == "HĐNN";
}

}  // namespace tracuu
