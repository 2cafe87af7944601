#include "core/document/news.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "core/document/agency_words.h"
#include "core/document/date.h"
#include "core/document/letter_case.h"
#include "core/document/scan.h"
#include "core/document/tables.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxMarkBytes = 160;  // a line that is a mark is short
constexpr std::size_t kMaxTitleBytes = 400;
constexpr std::size_t kMaxTopLines = 16;  // where the site, or the Quốc hiệu, stands
constexpr std::size_t kMaxKeywordBytes = 2000;

struct Line {
  enum class Kind { kBlank, kText, kSite, kPicture, kSourceNote, kKeywords, kRating };
  std::string_view text;  // without blanks at its ends
  Kind kind = Kind::kText;
};

// «20210417-m02.jpg»
bool is_picture_name(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kEndings = {".jpg", ".jpeg", ".png",
                                                               ".gif", ".webp", ".bmp"};
  if (text.size() > kMaxMarkBytes || text.find(' ') != std::string_view::npos) return false;
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::ranges::any_of(kEndings, [&](auto ending) {
    return small.size() > ending.size() && small.ends_with(ending);
  });
}

// Returns the site of «(Mic.gov.vn) -», empty when the line does not begin so.
std::string_view site_of(std::string_view text) {
  const std::size_t close = text.find(')');
  if (!text.starts_with('(') || close == std::string_view::npos || close > kMaxMarkBytes) return {};
  const std::string_view name = scan::trim(text.substr(1, close - 1));
  const std::size_t dot = name.find('.');
  const bool is_host = dot != std::string_view::npos && dot > 0 && dot + 1 < name.size() &&
                       std::ranges::all_of(name, [](char c) {
                         return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                scan::is_digit(c) || c == '.' || c == '-';
                       });
  const std::size_t dash = scan::skip_blanks(text, close + 1);
  return is_host && scan::dash_length(text, dash) != 0 ? name : std::string_view{};
}

bool begins_with(std::string_view text, std::string_view key) {
  constexpr std::size_t kBytes = 48;
  return name_key(text.substr(0, kBytes)).starts_with(key);
}

Line::Kind kind_of(std::string_view text) {
  if (text.empty()) return Line::Kind::kBlank;
  if (!site_of(text).empty()) return Line::Kind::kSite;
  if (is_picture_name(text)) return Line::Kind::kPicture;
  const bool is_short = text.size() <= kMaxMarkBytes;
  if (is_short && text.starts_with("(T") && text.ends_with(')') && begins_with(text, "theo ")) {
    return Line::Kind::kSourceNote;
  }
  if (is_short && is_capitals(text) && begins_with(text, "danh gia bai viet")) {
    return Line::Kind::kRating;
  }
  const bool may_be_keywords = text[0] == 'T' || text[0] == 't';
  const std::size_t colon = may_be_keywords ? text.find(':') : std::string_view::npos;
  if (colon != std::string_view::npos && colon < kMaxMarkBytes &&
      name_key(text.substr(0, colon)) == "tu khoa") {
    return Line::Kind::kKeywords;
  }
  return Line::Kind::kText;
}

std::vector<Line> lines_of(std::string_view body) {
  std::vector<Line> lines;
  while (!body.empty()) {
    const std::size_t end = body.find('\n');
    const std::string_view text = scan::trim(body.substr(0, end));
    lines.push_back({text, kind_of(text)});
    body.remove_prefix(end == std::string_view::npos ? body.size() : end + 1);
  }
  return lines;
}

bool has(const std::vector<Line>& lines, Line::Kind kind) {
  return std::ranges::find(lines, kind, &Line::kind) != lines.end();
}

// Whether the first lines carry the Quốc hiệu: a decision that was published as an article.
bool has_motto(std::span<const Line> top) {
  return std::ranges::any_of(top, [](const Line& line) {
    return line.text.find("CỘNG HÒA XÃ HỘI CHỦ") != std::string_view::npos ||
           line.text.find("CỘNG HOÀ XÃ HỘI CHỦ") != std::string_view::npos;
  });
}

bool has_news_marks(const std::vector<Line>& lines) {
  const auto top = std::span(lines).first(std::min(lines.size(), kMaxTopLines));
  if (has_motto(top)) return false;
  const auto site = std::ranges::find(top, Line::Kind::kSite, &Line::kind);
  if (site != top.end()) return true;
  const int marks = has(lines, Line::Kind::kPicture) + has(lines, Line::Kind::kSourceNote) +
                    has(lines, Line::Kind::kKeywords) + has(lines, Line::Kind::kRating);
  return marks >= 2;
}

// The first line, when a blank one follows.
std::string_view title_of(const std::vector<Line>& lines) {
  const auto first =
      std::ranges::find_if(lines, [](const Line& line) { return line.kind != Line::Kind::kBlank; });
  if (first == lines.end() || first->kind != Line::Kind::kText) return {};
  const auto next = first + 1;
  const bool stands_alone = next == lines.end() || next->kind == Line::Kind::kBlank;
  return stands_alone && first->text.size() <= kMaxTitleBytes ? first->text : std::string_view{};
}

// Returns the line before `i` that is not blank, nullptr when there is none.
const Line* line_before(const std::vector<Line>& lines, std::size_t i) {
  while (i > 0) {
    if (lines[--i].kind != Line::Kind::kBlank) return &lines[i];
  }
  return nullptr;
}

// «Vân Anh», «T.H»: a few words, each with a capital first.
bool is_author(std::string_view text) {
  constexpr std::size_t kMaxAuthorBytes = 60;
  constexpr std::size_t kMaxWords = 6;
  if (text.empty() || text.size() > kMaxAuthorBytes) return false;
  const std::vector<NameWord> words = name_words(text);
  const bool has_end = text.ends_with('.') || text.ends_with(':') || text.ends_with(')');
  return !has_end && words.size() <= kMaxWords &&
         std::ranges::all_of(words, [](const NameWord& word) {
           return word.key.empty() || is_capitalized(word.text);
         });
}

// The line before «(Theo …)», or before «Từ khóa:» where there is no such note.
std::string_view author_of(const std::vector<Line>& lines) {
  for (const auto mark : {Line::Kind::kSourceNote, Line::Kind::kKeywords}) {
    const auto found = std::ranges::find(lines, mark, &Line::kind);
    if (found == lines.end()) continue;
    const Line* line = line_before(lines, static_cast<std::size_t>(found - lines.begin()));
    const bool is_text = line != nullptr && line->kind == Line::Kind::kText;
    return is_text && is_author(line->text) ? line->text : std::string_view{};
  }
  return {};
}

std::vector<std::string> keywords_of(const std::vector<Line>& lines) {
  std::vector<std::string> keywords;
  const auto found = std::ranges::find(lines, Line::Kind::kKeywords, &Line::kind);
  if (found == lines.end() || found->text.size() > kMaxKeywordBytes) return keywords;
  const std::string_view list = found->text.substr(found->text.find(':') + 1);
  for (const std::string_view keyword : split_list(list, ',')) keywords.emplace_back(keyword);
  return keywords;
}

std::string source_of(const std::vector<Line>& lines) {
  const auto found = std::ranges::find(lines, Line::Kind::kSite, &Line::kind);
  return found == lines.end() ? std::string() : small_letters(site_of(found->text));
}

// The day that «20210417-m02.jpg» begins with, of the first picture that has one.
std::string picture_date(const std::vector<Line>& lines) {
  constexpr std::size_t kDigits = 8;
  for (const Line& line : lines) {
    if (line.kind != Line::Kind::kPicture) continue;
    if (scan::digit_count(line.text, 0, kDigits) != kDigits) continue;
    const Date date{scan::digits_value(line.text, 0, 4), scan::digits_value(line.text, 4, 2),
                    scan::digits_value(line.text, 6, 2)};
    if (is_valid(date)) return to_iso(date);
  }
  return {};
}

// «… (Ảnh hội nghị công bố quyết định)», «… (Ảnh minh họa: …)», «Ảnh: Vân Anh»
bool ends_as_caption(std::string_view text) {
  if (!text.ends_with(')')) return begins_with(text, "anh ");
  const std::size_t open = text.rfind('(');
  return open != std::string_view::npos && begins_with(text.substr(open), "anh");
}

std::vector<Region> regions_of(std::string_view body, const std::vector<Line>& lines) {
  std::vector<Region> regions;
  const auto add = [&](Region::Kind kind, std::string_view text) {
    regions.push_back({kind, static_cast<std::size_t>(text.data() - body.data()), text.size()});
  };
  bool is_behind_picture = false;
  for (const Line& line : lines) {
    if (line.kind == Line::Kind::kBlank) continue;
    if (line.kind == Line::Kind::kPicture || line.kind == Line::Kind::kRating) {
      add(Region::Kind::kNoise, line.text);
    } else if (is_behind_picture && line.kind == Line::Kind::kText && ends_as_caption(line.text)) {
      add(Region::Kind::kCaption, line.text);
    }
    is_behind_picture = line.kind == Line::Kind::kPicture;
  }
  return regions;
}

}  // namespace

bool looks_like_news(std::string_view body) {
  return has_news_marks(lines_of(body));
}

void extract_news(Document& document) {
  const std::vector<Line> lines = lines_of(document.body);
  if (!has_news_marks(lines)) return;
  if (document.title.empty()) document.title = title_of(lines);
  if (document.type.empty()) document.type = kNewsType;
  if (document.source.empty()) document.source = source_of(lines);
  if (document.author.empty()) document.author = author_of(lines);
  if (document.keywords.empty()) document.keywords = keywords_of(lines);
  if (document.regions.empty()) document.regions = regions_of(document.body, lines);
  if (document.date.empty()) {
    document.date = picture_date(lines);
    document.date_inferred = !document.date.empty();
  }
}

}  // namespace tracuu
