#include "searcher/terminal_view.h"

#include <algorithm>
#include <array>

#include "core/index/quality.h"
#include "core/text/character.h"
#include "core/text/utf8.h"
#include "core/text/visible.h"

namespace tracuu {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kFaint = "\x1b[2m";
constexpr std::string_view kMark = "\x1b[1;33m";
constexpr std::string_view kReset = "\x1b[0m";

constexpr Bilingual kTotal{"{0} văn bản", "{0} documents"};
constexpr Bilingual kRange{"{0} văn bản, từ {1} đến {2}", "{0} documents, {1} to {2}"};
constexpr Bilingual kNone{"Không tìm thấy văn bản nào.", "No document was found."};
constexpr Bilingual kUnderstood{"Hiểu là: {0}", "Understood as: {0}"};
constexpr Bilingual kNumber{"số văn bản {0}", "document number {0}"};
constexpr Bilingual kPrefix{"{0} là {1} từ", "{0} stands for {1} words"};
constexpr Bilingual kRepaired{"{1} (dán từ mã chữ cũ)", "{1} (pasted in an old encoding)"};
constexpr Bilingual kTelex{"{1} (gõ kiểu Telex)", "{1} (Telex keys)"};
constexpr Bilingual kVni{"{1} (gõ kiểu VNI)", "{1} (VNI keys)"};
constexpr Bilingual kViqr{"{1} (gõ kiểu VIQR)", "{1} (VIQR keys)"};
constexpr Bilingual kSpelling{"{1} (thay cho {0})", "{1} (instead of {0})"};
constexpr Bilingual kInstead{"{0} hoặc {1}", "{0} or {1}"};
constexpr Bilingual kAmbiguous{"{0} có thể là {1} (hãy gõ rõ)", "{0} may be {1} (type which)"};
constexpr Bilingual kUnknownWords{"Không văn bản nào có: {0}; đã tìm bằng các từ còn lại.",
                                  "No document has: {0}; searched with the other words."};
constexpr Bilingual kSomeWords{"Không văn bản nào có đủ mọi từ; kết quả chỉ có một phần các từ.",
                               "No document has all words; these have some of them."};
constexpr Bilingual kAnyWord{"Không văn bản nào có đủ mọi từ; kết quả có ít nhất một từ.",
                             "No document has all words; these have at least one."};
constexpr Bilingual kDidYouMean{"Có phải bạn tìm: {0}?", "Did you mean: {0}?"};
constexpr Bilingual kInferred{"{0} (suy đoán)", "{0} (inferred)"};

constexpr Bilingual kTitle{"Tiêu đề", "Title"};
constexpr Bilingual kId{"Mã", "Id"};
constexpr Bilingual kType{"Loại", "Type"};
constexpr Bilingual kNumberField{"Số", "Number"};
constexpr Bilingual kAgency{"Cơ quan", "Agency"};
constexpr Bilingual kDate{"Ngày", "Date"};
constexpr Bilingual kEffective{"Hiệu lực từ", "Effective"};
constexpr Bilingual kStatus{"Tình trạng", "Status"};
constexpr Bilingual kSigner{"Người ký", "Signer"};
constexpr Bilingual kKeywords{"Từ khóa", "Keywords"};
constexpr Bilingual kAuthor{"Tác giả", "Author"};
constexpr Bilingual kSource{"Nguồn", "Source"};
constexpr Bilingual kUrl{"Địa chỉ", "Address"};
constexpr Bilingual kPath{"Tệp", "File"};
constexpr Bilingual kRepairs{"Đã sửa mã chữ", "Repaired encoding"};
constexpr Bilingual kLetters{"{0}, {1} chữ", "{0}, {1} letters"};
constexpr Bilingual kQuality{"Chất lượng chữ", "Text quality"};
constexpr Bilingual kDamaged{"{0}, đã mất chữ", "{0}, letters lost"};
constexpr Bilingual kYear{"Năm", "Year"};
constexpr Bilingual kMonth{"Tháng", "Month"};
constexpr Bilingual kFolder{"Thư mục", "Folder"};

std::string one_line(std::string_view text) {
  return text::visible(text, text::Lines::kJoin);
}

// Columns of well-formed text: marks take none. Wide East Asian letters are counted as one, which
// only makes a line break early.
std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded d = text::decode(text, i);
    i += d.length;
    const text::CharacterClass kind = text::CharacterTable::classify(d.value);
    if (kind != text::CharacterClass::kMark && kind != text::CharacterClass::kInvisible) ++count;
  }
  return count;
}

class View {
 public:
  explicit View(const ViewOptions& options) : options_(options) {}

  std::string take() { return std::move(out_); }

  std::string phrase(const Bilingual& sentence, std::initializer_list<std::string> arguments) {
    return say(sentence, options_.language, arguments);
  }

  void line(std::string_view text) {
    out_ += text;
    out_ += '\n';
  }

  void styled(std::string_view style, std::string_view text) {
    if (options_.color) out_ += style;
    out_ += text;
    if (options_.color) out_ += kReset;
  }

  void blank() { out_ += '\n'; }

  // Writes the parts wrapped to the width, every line indented and without a blank at its end. A
  // word may go on in the next part («15/» «2021»): only a blank allows a new line.
  void wrapped(const std::vector<SnippetPart>& parts, std::size_t indent) {
    const std::size_t width = std::max<std::size_t>(options_.width, indent + 20);
    std::size_t column = 0;
    bool has_blank = false;  // owed before the next word
    for (const SnippetPart& part : parts) {
      std::string text = text::visible(part.text);
      std::ranges::replace(text, '\n', ' ');
      for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ') {
          has_blank = column > 0;
          ++at;
          continue;
        }
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = std::string_view(text).substr(at, end - at);
        const std::size_t wide = columns(word);
        if (has_blank && column + 1 + wide > width) {
          out_ += '\n';
          column = 0;
        } else if (has_blank) {
          out_ += ' ';
          ++column;
        }
        has_blank = false;
        if (column == 0) {
          out_.append(indent, ' ');
          column = indent;
        }
        if (part.is_marked) {
          styled(kMark, word);
        } else {
          out_ += word;
        }
        column += wide;
        at = end;
      }
    }
    if (column > 0) out_ += '\n';
  }

  void field(const Bilingual& label, const std::string& value) {
    if (value.empty()) return;
    styled(kFaint, std::string(label.in(options_.language)) + ": ");
    line(one_line(value));
  }

  const ViewOptions& options() const { return options_; }

 private:
  const ViewOptions& options_;
  std::string out_;
};

std::string understood_part(const Understood& step, View& view) {
  struct Sentence {
    std::string_view step;
    const Bilingual& sentence;
  };
  static constexpr std::array kSentences{
      Sentence{"prefix", kPrefix},      Sentence{"repair", kRepaired},
      Sentence{"telex", kTelex},        Sentence{"vni", kVni},
      Sentence{"viqr", kViqr},          Sentence{"split", kSpelling},
      Sentence{"spelling", kSpelling},  Sentence{"abbreviation", kInstead},
      Sentence{"synonym", kInstead},    Sentence{"place", kInstead},
      Sentence{"ambiguous", kAmbiguous}};
  std::string to = one_line(step.to);
  if (step.step == "number") return view.phrase(kNumber, {to});
  for (const Sentence& known : kSentences) {
    if (known.step == step.step) return view.phrase(known.sentence, {one_line(step.from), to});
  }
  return to;
}

std::string understood_line(const Response& response, View& view) {
  std::string all;
  for (const Understood& step : response.understood) {
    if (!all.empty()) all += "; ";
    all += understood_part(step, view);
  }
  return all;
}

void write_relaxed(const Response& response, View& view) {
  for (const Relaxed& relaxed : response.relaxed) {
    std::string words;
    for (const std::string& word : relaxed.words) {
      words += (words.empty() ? "" : ", ") + one_line(word);
    }
    const Bilingual& sentence = relaxed.rule == "unknown_words" ? kUnknownWords
                                : relaxed.rule == "some_words"  ? kSomeWords
                                                                : kAnyWord;
    view.line(view.phrase(sentence, {words}));
  }
}

void write_result(std::size_t rank, const Result& result, View& view) {
  const std::string number = std::to_string(rank) + ". ";
  const std::size_t indent = number.size();
  view.styled(kBold, number + one_line(result.title.empty() ? result.id : result.title));
  view.blank();
  std::string facts;
  const std::string date = date_for_people(result.date);
  const std::string shown_date = result.date_inferred ? view.phrase(kInferred, {date}) : date;
  for (const std::string* fact : {&result.type, &result.number, &result.agency, &shown_date}) {
    if (fact->empty()) continue;
    if (!facts.empty()) facts += " · ";
    facts += one_line(*fact);
  }
  if (!facts.empty()) view.line(std::string(indent, ' ') + facts);
  std::vector<SnippetPart> parts = result.snippet.parts;
  if (!result.snippet.passage.label.empty() && !parts.empty()) {
    parts.push_back({" (" + result.snippet.passage.label + ")", false});
  }
  view.wrapped(parts, indent);
  view.styled(kFaint, std::string(indent, ' ') + one_line(result.id));
  view.blank();
}

void write_facet(const Facet& facet, View& view) {
  if (facet.values.empty()) return;
  view.styled(kBold, facet_label(facet.name, view.options().language));
  view.blank();
  for (const FacetValue& value : facet.values) {
    const std::string count = std::to_string(value.count);
    view.line(std::string(6 - std::min<std::size_t>(count.size(), 6), ' ') + count + "  " +
              one_line(value.label));
  }
}

}  // namespace

std::string date_for_people(const std::string& iso) {
  if (iso.size() != 10) return iso;
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

std::string facet_label(const std::string& name, Language language) {
  struct Label {
    std::string_view name;
    const Bilingual& label;
  };
  static constexpr std::array kLabels{Label{"agency", kAgency}, Label{"type", kType},
                                      Label{"year", kYear}, Label{"month", kMonth},
                                      Label{"path", kFolder}};
  for (const Label& label : kLabels) {
    if (label.name == name) return std::string(label.label.in(language));
  }
  return name;
}

std::string to_text(const Response& response, const SearchRequest& request,
                    const ViewOptions& options) {
  View view(options);
  const std::string understood = understood_line(response, view);
  if (!understood.empty()) view.line(view.phrase(kUnderstood, {understood}));
  write_relaxed(response, view);
  if (!response.suggestions.empty()) {
    view.line(view.phrase(kDidYouMean, {one_line(response.suggestions.front())}));
  }
  if (response.total == 0) {
    view.line(kNone.in(options.language));
  } else if (response.results.size() == response.total || response.results.empty()) {
    view.line(view.phrase(kTotal, {std::to_string(response.total)}));
  } else {
    view.line(
        view.phrase(kRange, {std::to_string(response.total), std::to_string(request.offset + 1),
                             std::to_string(request.offset + response.results.size())}));
  }
  std::size_t rank = request.offset;
  for (const Result& result : response.results) {
    view.blank();
    write_result(++rank, result, view);
  }
  if (!response.facets.empty()) view.blank();
  for (const Facet& facet : response.facets) write_facet(facet, view);
  return view.take();
}

namespace {

// "1234" as "1.234", in English "1,234".
std::string grouped(std::size_t number, Language language) {
  constexpr std::size_t kGroup = 3;
  std::string digits = std::to_string(number);
  const char* separator = language == Language::kVietnamese ? "." : ",";
  for (std::size_t at = digits.size(); at > kGroup;) digits.insert(at -= kGroup, separator);
  return digits;
}

void show_quality(const Document& document, Language language, View& view) {
  std::string repairs;
  for (const EncodingRepair& repair : document.repairs) {
    repairs += (repairs.empty() ? "" : "; ") +
               view.phrase(kLetters, {std::string(repair_name(repair.kind)),
                                      grouped(repair.letters, language)});
  }
  view.field(kRepairs, repairs);
  std::string quality = document.text_quality >= 0 ? percent(document.text_quality) : "";
  if (document.damaged) quality = view.phrase(kDamaged, {quality.empty() ? "–" : quality});
  view.field(kQuality, quality);
}

}  // namespace

std::string to_text(const Document& document, const ViewOptions& options) {
  View view(options);
  std::string keywords;
  for (const std::string& keyword : document.keywords) {
    keywords += (keywords.empty() ? "" : ", ") + keyword;
  }
  std::string date = date_for_people(document.date);
  if (document.date_inferred) date = view.phrase(kInferred, {date});
  view.field(kId, document.id);
  view.field(kTitle, document.title);
  view.field(kType, document.type);
  view.field(kNumberField, document.number);
  view.field(kAgency, document.agency);
  view.field(kDate, date);
  view.field(kEffective, date_for_people(document.effective));
  view.field(kStatus, document.status);
  view.field(kSigner, document.signer);
  view.field(kKeywords, keywords);
  view.field(kAuthor, document.author);
  view.field(kSource, document.source);
  view.field(kUrl, document.url);
  view.field(kPath, document.path);
  show_quality(document, options.language, view);
  view.blank();
  view.line(text::visible(document.body));
  return view.take();
}

}  // namespace tracuu
