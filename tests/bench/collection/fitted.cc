#include "tests/bench/collection/fitted.h"

#include <charconv>
#include <span>
#include <string_view>
#include <system_error>

#include "core/base/error.h"

namespace tracuu::data {
extern const std::string_view kBenchSyllablesTsv;
extern const std::string_view kBenchShapesTsv;
}  // namespace tracuu::data

namespace tracuu::bench {
namespace {

[[noreturn]] void bad_row(std::string_view row) {
  throw Error(ErrorCode::kInternal, {"read the fitted tables", std::string(row.substr(0, 60))});
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

double number(std::string_view text) {
  double value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) bad_row(text);
  return value;
}

std::vector<std::string_view> rows_of(std::string_view table) {
  std::vector<std::string_view> rows = split(table, '\n');
  if (!rows.empty() && rows.back().empty()) rows.pop_back();
  return rows;
}

FittedWord word_of(std::string_view row, std::size_t word_count) {
  const std::vector<std::string_view> cells = split(row, '\t');
  if (cells.size() < 2) bad_row(row);
  FittedWord word{std::string(cells[0]), number(cells[1]), {}};
  for (const std::string_view cell : std::span(cells).subspan(2)) {
    const std::vector<std::string_view> follower = split(cell, ':');
    if (follower.size() != 2) bad_row(cell);
    const double index = number(follower[0]);
    if (!(index >= 0 && index < static_cast<double>(word_count))) bad_row(cell);
    word.followers.emplace_back(static_cast<std::uint32_t>(index), number(follower[1]));
  }
  return word;
}

void read_words(Fitted& fitted) {
  const std::vector<std::string_view> rows = rows_of(data::kBenchSyllablesTsv);
  for (const std::string_view row : rows) {
    fitted.words.push_back(word_of(row, rows.size()));
    const auto index = static_cast<std::uint32_t>(fitted.words.size() - 1);
    if (fitted.words.back().form == kNumberForm) fitted.number = index;
    if (fitted.words.back().form == kRareForm) fitted.rare = index;
  }
}

void read_frequency(std::string_view what, std::string_view rank, double value, Frequencies& out) {
  if (what == "df") out.ranks.push_back({static_cast<std::size_t>(number(rank)), value});
  if (what == "burst") out.burst = value;
  if (what == "distinct") out.distinct = value;
}

// A row is: what, of what, at what, how much.
void read_shape(std::string_view row, Fitted& fitted) {
  const std::vector<std::string_view> cells = split(row, '\t');
  if (cells.size() != 4) bad_row(row);
  const std::string_view what = cells[0];
  const double value = number(cells[3]);
  const int at = static_cast<int>(number(cells[2]));
  if (what == "body_length") fitted.body_lengths.push_back(value);
  if (what == "title_length") fitted.title_lengths.push_back(value);
  if (what == "digits") fitted.digits.push_back({at, value});
  if (what == "type") fitted.types.push_back({std::string(cells[1]), value});
  if (what == "agency_rank") fitted.agency_weights.push_back(value);
  if (what == "year") fitted.years.push_back({at, value});
  if (what == "sentence_words") fitted.sentence_words = value;
  if (what == "paragraph_words") fitted.paragraph_words = value;
  if (what == "rare_alpha") fitted.rare_alpha = value;
  if (what == "rare_offset") fitted.rare_offset = value;
  read_frequency(what, cells[2], value, cells[1] == "pair" ? fitted.pairs : fitted.syllables);
}

}  // namespace

Fitted read_fitted() {
  Fitted fitted;
  read_words(fitted);
  for (const std::string_view row : rows_of(data::kBenchShapesTsv)) read_shape(row, fitted);
  return fitted;
}

}  // namespace tracuu::bench
