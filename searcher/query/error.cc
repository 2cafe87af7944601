#include "searcher/query/error.h"

#include <utility>

#include "searcher/query/characters.h"

namespace tracuu::query {
namespace {

const Bilingual& sentence_of(QueryErrorKind kind) {
  static constexpr Bilingual kEmpty{"câu tìm kiếm trống: hãy nhập ít nhất một từ",
                                    "the query is empty: type at least one word"};
  static constexpr Bilingual kTooLong{"câu tìm kiếm dài quá {1} byte; hãy rút ngắn",
                                      "the query is longer than {1} bytes; shorten it"};
  static constexpr Bilingual kTooManyClauses{
      "câu tìm kiếm có hơn {1} thành phần, từ ký tự thứ {0}; hãy rút gọn",
      "the query has more than {1} parts, from character {0} on; shorten it"};
  static constexpr Bilingual kTooDeep{"dấu ngoặc lồng nhau quá {1} tầng, ở ký tự thứ {0}",
                                      "more than {1} levels of brackets, at character {0}"};
  static constexpr Bilingual kUnclosedQuote{"dấu ngoặc kép ở ký tự thứ {0} chưa được đóng",
                                            "the quote at character {0} is not closed"};
  static constexpr Bilingual kEmptyPhrase{"không có từ nào giữa hai dấu ngoặc kép, ở ký tự thứ {0}",
                                          "there is nothing between the quotes at character {0}"};
  static constexpr Bilingual kUnclosedBracket{"dấu ngoặc '(' ở ký tự thứ {0} chưa được đóng",
                                              "the bracket '(' at character {0} is not closed"};
  static constexpr Bilingual kUnopenedBracket{
      "dấu ngoặc ')' ở ký tự thứ {0} không có dấu '(' đi trước",
      "the bracket ')' at character {0} has no '(' before it"};
  static constexpr Bilingual kEmptyGroup{"không có từ nào trong cặp ngoặc, ở ký tự thứ {0}",
                                         "there is nothing between the brackets at character {0}"};
  static constexpr Bilingual kFieldWithoutValue{"trường '{1}:' ở ký tự thứ {0} chưa có giá trị",
                                                "the field '{1}:' at character {0} has no value"};
  static constexpr Bilingual kFieldInField{
      "trường '{1}:' ở ký tự thứ {0} nằm trong giá trị của một trường khác",
      "the field '{1}:' at character {0} is inside the value of another field"};
  static constexpr Bilingual kOperatorWithoutOperand{
      "toán tử '{1}' ở ký tự thứ {0} còn thiếu một vế",
      "the operator '{1}' at character {0} lacks what it applies to"};
  static constexpr Bilingual kNearOperand{
      "'{1}' ở ký tự thứ {0} chỉ đặt được giữa hai từ hoặc cụm từ trong ngoặc kép",
      "'{1}' at character {0} can only stand between two words or quoted phrases"};
  static constexpr Bilingual kNearDistance{
      "khoảng cách trong '{1}' ở ký tự thứ {0} phải từ 1 đến {2}",
      "the distance in '{1}' at character {0} must be from 1 to {2}"};
  static constexpr Bilingual kPrefixTooShort{
      "trước dấu '*' phải có ít nhất {1} chữ cái hoặc chữ số, ở ký tự thứ {0}",
      "at least {1} letters or digits must stand before '*', at character {0}"};
  switch (kind) {
    case QueryErrorKind::kEmpty:
      return kEmpty;
    case QueryErrorKind::kTooLong:
      return kTooLong;
    case QueryErrorKind::kTooManyClauses:
      return kTooManyClauses;
    case QueryErrorKind::kTooDeep:
      return kTooDeep;
    case QueryErrorKind::kUnclosedQuote:
      return kUnclosedQuote;
    case QueryErrorKind::kEmptyPhrase:
      return kEmptyPhrase;
    case QueryErrorKind::kUnclosedBracket:
      return kUnclosedBracket;
    case QueryErrorKind::kUnopenedBracket:
      return kUnopenedBracket;
    case QueryErrorKind::kEmptyGroup:
      return kEmptyGroup;
    case QueryErrorKind::kFieldWithoutValue:
      return kFieldWithoutValue;
    case QueryErrorKind::kFieldInField:
      return kFieldInField;
    case QueryErrorKind::kOperatorWithoutOperand:
      return kOperatorWithoutOperand;
    case QueryErrorKind::kNearOperand:
      return kNearOperand;
    case QueryErrorKind::kNearDistance:
      return kNearDistance;
    case QueryErrorKind::kPrefixTooShort:
      return kPrefixTooShort;
  }
  return kEmpty;
}

}  // namespace

QueryError error_at(std::string_view query, QueryErrorKind kind, Span span,
                    std::vector<std::string> arguments) {
  const std::size_t position = count_letters_and_signs(query.substr(0, span.offset)) + 1;
  arguments.insert(arguments.begin(), std::to_string(position));
  return {kind, span, std::move(arguments)};
}

std::string describe(const QueryError& error, Language language) {
  return say(sentence_of(error.kind), language, error.arguments);
}

}  // namespace tracuu::query
