#include "indexer/formats/page_edges.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "indexer/extract/keywords.h"

namespace tracuu::input {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kEdgeLines = 3;  // at each end of a page

// Words alone prove a running head when so many pages, and so many of all, have them.
constexpr std::size_t kMinRepeats = 3;
constexpr std::size_t kMinShare = 2;  // one page in two

// A second count of pages is one when so many pages have it, and a quarter of all.
constexpr std::size_t kManyPages = 4;

constexpr std::size_t kMaxHeadBytes = 200;
constexpr std::size_t kMaxDigits = 6;

struct EdgeLine {
  std::size_t page = 0;
  std::size_t line = 0;
  std::vector<std::int64_t> numbers;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Returns the line with each number as "#", and the numbers.
std::pair<std::string, std::vector<std::int64_t>> shape_of(std::string_view line) {
  std::string shape;
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!is_digit(line[i])) {
      shape += line[i];
      continue;
    }
    std::int64_t number = 0;
    std::size_t digits = 0;
    for (; i < line.size() && is_digit(line[i]); ++i, ++digits) {
      if (digits < kMaxDigits) number = 10 * number + (line[i] - '0');
    }
    --i;
    shape += '#';
    numbers.push_back(digits <= kMaxDigits ? number : -1);
  }
  return {std::move(shape), std::move(numbers)};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The lines at the edges of a page that are not blank, by their place.
std::vector<std::size_t> edges_of(const std::vector<std::string_view>& lines) {
  std::vector<std::size_t> filled;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!trim(lines[i]).empty()) filled.push_back(i);
  }
  if (filled.size() > 2 * kEdgeLines) {
    filled.erase(filled.begin() + kEdgeLines, filled.end() - kEdgeLines);
  }
  return filled;
}

// Whether the shape is nothing but a page number; "#/#/#" is a date.
bool is_lone_number(std::string_view shape) {
  constexpr std::array kShapes{"#"sv,   "-#-"sv, "- # -"sv,   "\u2013 # \u2013"sv,
                               "#/#"sv, "[#]"sv, "Trang #"sv, "Trang #/#"sv};
  return std::ranges::find(kShapes, shape) != kShapes.end();
}

// Whether a line begins a part of the document: "Điều 5" may begin one page and "Điều 6" the next.
bool is_part(std::string_view shape) {
  constexpr std::array kParts{"Điều"sv,    "Chương"sv, "Mục"sv,  "Phần"sv, "Phụ lục"sv,
                              "PHỤ LỤC"sv, "Mẫu"sv,    "Biểu"sv, "Bảng"sv};
  return std::ranges::any_of(kParts, [&](auto part) { return shape.starts_with(part); });
}

using Dropped = std::set<std::pair<std::size_t, std::size_t>>;  // page, line

using ByShape = std::map<std::string, std::vector<EdgeLine>>;

// Returns by how much numbers at the edges are ahead of the pages, where they count with them: the
// difference that most pages have, and others that many have, as a part with a count of its own.
std::set<std::int64_t> counted_offsets(const ByShape& by_shape, std::size_t page_count) {
  std::map<std::int64_t, std::set<std::size_t>> pages_of;
  for (const auto& [shape, lines] : by_shape) {
    if (is_part(shape) || (lines.size() < 2 && !is_lone_number(shape))) continue;
    for (const EdgeLine& line : lines) {
      for (const std::int64_t number : line.numbers) {
        pages_of[number - static_cast<std::int64_t>(line.page)].insert(line.page);
      }
    }
  }
  std::set<std::int64_t> offsets{1};  // from 0: the first page is 1
  std::size_t most = 1;
  std::int64_t best = 1;
  for (const auto& [offset, pages] : pages_of) {
    if (pages.size() >= std::max(kManyPages, page_count / 4)) offsets.insert(offset);
    if (offset != 1 && pages.size() > most) {
      most = pages.size();
      best = offset;
    }
  }
  offsets.insert(best);
  return offsets;
}

// Drops the lines with a number that counts with the pages: alone, or beside the same words twice.
bool drop_counting(const std::vector<EdgeLine>& lines, bool is_lone,
                   const std::set<std::int64_t>& offsets, Dropped& dropped) {
  std::vector<const EdgeLine*> counting;
  for (const EdgeLine& line : lines) {
    if (std::ranges::any_of(line.numbers, [&](std::int64_t number) {
          return offsets.contains(number - static_cast<std::int64_t>(line.page));
        })) {
      counting.push_back(&line);
    }
  }
  if (counting.size() < (is_lone ? 1u : 2u)) return false;
  for (const EdgeLine* line : counting) dropped.emplace(line->page, line->line);
  return !counting.empty();
}

void drop_repeated(const std::vector<EdgeLine>& lines, std::size_t page_count, Dropped& dropped) {
  std::map<std::vector<std::int64_t>, std::vector<const EdgeLine*>> same;
  for (const EdgeLine& line : lines) same[line.numbers].push_back(&line);
  for (const auto& [numbers, group] : same) {
    if (group.size() < kMinRepeats || group.size() * kMinShare < page_count) continue;
    for (std::size_t i = 1; i < group.size(); ++i) dropped.emplace(group[i]->page, group[i]->line);
  }
}

}  // namespace

void drop_page_edges(std::vector<std::string>& pages) {
  ByShape by_shape;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const std::vector<std::string_view> lines = lines_of(pages[page]);
    for (const std::size_t line : edges_of(lines)) {
      if (lines[line].size() > kMaxHeadBytes) continue;
      auto [shape, numbers] = shape_of(trim(lines[line]));
      by_shape[std::move(shape)].push_back({page, line, std::move(numbers)});
    }
  }
  Dropped dropped;
  const std::set<std::int64_t> offsets = counted_offsets(by_shape, pages.size());
  for (const auto& [shape, lines] : by_shape) {
    if (is_part(shape)) continue;
    if (drop_counting(lines, is_lone_number(shape), offsets, dropped)) continue;
    drop_repeated(lines, pages.size(), dropped);
  }
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::string kept;
    const std::vector<std::string_view> lines = lines_of(pages[page]);
    for (std::size_t line = 0; line < lines.size(); ++line) {
      if (!dropped.contains({page, line})) kept.append(lines[line]).append(1, '\n');
    }
    pages[page] = std::move(kept);
  }
}

}  // namespace tracuu::input
