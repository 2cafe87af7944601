#include "searcher/dictionary/rows.h"

#include <array>
#include <optional>

#include "core/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\v\f";

// The columns of a row, by file.
enum AbbreviationColumn : std::size_t {
  kAbbreviation,
  kExpansion,
  kField,
  kUse,
  kAbbreviationNote
};
enum GroupColumn : std::size_t { kRelation, kTerms, kGroupNote };
constexpr std::size_t kColumnsRead = 5;
using Cells = std::array<std::string_view, kColumnsRead>;

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// Calls visit(part, number from 1) for the parts between the separators.
template <typename Visit>
void for_each_part(std::string_view text, std::string_view separators, Visit visit) {
  for (std::size_t number = 1;; ++number) {
    const std::size_t end = text.find_first_of(separators);
    visit(text.substr(0, end), number);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

Cells cells_of(std::string_view line) {
  Cells cells;
  for_each_part(line, "\t", [&](std::string_view part, std::size_t number) {
    if (number <= kColumnsRead) cells[number - 1] = trim(part);
  });
  return cells;
}

// Calls visit(cells, line number) for the rows; `first_column` tells the line of names.
template <typename Visit>
void for_each_row(std::string_view file, std::string_view text, std::string_view first_column,
                  std::vector<DictionaryWarning>& warnings, Visit visit) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (text.size() > kMaxDictionaryFileBytes) {
    warn(warnings, file, 0, RowFault::kFileTooLarge);
    text = text.substr(0, kMaxDictionaryFileBytes);
    text = text.substr(0, text.find_last_of('\n') + 1);
  }
  // The files of old Macintosh programs end their lines with a carriage return alone.
  const std::string_view line_end = text.find('\n') == std::string_view::npos ? "\r" : "\n";
  for_each_part(text, line_end, [&](std::string_view line, std::size_t number) {
    if (trim(line).empty() || line.front() == '#') return;
    if (line.size() > kMaxDictionaryLineBytes) {
      return warn(warnings, file, number, RowFault::kLineTooLong);
    }
    if (text::count_malformed(line) > 0) {
      return warn(warnings, file, number, RowFault::kMalformedText);
    }
    const Cells cells = cells_of(line);
    if (cells[0] != first_column) visit(cells, number);
  });
}

std::optional<TermRelation> relation_from(std::string_view name) {
  if (name == "same") return TermRelation::kSame;
  if (name == "narrow") return TermRelation::kNarrow;
  if (name == "not") return TermRelation::kNot;
  return std::nullopt;
}

Bilingual sentence_of(RowFault fault) {
  switch (fault) {
    case RowFault::kFileUnreadable:
      return {"không đọc được tệp, dùng bản có sẵn trong chương trình",
              "the file cannot be read, the built-in one is used"};
    case RowFault::kFileTooLarge:
      return {"tệp quá lớn, phần cuối không được đọc",
              "the file is too large, its end is not read"};
    case RowFault::kLineTooLong:
      return {"dòng quá dài", "the line is too long"};
    case RowFault::kMalformedText:
      return {"không phải mã UTF-8", "not UTF-8"};
    case RowFault::kTooFewCells:
      return {"thiếu ô: cần từ viết tắt và cụm từ, cách nhau bằng phím Tab",
              "cells are missing: an abbreviation and its words, separated by a tab"};
    case RowFault::kUnknownUse:
      return {"ô use chỉ nhận expand hoặc để trống", "the cell 'use' takes 'expand' or nothing"};
    case RowFault::kUnknownRelation:
      return {"ô relation chỉ nhận same, narrow hoặc not",
              "the cell 'relation' takes same, narrow or not"};
    case RowFault::kTooFewTerms:
      return {"cần ít nhất hai từ, cách nhau bằng dấu chấm phẩy",
              "at least two terms are needed, separated by semicolons"};
    case RowFault::kTooManyTerms:
      return {"nhóm có quá nhiều từ", "the group has too many terms"};
    case RowFault::kUnusableTerm:
      return {
          "có từ không dùng được: không có chữ nào hoặc quá dài; từ viết tắt cần ít nhất hai chữ",
          "a term cannot be used: it has no letters or is too long; an abbreviation has at "
          "least two letters"};
  }
  return {};
}

}  // namespace

std::string describe(const DictionaryWarning& warning, Language language) {
  static constexpr Bilingual kAtLine{"{0}, dòng {1}: {2}", "{0}, line {1}: {2}"};
  static constexpr Bilingual kWholeFile{"{0}: {1}", "{0}: {1}"};
  std::string why(sentence_of(warning.fault).in(language));
  if (warning.line == 0) return say(kWholeFile, language, {warning.file, std::move(why)});
  return say(kAtLine, language, {warning.file, std::to_string(warning.line), std::move(why)});
}

void warn(std::vector<DictionaryWarning>& warnings, std::string_view file, std::size_t line,
          RowFault fault) {
  if (warnings.size() < kMaxDictionaryWarnings) {
    warnings.push_back({std::string(file), line, fault});
  }
}

std::vector<AbbreviationRow> read_abbreviations(std::string_view file, std::string_view text,
                                                std::vector<DictionaryWarning>& warnings) {
  std::vector<AbbreviationRow> rows;
  for_each_row(file, text, "abbr", warnings, [&](const Cells& cells, std::size_t line) {
    if (cells[kAbbreviation].empty() || cells[kExpansion].empty()) {
      return warn(warnings, file, line, RowFault::kTooFewCells);
    }
    if (!cells[kUse].empty() && cells[kUse] != "expand") {
      return warn(warnings, file, line, RowFault::kUnknownUse);
    }
    rows.push_back({.abbreviation = cells[kAbbreviation],
                    .expansion = cells[kExpansion],
                    .note = cells[kAbbreviationNote],
                    .both_ways = cells[kUse].empty(),
                    .line = line});
  });
  return rows;
}

std::vector<GroupRow> read_groups(std::string_view file, std::string_view text,
                                  std::vector<DictionaryWarning>& warnings) {
  std::vector<GroupRow> rows;
  for_each_row(file, text, "relation", warnings, [&](const Cells& cells, std::size_t line) {
    const auto relation = relation_from(cells[kRelation]);
    if (!relation) return warn(warnings, file, line, RowFault::kUnknownRelation);
    GroupRow row{.relation = *relation, .terms = {}, .note = cells[kGroupNote], .line = line};
    for_each_part(cells[kTerms], ";", [&](std::string_view part, std::size_t) {
      if (const std::string_view term = trim(part); !term.empty()) row.terms.push_back(term);
    });
    if (row.terms.size() < 2) return warn(warnings, file, line, RowFault::kTooFewTerms);
    if (row.terms.size() > kMaxTermsOfGroup) {
      return warn(warnings, file, line, RowFault::kTooManyTerms);
    }
    rows.push_back(std::move(row));
  });
  return rows;
}

}  // namespace tracuu
