#include "searcher/query/scan.h"

#include "core/text/utf8.h"
#include "searcher/query/characters.h"

namespace tracuu::query {
namespace {

bool ends_word(char32_t code) {
  return is_blank(code) || is_quote(code) || code == U'(' || code == U')';
}

// Returns the first offset from `from` on whose character `is_wanted`, or the end.
template <typename Predicate>
std::size_t find_character(std::string_view text, std::size_t from, Predicate is_wanted) {
  while (from < text.size()) {
    const text::Decoded c = text::decode(text, from);
    if (is_wanted(c.value)) break;
    from += c.length;
  }
  return from;
}

}  // namespace

std::variant<std::vector<Piece>, QueryError> scan(std::string_view query) {
  std::vector<Piece> pieces;
  bool is_after_blank = true;
  for (std::size_t i = 0; i < query.size();) {
    const text::Decoded c = text::decode(query, i);
    if (is_blank(c.value)) {
      is_after_blank = true;
      i += c.length;
      continue;
    }
    Piece piece{Piece::Kind::kWord, {}, {i, c.length}, is_after_blank};
    if (is_quote(c.value)) {
      const std::size_t begin = i + c.length;
      const std::size_t end = find_character(query, begin, is_quote);
      if (end == query.size())
        return error_at(query, QueryErrorKind::kUnclosedQuote, {i, c.length});
      piece.kind = Piece::Kind::kPhrase;
      piece.text = query.substr(begin, end - begin);
      piece.span.length = end + text::decode(query, end).length - i;
      if (with_single_blanks(piece.text).empty())
        return error_at(query, QueryErrorKind::kEmptyPhrase, piece.span);
    } else if (c.value == U'(' || c.value == U')') {
      piece.kind = c.value == U'(' ? Piece::Kind::kOpen : Piece::Kind::kClose;
    } else {
      piece.span.length = find_character(query, i, ends_word) - i;
      piece.text = query.substr(i, piece.span.length);
    }
    pieces.push_back(piece);
    is_after_blank = false;
    i += piece.span.length;
  }
  return pieces;
}

}  // namespace tracuu::query
