// Reads one line as a heading, whatever stands around it.
//
//   read_worded({"Điều 12a. Phạm vi"})     kArticle "12a"
//   read_numbered({"1.1. Mục tiêu"})       kSection "1.1"
//   read_regulation({"QUY CHẾ"}, body)     kAnnex, when «(Ban hành kèm theo …)» stands below
//
// Offsets of the candidates are those of the body; what depends on the lines around it is not set.
// Internal to core/document/outline.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/document/outline/candidate.h"

namespace tracuu::outline {

// One line, without the blanks and Markdown marks before it.
struct HeadingLine {
  std::string_view text;
  std::size_t offset = 0;
  std::size_t end = 0;
};

inline constexpr std::size_t kMaxNumberDigits = 4;
inline constexpr std::size_t kMaxAnnexNumberBytes = 12;

struct ReadNumber {
  std::string number;
  std::uint32_t order = 0;
  std::size_t end = 0;  // 0: none
};

// «5», «012», «12a» at `i`: digits and at most one small letter.
ReadNumber read_arabic(std::string_view line, std::size_t i);

// «IV», and «IIa» of an inserted chapter; «A» … «K».
ReadNumber read_roman_number(std::string_view line, std::size_t i);
ReadNumber read_capital(std::string_view line, std::size_t i);

// Returns the offset behind all blanks at `i`.
std::size_t skip_spaces(std::string_view text, std::size_t i);

// Words: «Điều 5», «Chương IV», «Mục 1», «Tiểu mục 1», «Phần thứ nhất», «Phụ lục I».
std::optional<Candidate> read_worded(const HeadingLine& line);

// Digits and small letters first: «1. …», «1.1 …», «a) …». Capitals first: «IV. …», «A - …».
std::optional<Candidate> read_numbered(const HeadingLine& line);
std::optional<Candidate> read_capital_section(const HeadingLine& line);

// A regulation issued with the document: its type in capitals.
std::optional<Candidate> read_regulation(const HeadingLine& line, std::string_view body);

}  // namespace tracuu::outline
