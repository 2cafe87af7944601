#include "core/document/number_grammar.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/document/letter_case.h"
#include "core/document/number_codes.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::string_view kDecree = "SL";  // sắc lệnh of 1945–1960: 29/SL

std::string key_of(std::string_view text) {
  std::string key = fold(text, Marks::kDrop);
  std::erase(key, '.');
  std::ranges::transform(key, key.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return key;
}

// "01" -> "1", "12a" -> "12A"; the dot of 66.16 stays.
std::string sequence_key(std::string_view sequence) {
  const std::size_t zeros = sequence.find_first_not_of('0');
  std::string key(zeros == std::string_view::npos ? "0" : sequence.substr(zeros));
  if (key.front() < '0' || key.front() > '9') key.insert(0, 1, '0');
  if (key.back() >= 'a' && key.back() <= 'z') {
    key.back() = static_cast<char>(key.back() - 'a' + 'A');
  }
  return key;
}

std::string joined(std::string_view sequence, int year, const std::vector<std::string>& symbol,
                   NumberStyle style) {
  std::string out(sequence);
  if (year != 0) out += "/" + std::to_string(year);
  for (std::size_t i = 0; i < symbol.size(); ++i) {
    const bool is_party_joint = style == NumberStyle::kParty && i <= 1;
    const bool is_old = style == NumberStyle::kOld && symbol[i] != kDecree;
    const bool is_slash = is_party_joint ? i == 1 : i == 0 && !is_old;
    out += is_slash ? '/' : '-';
    out += symbol[i];
  }
  return out;
}

// Reads the meaning of the components one after the other.
class Judge {
 public:
  Judge(const NumberParts& parts, NumberCue cue) : parts_(parts), cue_(cue) {
    number_.sequence = parts.sequence;
    number_.year = parts.year;
  }

  std::optional<JudgedNumber> judge() {
    if (parts_.count == 0) return std::nullopt;
    if (parts_.count > 1) unglue(parts_.components[1]);
    if (!(law() || typed() || letter() || old() || unlisted())) return std::nullopt;
    compose_number(number_, symbol_, style_);
    return JudgedNumber{std::move(number_), end_};
  }

 private:
  const NumberComponent& at(std::size_t i) const { return parts_.components[i]; }

  // «TT-BGDĐTsẽ»: a word that lost its blank is no part of the code before it.
  static void unglue(NumberComponent& c) {
    if (code_of(c) != nullptr || !c.digits.empty()) return;
    std::size_t end = c.text.size();
    for (std::size_t i = 0; i < c.text.size();) {
      const std::size_t length = scan::letter_length(c.text, i);
      const std::string_view letter = c.text.substr(i, std::max<std::size_t>(length, 1));
      if (length != 0 && !is_capitalized(letter)) {
        end = i;
        break;
      }
      i += letter.size();
    }
    const NumberCode* code = number_codes().find(c.text.substr(0, end));
    if (code == nullptr || !code->is_organ || end == c.text.size()) return;
    c.end -= c.text.size() - end;
    c.text = c.text.substr(0, end);
  }

  static const NumberCode* code_of(const NumberComponent& c) { return number_codes().find(c.text); }

  // QĐLT, BTTTT: a code no table has, but written as codes are.
  static bool looks_like_code(const NumberComponent& c) {
    const LetterCount count = count_letters(c.text);
    return count.capitals >= 2 && count.capitals > 2 * count.small;
  }

  // The unit behind an organ may be one capital: UBND-V.
  static bool looks_like_unit(const NumberComponent& c) {
    const LetterCount count = count_letters(c.text);
    return !c.is_spaced && count.capitals >= 1 && count.capitals > count.small;
  }

  void take(const NumberComponent& c, const std::string& text, std::string* part) {
    symbol_.push_back(text);
    end_ = c.end;
    if (part == nullptr) return;
    *part += part->empty() ? "" : "-";
    *part += text;
  }

  // Digits behind a known code are a footnote mark (TT-BTC2) unless the body counts its terms.
  void take_organ(const NumberComponent& c, const NumberCode* code) {
    std::string text = code == nullptr ? key_text(c) : code->text;
    if (code != nullptr && has_terms(code->text) && !c.digits.empty()) {
      number_.term = std::stoi(std::string(c.digits));
      number_.organs.push_back(text);
      take(c, text + std::string(c.digits), nullptr);
      return;
    }
    number_.organs.push_back(text);
    take(c, text + (code == nullptr ? std::string(c.digits) : ""), nullptr);
    if (code != nullptr) end_ = c.end - c.digits.size();
  }

  // An unlisted code is kept as written, but for Ð and dots.
  static std::string key_text(const NumberComponent& c) {
    const LetterCount count = count_letters(c.text);
    std::string text = count.small == 0 ? capital_letters(c.text) : std::string(c.text);
    std::erase(text, '.');
    return text;
  }

  void take_units(std::size_t i) {
    for (; i < parts_.count && at(i).separator == '-' && end_ == at(i - 1).end; ++i) {
      if (!looks_like_unit(at(i))) return;
      const NumberCode* code = code_of(at(i));
      take(at(i), (code == nullptr ? key_text(at(i)) : code->text) + std::string(at(i).digits),
           &number_.unit);
    }
  }

  void take_joint_organs(std::size_t i) {
    for (; i < parts_.count && at(i).separator == '-'; ++i) {
      const NumberCode* code = code_of(at(i));
      const bool is_organ = code != nullptr && code->is_organ;
      if (!is_organ && (at(i).is_spaced || !looks_like_code(at(i)))) return;
      take_organ(at(i), is_organ ? code : nullptr);
    }
  }

  // 67/2020/QH14
  bool law() {
    const NumberCode* code = code_of(at(0));
    if (number_.year == 0 || code == nullptr || !has_terms(code->text)) return false;
    if (at(0).digits.empty() || at(0).separator == ' ') return false;
    take_organ(at(0), code);
    return true;
  }

  // 15/2020/NĐ-CP, 749/QĐ-TTg, 01-NQ/TU
  bool typed() {
    const NumberCode* type = code_of(at(0));
    if (type == nullptr || !type->is_type || parts_.count < 2 || !at(0).digits.empty()) {
      return false;
    }
    const NumberCode* organ = code_of(at(1));
    if (organ != nullptr && !organ->is_organ) organ = nullptr;
    if (organ == nullptr && !may_be_organ(type->text)) return false;
    if (at(0).separator == ' ' && (organ == nullptr || !looks_like_code(at(0)))) return false;
    if (at(1).separator == ' ') return false;
    number_.type = type->text;
    take(at(0), type->text, nullptr);
    take_organ(at(1), organ);
    if (is_joint_type(number_.type)) {
      take_joint_organs(2);
    } else {
      take_units(2);
    }
    style_ = is_party_style(organ) ? NumberStyle::kParty : NumberStyle::kState;
    return true;
  }

  // L-CTN is one letter, but «5/L-ABC» is nothing.
  bool may_be_organ(std::string_view type) const {
    if (cue_ == NumberCue::kSo) return looks_like_unit(at(1));
    return type.size() >= 2 && !at(1).is_spaced && looks_like_code(at(1)) && looks_like_code(at(0));
  }

  bool is_party_style(const NumberCode* organ) const {
    if (number_.year != 0) return false;
    if (organ != nullptr && organ->is_party) return true;
    return at(0).separator == '-' && at(1).separator == '/';
  }

  // 1234/UBND-KSTT
  bool letter() {
    const NumberCode* organ = code_of(at(0));
    if (organ == nullptr || !organ->is_organ || parts_.count < 2 || number_.year != 0) return false;
    if (at(0).separator != '/' || !at(0).digits.empty() || !looks_like_code(at(0))) return false;
    if (at(1).separator == ' ' || !looks_like_unit(at(1))) return false;
    take_organ(at(0), organ);
    take_units(1);
    return symbol_.size() > 1;
  }

  // 64-CP, 29/SL
  bool old() {
    const NumberCode* code = code_of(at(0));
    if (code == nullptr || !is_old_symbol(code->text) || code->text != at(0).text) return false;
    if (at(0).is_spaced || !at(0).digits.empty() || number_.year != 0) return false;
    if (parts_.count > 1 && at(1).separator == '/') return false;
    if (code->is_organ && !code->is_type) number_.organs.push_back(code->text);
    if (code->is_type) number_.type = code->text;
    take(at(0), code->text, nullptr);
    style_ = NumberStyle::kOld;
    return true;
  }

  // A symbol with an unlisted type before a known organ; behind «số» with no known code at all.
  bool unlisted() {
    if (parts_.count < 2 || at(0).separator == ' ' || at(1).separator == ' ') return false;
    if (at(0).is_spaced || at(1).is_spaced || !looks_like_code(at(0))) return false;
    const NumberCode* organ = code_of(at(1));
    const bool is_organ = organ != nullptr && organ->is_organ && organ->text.size() >= 3;
    if (!is_organ && cue_ == NumberCue::kNone) return false;
    if (!looks_like_unit(at(1))) return false;
    if (is_organ) {
      number_.type = key_text(at(0));
      take(at(0), number_.type, nullptr);
      take_organ(at(1), organ);
      take_units(2);
    } else {
      take_organ(at(0), nullptr);
      take(at(1), key_text(at(1)) + std::string(at(1).digits), &number_.unit);  // 21-LCT/HĐNN8
      take_units(2);
    }
    if (at(0).separator == '-' && at(1).separator == '/') style_ = NumberStyle::kParty;
    return symbol_.size() > 1;
  }

  NumberParts parts_;
  NumberCue cue_;
  DocumentNumber number_;
  std::vector<std::string> symbol_;
  NumberStyle style_ = NumberStyle::kState;
  std::size_t end_ = 0;
};

}  // namespace

void compose_number(DocumentNumber& number, const std::vector<std::string>& symbol,
                    NumberStyle style) {
  number.canonical = joined(number.sequence, number.year, symbol, style);
  std::vector<std::string> keys;
  keys.reserve(symbol.size());
  for (const std::string& group : symbol) keys.push_back(key_of(group));
  number.key = joined(sequence_key(number.sequence), number.year, keys, style);
}

std::optional<JudgedNumber> judge_number(const NumberParts& parts, NumberCue cue) {
  return Judge(parts, cue).judge();
}

}  // namespace tracuu
