#include "tests/relevance/ways_tcvn3.h"

#include <array>
#include <cstddef>
#include <map>
#include <sstream>

#include "core/text/utf8.h"
#include "tests/relevance/ways_letters.h"

namespace tracuu::data {
extern const std::string_view kWaysTcvn3Tsv;
}  // namespace tracuu::data

namespace tracuu::ways {
namespace {

// "U+1EBF" -> ế
char32_t code_point(const std::string& cell) {
  constexpr int kHexadecimal = 16;
  return static_cast<char32_t>(std::stoul(cell.substr(2), nullptr, kHexadecimal));
}

// Vietnamese letter -> the Windows-1252 character of its code.
std::map<char32_t, char32_t> read_table() {
  enum : std::size_t { kByte, kGlyph, kSeen, kMeant, kCharacter, kNote, kColumns };
  std::map<char32_t, char32_t> table;
  std::istringstream lines{std::string(data::kWaysTcvn3Tsv)};
  std::string line;
  while (std::getline(lines, line)) {
    std::array<std::string, kColumns> cells;
    std::istringstream in(line);
    for (std::string& cell : cells) std::getline(in, cell, '\t');
    if (cells[kNote] != "letter") continue;
    table.emplace(code_point(cells[kMeant]), code_point(cells[kSeen]));
  }
  return table;
}

}  // namespace

std::string as_tcvn3(std::string_view utf8) {
  static const std::map<char32_t, char32_t> table = read_table();
  std::string out;
  for (Letter letter : letters_of(utf8)) {
    auto code = table.find(character(letter));
    if (code == table.end() && letter.capital && letter.tone != text::Tone::kNone) {
      letter.capital = false;
      code = table.find(character(letter));
    }
    text::append_utf8(out, code == table.end() ? character(letter) : code->second);
  }
  return out;
}

}  // namespace tracuu::ways
