#include "core/document/articles.h"

#include <algorithm>
#include <optional>

namespace tracuu {
namespace {

constexpr std::size_t kMaxDigits = 4;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Bytes of the letter that numbers an inserted article: 12a, 12b, …, 12d, 12đ.
std::size_t letter_length(std::string_view text) {
  constexpr std::string_view kDStroke = "đ";
  if (text.starts_with(kDStroke)) return kDStroke.size();
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' ? 1 : 0;
}

// Reads "Điều 12a." at the beginning of a line; nothing for anything else.
std::optional<Article> parse_heading(std::string_view line, std::size_t offset) {
  const std::size_t indent = line.find_first_not_of(" \t");
  if (indent == std::string_view::npos) return std::nullopt;
  line.remove_prefix(indent);
  std::string_view word;
  // The body is as it was read: with Ð for Đ, and composed or decomposed.
  for (const std::string_view spelling :
       {"Điều ", "ĐIỀU ", "Ðiều ", "ÐIỀU ", "Đie\u0302\u0300u ", "ĐIE\u0302\u0300U "}) {
    if (line.starts_with(spelling)) word = spelling;
  }
  if (word.empty()) return std::nullopt;
  std::size_t end = word.size();
  while (end < line.size() && is_digit(line[end]) && end - word.size() < kMaxDigits) ++end;
  if (end == word.size()) return std::nullopt;
  end += letter_length(line.substr(end));
  const std::string number(line.substr(word.size(), end - word.size()));
  const std::string_view rest = line.substr(end);
  if (!rest.empty() && rest.front() != '.' && rest.front() != ':' && rest.front() != '\r') {
    return std::nullopt;
  }
  return Article{offset + indent, "Điều " + number, "dieu-" + number};
}

}  // namespace

std::vector<Article> find_articles(std::string_view body) {
  std::vector<Article> articles;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t line_end = std::min(body.find('\n', begin), body.size());
    if (auto article = parse_heading(body.substr(begin, line_end - begin), begin)) {
      articles.push_back(std::move(*article));
    }
    begin = line_end + 1;
  }
  return articles;
}

const Article* article_at(const std::vector<Article>& articles, std::size_t offset) {
  const auto after =
      std::ranges::upper_bound(articles, offset, {}, [](const Article& a) { return a.offset; });
  return after == articles.begin() ? nullptr : &*(after - 1);
}

}  // namespace tracuu
