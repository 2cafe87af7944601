#include "searcher/query/help.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/text/fold.h"
#include "searcher/query/characters.h"
#include "searcher/query/fields.h"
#include "searcher/query/grammar.h"

namespace tracuu::query {
namespace {

constexpr Bilingual kGrammar{
    R"(NGÔN NGỮ TÌM KIẾM

  Gõ các từ cần tìm, có dấu hoặc không dấu. Từ gõ có dấu được ưu tiên đúng dấu; từ gõ không dấu
  khớp với mọi dấu. Văn bản chứa đủ các từ được xếp lên đầu.

  "cụm từ"         các từ đứng liền nhau, đúng thứ tự; từ gõ có dấu phải đúng dấu
  +từ              bắt buộc phải có từ này
  -từ              loại bỏ văn bản có từ này; cũng viết được là: KHÔNG từ, NOT từ
  A OR B           có A hoặc có B; cũng viết được là: A HOẶC B
  A AND B          phải có cả A và B; cũng viết được là: A VÀ B
  A NEAR/{0} B       A và B cách nhau không quá {0} từ; cũng viết được là: A GẦN/{0} B.
                   Viết NEAR hay GẦN không kèm số thì khoảng cách là {1}, nhiều nhất là {2}.
  đầu*             mọi từ bắt đầu bằng "đầu"; cần ít nhất {3} chữ cái hoặc chữ số trước dấu *
  ( … )            gom nhóm
  trường:giá trị   chỉ tìm trong một trường của văn bản (xem bảng dưới)
  \từ              lấy từ đúng như đã gõ, không coi là toán tử: \OR, \-5

  - OR có độ ưu tiên thấp nhất: quyết định OR nghị quyết tức là
    (quyết định) OR (nghị quyết).
  - Dấu + - và tên trường chỉ tác động lên một từ liền sau. Với nhiều từ, hãy dùng ngoặc:
    -"công văn", loại:"nghị quyết", +(chuyển đổi số).
  - Dấu + - chỉ là toán tử khi đứng đầu từ và viết liền với từ đó: 01-NQ/TU hay kinh tế - xã hội
    được tìm như bình thường.
  - Toán tử phải viết hoa. HOẶC, VÀ, KHÔNG, GẦN nằm giữa các từ viết hoa thì là từ thường, vì đó
    có thể là một tiêu đề: LUẬT BẢO VỆ VÀ PHÁT TRIỂN RỪNG. Ở đó hãy dùng OR, AND, NOT, NEAR.
)",
    R"(QUERY LANGUAGE

  Type the words to look for, with marks or without. A word typed with marks prefers exactly these
  marks; a word typed without marks matches them all. Documents with all the words come first.

  "a phrase"       the words side by side, in this order; marks that are typed must be there
  +word            the word must be there
  -word            leaves out documents with the word; also: NOT word, KHÔNG word
  A OR B           A or B; also: A HOẶC B
  A AND B          both A and B must be there; also: A VÀ B
  A NEAR/{0} B       A and B at most {0} words apart; also: A GẦN/{0} B.
                   NEAR or GẦN without a number means {1}; the most is {2}.
  beginning*       all words that begin so; at least {3} letters or digits must stand before *
  ( … )            groups
  field:value      looks in one field of the document only (see the table below)
  \word            takes the word as it is, not as an operator: \OR, \-5

  - OR binds loosest: quyết định OR nghị quyết means (quyết định) OR (nghị quyết).
  - The signs + - and the names of fields take the one word behind them. For several words use
    quotes or brackets: -"công văn", loại:"nghị quyết", +(chuyển đổi số).
  - The signs + - count at the beginning of a word and directly before it only: 01-NQ/TU and
    kinh tế - xã hội are ordinary text.
  - Operators are written in capitals. HOẶC, VÀ, KHÔNG, GẦN among words in capitals are ordinary
    words, for that may be a title: LUẬT BẢO VỆ VÀ PHÁT TRIỂN RỪNG. Use OR, AND, NOT, NEAR there.
)"};

constexpr Bilingual kFieldsTitle{
    "\nCÁC TRƯỜNG (viết hoa hay thường, có dấu hay không dấu đều được; sau tên là dấu hai "
    "chấm)\n\n",
    "\nFIELDS (in capitals or not, with marks or without; a colon follows the name)\n\n"};

constexpr Bilingual kExamplesTitle{"\nVÍ DỤ\n\n", "\nEXAMPLES\n\n"};

constexpr QueryExample kExamples[] = {
    {"chuyển đổi số", {"ba từ, có dấu", "three words, with marks"}},
    {"chuyen doi so", {"ba từ, không dấu", "three words, without marks"}},
    {"\"chuyển đổi số\" Thái Nguyên", {"một cụm từ và hai từ", "a phrase and two words"}},
    {"749/QĐ-TTg", {"số, ký hiệu văn bản", "the number of a document"}},
    {"quyết định OR nghị quyết", {"một trong hai loại", "one or the other"}},
    {"học phí -\"đại học\"",
     {"học phí, trừ văn bản có cụm từ đại học", "fees, without documents on universities"}},
    {"loại:\"nghị quyết\" cơ quan:\"HĐND tỉnh\" chuyển đổi số",
     {"trong nghị quyết của HĐND tỉnh", "in resolutions of the provincial council"}},
    {"ngày:01/2021..04/2021 tiêm chủng",
     {"ban hành từ tháng 1 đến tháng 4 năm 2021", "issued from January to April 2021"}},
    {"năm:(2020 OR 2021) người ký:\"Trịnh Việt Hùng\"",
     {"hai năm, một người ký", "two years, one signer"}},
    {"tiêu đề:(hạ tầng số)", {"các từ nằm trong tiêu đề", "the words are in the title"}},
    {"\"hạ tầng\" NEAR/5 \"dữ liệu\"",
     {"hai cụm từ cách nhau không quá 5 từ", "the phrases at most 5 words apart"}},
    {"+\"hỗ trợ\" doanh ngh* (Đại Từ OR Định Hóa)",
     {"phải có hỗ trợ; một từ bắt đầu bằng ngh; một trong hai huyện",
      "hỗ trợ must be there; a word in ngh…; one of two districts"}},
};

constexpr std::size_t kIndent = 2;
constexpr int kShownDistance = 5;

struct Row {
  std::string left;
  std::string_view right;
};

// Returns the rows as two columns, the right ones below each other; where the left one is too
// wide for that, the right one goes on a line of its own.
std::string in_columns(const std::vector<Row>& rows, std::size_t left_columns) {
  std::string out;
  for (const Row& row : rows) {
    const std::size_t width = count_columns(row.left);
    out += std::string(kIndent, ' ') + row.left;
    if (width > left_columns) {
      out += '\n' + std::string(kIndent + left_columns, ' ');
    } else {
      out += std::string(left_columns - width, ' ');
    }
    out += "  ";
    out += row.right;
    out += '\n';
  }
  return out;
}

// The names without those that are only another one without its marks.
std::string names_with_commas(const FieldNames& field) {
  std::string out;
  for (std::string_view name : field.names) {
    const bool is_shown = std::ranges::any_of(field.names, [&](std::string_view other) {
      return other != name && fold(other, Marks::kDrop) == name;
    });
    if (is_shown) continue;
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

std::string fields_in_columns(Language language) {
  std::vector<Row> rows;
  std::size_t widest = 0;
  for (const FieldNames& field : field_table()) {
    Row row{names_with_commas(field), field.meaning.in(language)};
    widest = std::max(widest, count_columns(row.left));
    rows.push_back(std::move(row));
  }
  return in_columns(rows, widest);
}

std::string examples_in_columns(Language language) {
  std::vector<Row> rows;
  for (const QueryExample& example : kExamples)
    rows.push_back({std::string(example.query), example.meaning.in(language)});
  constexpr std::size_t kColumns = 34;
  return in_columns(rows, kColumns);
}

}  // namespace

std::span<const QueryExample> query_examples() {
  return kExamples;
}

std::string query_help(Language language) {
  return say(kGrammar, language,
             {std::to_string(kShownDistance), std::to_string(kDefaultNearDistance),
              std::to_string(kMaxNearDistance), std::to_string(kMinPrefixLetters)}) +
         say(kFieldsTitle, language) + fields_in_columns(language) + say(kExamplesTitle, language) +
         examples_in_columns(language);
}

}  // namespace tracuu::query
