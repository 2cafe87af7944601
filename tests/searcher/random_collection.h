// Small random collections, and queries drawn from them.
//
//   RandomCollection random(seed);
//   random.documents(40)   syllables that are easily confused, in every way of writing them
//   random.query(docs)     «+so "quyết định" loại:"QUYẾT ĐỊNH" OR chuy*», words of the documents
//
// The few syllables share their toneless forms on purpose, and some are rare: so that queries hit
// some documents, not all.

#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/text/analyzer.h"

namespace tracuu {

class RandomCollection {
 public:
  explicit RandomCollection(unsigned seed) : rng_(seed) {}

  std::vector<Document> documents(std::size_t count) {
    std::vector<Document> documents;
    for (std::size_t i = 0; i < count; ++i) documents.push_back(document(i));
    return documents;
  }

  // Text in the query language; most of it parses.
  std::string query(const std::vector<Document>& documents) {
    std::string text = clause(documents);
    for (std::size_t n = below(4); n > 0; --n) {
      text += chance(6) ? " OR " : " ";
      text += clause(documents);
    }
    return text;
  }

  // Consecutive words of the document's body, as they stand in it.
  std::vector<std::string> run_of_words(const Document& document, std::size_t most) {
    analyzer_.analyze(document.body, analysis_);
    const std::vector<text::Token>& tokens = analysis_.tokens;
    if (tokens.empty()) return {"số"};
    const std::size_t first = below(tokens.size());
    std::vector<std::string> words;
    for (std::size_t i = first; i < tokens.size() && words.size() < most; ++i) {
      if (i > first && tokens[i].position != tokens[i - 1].position + 1) break;
      words.push_back(document.body.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
    }
    return words;
  }

  std::size_t below(std::size_t bound) { return rng_() % bound; }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

 private:
  template <std::size_t N>
  std::string_view any_of(const std::array<std::string_view, N>& list) {
    return list[below(N)];
  }

  // The first of the list often, the last seldom.
  std::string_view written_word() {
    static constexpr auto kWords = std::to_array<std::string_view>({
        "số",
        "quyết",
        "đổi",
        "của",
        "so\u0302\u0301",
        "chuyển",
        "định",
        "so",
        "Quyết",
        "chuye\u0302\u0309n",
        "và",
        "các",
        "quyet",
        "dinh",
        "đội",
        "sổ",
        "doi",
        "hội",
        "là",
        "chuyên",
        "SỐ",
        "chuyen",
        "hòa",
        "hoà",
        "QUYẾT",
        "hỏi",
        "sở",
        "đính",
        "hoa",
        "thủy",
        "thuỷ",
        "kinh",
        "tế",
        "xã",
        "Thái",
        "Nguyên",
        "TT&TT",
        "covid",
        "2021",
        "quye\u0302\u0301t",
        "quyệt",
        "dân",
        "ban",
        "Uỷ",
        "nhân",
        "những",
        "749/QĐ-TTg",
        "tỉnh",
        "Ðà",
        "Nẵng",
        "12/2020/NĐ-CP",
        "H'Mông",
        "Thuy\u0309",
        "café",
        "Đakrông",
        "nghiêng",
        "khuỷu",
        "ngoằn",
        "1.234,5",
        "mic.gov.vn",
        "01-NQ/TU",
        "quýt",
        "giếng",
        "oan",
        "yểng",
    });
    const std::size_t a = below(kWords.size());
    const std::size_t b = below(kWords.size());
    return kWords[a * b / kWords.size()];
  }

  std::string_view gap() {
    static constexpr auto kGaps = std::to_array<std::string_view>(
        {", ", ". ", "\n", "\n\n", " - ", "-", "; ", "\r\n", "\t", "\u00a0", " (", " \xC3 ", "/"});
    return chance(5) ? any_of(kGaps) : std::string_view(" ");
  }

  std::string text(std::size_t words) {
    std::string out;
    for (; words > 0; --words) {
      if (!out.empty()) out += gap();
      out += written_word();
    }
    return out;
  }

  void add_body(Document& document) {
    static constexpr std::array kKinds{Region::Kind::kCaption, Region::Kind::kNoise,
                                       Region::Kind::kTitle, Region::Kind::kHead};
    document.body = text(3 + below(40));
    for (std::size_t n = below(3); n > 0; --n) {
      document.body += "\n\n";
      const std::string piece = text(1 + below(5));
      const auto kind = kKinds[below(kKinds.size())];
      document.regions.push_back({kind, document.body.size(), piece.size()});
      document.body += piece + "\n\n" + text(1 + below(10));
    }
  }

  Document document(std::size_t i) {
    Document document;
    document.id = "doc-" + std::to_string(i);
    document.path = std::string(any_of(kFolders)) + document.id + ".txt";
    if (!chance(8)) document.title = text(1 + below(6));
    document.type = any_of(kTypes);
    document.number = any_of(kNumbers);
    document.agency = any_of(kAgencies);
    document.date = any_of(kDates);
    if (chance(3)) document.signer = any_of(kSigners);
    if (chance(3)) document.keywords = {text(1 + below(3)), "chuyển đổi số"};
    if (chance(3)) document.source = "mic.gov.vn";
    if (chance(4)) document.author = text(2);
    add_body(document);
    return document;
  }

  std::string_view word_from(const std::vector<Document>& documents) {
    picked_ = run_of_words(documents[below(documents.size())], 1).front();
    return picked_;
  }

  std::string without_marks(const std::string& word) {
    analyzer_.analyze(word, analysis_);
    std::string out;
    for (const text::Token& token : analysis_.tokens) {
      out += analysis_.vocabulary().form(analysis_.word(token).toneless);
    }
    return out;
  }

  // Words as typed: as they stand, or without their marks.
  std::string words(const std::vector<Document>& documents, std::size_t most) {
    const bool typed_plain = chance(3);
    std::string out;
    const bool together = chance(2);
    const auto run = run_of_words(documents[below(documents.size())], most);
    for (std::size_t i = 0; i < run.size(); ++i) {
      const std::string word = together ? run[i] : std::string(word_from(documents));
      if (!out.empty()) out += ' ';
      out += typed_plain || chance(6) ? without_marks(word) : word;
    }
    return out;
  }

  std::string field(const std::vector<Document>& documents) {
    switch (below(9)) {
      case 0:
        return "loại:\"" + std::string(any_of(kTypes)) + "x\"";
      case 1:
        return "loại:\"" + std::string(kTypes[below(4)]) + "\"";
      case 2:
        return "cơ quan:\"" + std::string(kAgencies[below(4)]) + "\"";
      case 3:
        return "cq:(\"y tế\" OR nguyen)";
      case 4:
        return "tiêu đề:(" + words(documents, 3) + ")";
      case 5:
        return "td:\"" + words(documents, 2) + "\"";
      case 6:
        return "số:" + std::string(kNumbers[below(4)]);
      case 7:
        return chance(2) ? "năm:2020" : "ngày:01/2020..06/2021";
      default:
        return "người ký:(" + std::string(kSigners[below(2)]) + ")";
    }
  }

  std::string clause(const std::vector<Document>& documents) {
    static constexpr auto kSigns = std::to_array<std::string_view>({"", "", "", "", "", "+", "-"});
    const std::string sign(any_of(kSigns));
    switch (below(12)) {
      case 0:
      case 1:
      case 2:
        return sign + words(documents, 1 + below(9));
      case 3:
      case 4:
        return sign + "\"" + words(documents, 1 + below(4)) + "\"";
      case 5:
        return words(documents, 1) + " NEAR/" + std::to_string(1 + below(6)) + " \"" +
               words(documents, 2) + "\"";
      case 6: {
        const std::string word = without_marks(std::string(word_from(documents)));
        return sign + word.substr(0, 2 + below(2)) + "*";
      }
      case 7:
        return sign + "(" + words(documents, 2) + " OR " + words(documents, 2) + ")";
      case 8:
        return sign + "(" + words(documents, 6) + ")";
      case 9:
        return chance(4) ? "khôngcóđâu" : words(documents, 2);
      case 10:
        return std::string(kNumbers[below(4)]);
      default:
        return sign + field(documents);
    }
  }

  static constexpr auto kFolders = std::to_array<std::string_view>({"", "vb/", "vb/2020/", "tin/"});
  static constexpr auto kTypes =
      std::to_array<std::string_view>({"Quyết định", "QUYẾT ĐỊNH", "Nghị quyết", "Công văn", ""});
  static constexpr auto kNumbers = std::to_array<std::string_view>(
      {"749/QĐ-TTg", "12/2020/NĐ-CP", "12/2020/QĐ-UBND", "01-NQ/TU", "1-NQ/TU", "", ""});
  static constexpr auto kAgencies =
      std::to_array<std::string_view>({"UBND tỉnh Thái Nguyên", "Uỷ ban nhân dân tỉnh Thái Nguyên",
                                       "Sở Y tế tỉnh Thái Nguyên", "Bộ Y tế", ""});
  static constexpr auto kDates = std::to_array<std::string_view>(
      {"2020-01-31", "2020-12-31", "2021-06-30", "2021-07-01", "1999-05-05", "", "rác"});
  static constexpr auto kSigners =
      std::to_array<std::string_view>({"Nguyễn Văn A", "nguyen van", "Trần Thị B"});

  std::mt19937 rng_;
  text::Analyzer analyzer_;
  text::Analysis analysis_;
  std::string picked_;
};

}  // namespace tracuu
