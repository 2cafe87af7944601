#include <algorithm>
#include <array>

#include "core/document/letter_case.h"
#include "core/document/outline/heading_line.h"
#include "core/document/outline/numerals.h"
#include "core/document/scan.h"
#include "core/text/word_form.h"

namespace tracuu::outline {
namespace {

using std::size_t;

constexpr size_t kMaxHeadWordBytes = 16;
constexpr size_t kMaxTypeLineBytes = 200;
constexpr size_t kMaxTypeTitleBytes = 1'200;  // of the title between «QUY CHẾ» and «(Ban hành …»
constexpr int kMaxTypeTitleLines = 8;

// Marks of footnotes behind a number: «Điều 5[12]».
size_t skip_footnote(std::string_view text, size_t i) {
  if (i >= text.size() || text[i] != '[') return i;
  const size_t digits = scan::digit_count(text, i + 1, kMaxNumberDigits);
  const size_t end = i + 1 + digits;
  return digits > 0 && end < text.size() && text[end] == ']' ? end + 1 : i;
}

enum class HeadWord { kNone, kArticle, kChapter, kSection, kPart, kSubsection, kAnnex };

struct ReadWord {
  HeadWord word = HeadWord::kNone;
  size_t length = 0;  // with the blanks behind it
};

// The word in canonical spelling: NFC, one place for the tone, Đ for its look-alikes.
std::string canonical(std::string_view word) {
  return text::word_form(word).toned;
}

// How a heading word is written: «Chương», «CHƯƠNG», without marks, or in a way that only the
// canonical form shows: decomposed, or with Ð for Đ.
struct Spelling {
  std::string_view small;
  std::string_view title;
  std::string_view capitals;
  std::string_view toneless;
};

constexpr Spelling kArticleWord{"điều", "Điều", "ĐIỀU", "Dieu"};
constexpr Spelling kChapterWord{"chương", "Chương", "CHƯƠNG", "Chuong"};
constexpr Spelling kSectionWord{"mục", "Mục", "MỤC", "Muc"};
constexpr Spelling kPartWord{"phần", "Phần", "PHẦN", "Phan"};
constexpr Spelling kMinorWord{"tiểu", "Tiểu", "TIỂU", "Tieu"};
constexpr Spelling kAnnexWord{"phụ", "Phụ", "PHỤ", "Phu"};

// Combining marks and Eth; all other words are in the spelling they are read in.
bool has_rare_letter(std::string_view word) {
  return word.find('\xCC') != std::string_view::npos ||
         word.find("\u00D0") != std::string_view::npos;
}

bool is_word(std::string_view word, const Spelling& spelling) {
  if (word == spelling.title || word == spelling.capitals || word == spelling.toneless) return true;
  return has_rare_letter(word) && canonical(word) == spelling.small;
}

// The next word after `first_word`, when it is the second of «Tiểu mục» or «Phụ lục».
ReadWord with_second(std::string_view line, size_t i, std::string_view second, HeadWord word) {
  i = skip_spaces(line, i);
  const std::string_view next = scan::word_at(line, i);
  if (next.empty() || canonical(next) != second) return {};
  return {word, skip_spaces(line, i + next.size())};
}

ReadWord read_head_word(std::string_view line) {
  const std::string_view word = scan::word_at(line, 0);
  if (word.size() < 3 || word.size() > kMaxHeadWordBytes) return {};
  const size_t next = skip_spaces(line, word.size());
  switch (word.front()) {
    case 'C':
      return {is_word(word, kChapterWord) ? HeadWord::kChapter : HeadWord::kNone, next};
    case 'M':
      return {is_word(word, kSectionWord) ? HeadWord::kSection : HeadWord::kNone, next};
    case 'T':
      if (!is_word(word, kMinorWord)) return {};
      return with_second(line, next, "mục", HeadWord::kSubsection);
    case 'P':
      if (is_word(word, kAnnexWord)) return with_second(line, next, "lục", HeadWord::kAnnex);
      return {is_word(word, kPartWord) ? HeadWord::kPart : HeadWord::kNone, next};
    default:
      return {is_word(word, kArticleWord) ? HeadWord::kArticle : HeadWord::kNone, next};
  }
}

// Whether what stands behind the number of a chapter is a title and not the rest of a sentence.
bool is_title(std::string_view rest) {
  static constexpr std::array kReferred = std::to_array<std::string_view>(
      {"Luật", "Nghị", "Thông", "Bộ", "Điều", "Chương", "Quyết", "Phần", "Phụ", "Công", "Hiến",
       "Pháp", "Mục", "Quy", "Hiệp"});
  rest = scan::trim(rest);
  if (rest.empty()) return true;
  constexpr std::string_view kMarks = ".:-([/";
  // «Phụ lục 1.docx» is the name of a file.
  if (rest.front() == '.' && scan::letter_length(rest, 1) > 0 && !is_capitalized(rest.substr(1))) {
    return false;
  }
  if (kMarks.find(rest.front()) != std::string_view::npos || scan::dash_length(rest, 0) > 0) {
    return true;
  }
  if (scan::is_digit(rest.front())) return true;
  if (!is_capitalized(rest)) return false;
  return is_capitals(rest) ||
         std::ranges::find(kReferred, scan::word_at(rest, 0)) == kReferred.end();
}

size_t skip_number_marks(std::string_view line, size_t i) {
  constexpr std::string_view kMarks = ".:-)/";
  i = skip_spaces(line, skip_footnote(line, i));
  while (i < line.size()) {
    const size_t dash = scan::dash_length(line, i);
    if (dash == 0 && kMarks.find(line[i]) == std::string_view::npos) break;
    i = skip_spaces(line, i + std::max<size_t>(dash, 1));
  }
  return i;
}

ReadNumber read_unit_number(std::string_view line, size_t i) {
  ReadNumber read = read_arabic(line, i);
  return read.end > 0 ? read : read_roman_number(line, i);
}

ReadNumber read_part_number(std::string_view line, size_t i) {
  const std::string_view word = scan::word_at(line, i);
  if (!word.empty() && (canonical(word) == "thứ")) {
    const size_t next = skip_spaces(line, i + word.size());
    const Numeral ordinal = read_ordinal_word(line.substr(next));
    if (ordinal.length == 0) return {};
    return {std::to_string(ordinal.value), ordinal.value * kOrderStep, next + ordinal.length};
  }
  ReadNumber read = read_unit_number(line, i);
  return read.end > 0 ? read : read_capital(line, i);
}

// «I», «01», «số 2a», «I.2», «1-A»; `end` is `i` for an annex without a number.
ReadNumber read_annex_number(std::string_view line, size_t i) {
  const std::string_view word = scan::word_at(line, i);
  size_t begin = i;
  if (!word.empty() && canonical(word) == "số") begin = skip_spaces(line, i + word.size());
  ReadNumber read = read_part_number(line, begin);
  if (read.end == 0) return {"", 0, i};
  while (read.end + 1 < line.size() && read.end - begin < kMaxAnnexNumberBytes &&
         (line[read.end] == '.' || line[read.end] == '-') &&
         (scan::is_digit_at(line, read.end + 1) || read_capital(line, read.end + 1).end > 0)) {
    const size_t digits = scan::digit_count(line, read.end + 1, kMaxNumberDigits);
    read.end += 1 + std::max<size_t>(digits, 1);
  }
  read.number = without_zeros(line.substr(begin, read.end - begin));
  return read;
}

OutlineKind kind_of(HeadWord word) {
  switch (word) {
    case HeadWord::kAnnex:
      return OutlineKind::kAnnex;
    case HeadWord::kPart:
      return OutlineKind::kPart;
    case HeadWord::kChapter:
      return OutlineKind::kChapter;
    case HeadWord::kSection:
      return OutlineKind::kSection;
    case HeadWord::kSubsection:
      return OutlineKind::kSubsection;
    default:
      return OutlineKind::kArticle;
  }
}

// Behind «Điều 5» stands «.», «:» or nothing; «Điều 1.2.TT.4» is the number of a codification.
bool is_article_end(std::string_view line, size_t end) {
  end = skip_footnote(line, end);
  const std::string_view rest = scan::trim(line.substr(end));
  if (rest.empty()) return true;
  if (rest.front() == ':') return true;
  // «Điều 5 Chính sách …»: the point is forgotten now and then.
  if (rest.front() != '.') {
    const bool has_dash = scan::dash_length(rest, 0) > 0;
    return (has_dash || is_capitalized(rest)) && is_title(rest);
  }
  const size_t digits = scan::digit_count(rest, 1, kMaxNumberDigits);
  return digits == 0 || 1 + digits >= rest.size() || rest[1 + digits] != '.';
}

ReadNumber read_word_number(HeadWord word, std::string_view line, size_t i) {
  switch (word) {
    case HeadWord::kAnnex:
      return read_annex_number(line, i);
    case HeadWord::kPart:
      return read_part_number(line, i);
    case HeadWord::kArticle:
      return read_arabic(line, i);
    default:
      return read_unit_number(line, i);
  }
}

}  // namespace

std::optional<Candidate> read_worded(const HeadingLine& line) {
  const ReadWord head = read_head_word(line.text);
  if (head.word == HeadWord::kNone) return std::nullopt;
  const ReadNumber number = read_word_number(head.word, line.text, head.length);
  if (number.end == 0) return std::nullopt;
  const bool is_article = head.word == HeadWord::kArticle;
  if (is_article ? !is_article_end(line.text, number.end)
                 : !is_title(line.text.substr(number.end))) {
    return std::nullopt;
  }
  if (scan::letter_length(line.text, number.end) > 0 && !number.number.empty()) return std::nullopt;
  Candidate candidate;
  candidate.kind = kind_of(head.word);
  candidate.number = number.number;
  candidate.order = number.order;
  candidate.text_offset = line.offset + skip_number_marks(line.text, number.end);
  return candidate;
}

namespace {

// «QUY CHẾ» and the like; whether it is issued with the document stands below.
std::string_view regulation_type(std::string_view line) {
  static constexpr std::array kTypes = std::to_array<std::string_view>(
      {"QUY CHẾ", "QUY ĐỊNH", "ĐIỀU LỆ", "NỘI QUY", "QUY CHUẨN", "ĐỀ ÁN", "KẾ HOẠCH",
       "CHƯƠNG TRÌNH", "PHƯƠNG ÁN", "HƯỚNG DẪN", "QUY TRÌNH", "QUY TẮC", "QUY HOẠCH",
       "CHIẾN LƯỢC"});
  if (line.size() > kMaxTypeLineBytes) return {};
  const auto type = std::ranges::find_if(kTypes, [&](auto name) { return line.starts_with(name); });
  return type != kTypes.end() && is_capitals(line) ? *type : std::string_view{};
}

bool is_issued_with(std::string_view below) {
  below = below.substr(0, kMaxTypeTitleBytes);
  for (int n = 0; n < kMaxTypeTitleLines; ++n) {
    const size_t end = below.find('\n');
    if (end == std::string_view::npos) return false;
    below.remove_prefix(end + 1);
    const size_t begin = std::min(below.find_first_not_of(" \t\r"), below.size());
    const std::string_view line = below.substr(begin);
    if (!line.starts_with('(')) continue;
    const std::string_view word = scan::word_at(line, 1);
    return !word.empty() && (canonical(word) == "ban" || canonical(word) == "kèm");
  }
  return false;
}

}  // namespace

std::optional<Candidate> read_regulation(const HeadingLine& line, std::string_view body) {
  const std::string_view type = regulation_type(line.text);
  if (type.empty() || !is_issued_with(body.substr(line.end))) return std::nullopt;
  Candidate candidate;
  candidate.kind = OutlineKind::kAnnex;
  candidate.is_regulation = true;
  candidate.number = type;
  candidate.text_offset = line.offset + type.size();
  return candidate;
}

}  // namespace tracuu::outline
