// Reads the tables of tests/data/domain: rows of tab-separated cells below one line of names.

#pragma once

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

namespace tracuu {

// Turns \uXXXX into the character.
inline std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\u") != 0 || i + 6 > text.size()) {
      out += text[i];
      continue;
    }
    const auto c = static_cast<unsigned>(std::stoul(text.substr(i + 2, 4), nullptr, 16));
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xC0 | c >> 6);
      out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      out += static_cast<char>(0xE0 | c >> 12);
      out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
    }
    i += 5;
  }
  return out;
}

// Returns the rows, each with at least `columns` cells; none when the file is missing.
inline std::vector<std::vector<std::string>> domain_table(const std::string& name,
                                                          std::size_t columns) {
  std::ifstream in(TRACUU_TEST_DATA "/data/domain/" + name, std::ios::binary);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    cells.resize(std::max(columns, cells.size()));
    rows.push_back(cells);
  }
  return rows;
}

}  // namespace tracuu
