// Pieces are read from left to right. A decision looks at one piece on each side at most: the sign
// at a quote behind it, the field of two words at the word behind it, the Vietnamese operators at
// the words on both sides (the title rule of grammar.h).

#include "searcher/query/tokens.h"

#include <utility>

#include "searcher/query/characters.h"
#include "searcher/query/grammar.h"
#include "searcher/query/scan.h"
#include "searcher/query/words.h"

namespace tracuu::query {
namespace {

std::string_view word_of(const Piece& piece) {
  return piece.kind == Piece::Kind::kWord ? piece.text : std::string_view();
}

class TokenReader {
 public:
  TokenReader(std::string_view query, std::vector<Piece> pieces)
      : query_(query), pieces_(std::move(pieces)) {}

  std::variant<std::vector<Token>, QueryError> read() {
    for (at_ = 0; at_ < pieces_.size() && !error_; ++at_) read_piece(pieces_[at_]);
    if (error_) return *std::move(error_);
    tokens_.push_back({.kind = Token::Kind::kEnd, .span = {query_.size(), 0}});
    return std::move(tokens_);
  }

 private:
  // Returns the word `step` pieces from here, empty where there is none.
  std::string_view word_beside(std::ptrdiff_t step) const {
    const std::size_t i = at_ + static_cast<std::size_t>(step);  // wraps below 0
    return i < pieces_.size() ? word_of(pieces_[i]) : std::string_view();
  }

  void fail(QueryErrorKind kind, Span span, std::vector<std::string> arguments) {
    error_ = error_at(query_, kind, span, std::move(arguments));
  }

  Span span_of(std::string_view part) const {
    return {static_cast<std::size_t>(part.data() - query_.data()), part.size()};
  }

  void read_piece(const Piece& piece) {
    switch (piece.kind) {
      case Piece::Kind::kWord:
        return read_word(piece);
      case Piece::Kind::kOpen:
        return add(Token::Kind::kOpen, piece.span);
      case Piece::Kind::kClose:
        return add(Token::Kind::kClose, piece.span);
      case Piece::Kind::kPhrase:
        return add(Token::Kind::kPhrase, piece.span, with_single_blanks(piece.text));
    }
  }

  void add(Token::Kind kind, Span span, std::string text = {}) {
    tokens_.push_back({.kind = kind, .span = span, .text = std::move(text)});
  }

  void read_word(const Piece& piece) {
    if (begins_with_sign(piece)) {
      const bool is_plus = piece.text.front() == '+';
      add(is_plus ? Token::Kind::kRequire : Token::Kind::kExclude,
          span_of(piece.text.substr(0, 1)));
      if (piece.text.size() > 1) read_unit(piece.text.substr(1));
      return;
    }
    const std::optional<OperatorWord> found = operator_word(piece.text);
    const bool is_in_title =
        found && found->is_vietnamese && is_between_capitals(word_beside(-1), word_beside(+1));
    if (found && !is_in_title) return add_operator(*found, piece.span);
    read_unit(piece.text);
  }

  bool begins_with_sign(const Piece& piece) const {
    const bool begins_clause =
        piece.is_after_blank || (at_ > 0 && pieces_[at_ - 1].kind == Piece::Kind::kOpen);
    if (!begins_clause) return false;
    if (piece.text != "+" && piece.text != "-") return has_sign(piece.text);
    if (at_ + 1 == pieces_.size() || pieces_[at_ + 1].is_after_blank) return false;
    const Piece::Kind next = pieces_[at_ + 1].kind;
    return next == Piece::Kind::kPhrase || next == Piece::Kind::kOpen;
  }

  void add_operator(const OperatorWord& word, Span span) {
    switch (word.kind) {
      case Operator::kOr:
        return add(Token::Kind::kOr, span);
      case Operator::kAnd:
        return add(Token::Kind::kAnd, span);
      case Operator::kNot:
        return add(Token::Kind::kExclude, span);
      case Operator::kNear:
        break;
    }
    const long distance = word.distance.value_or(kDefaultNearDistance);
    if (distance < 1 || distance > kMaxNearDistance) {
      return fail(
          QueryErrorKind::kNearDistance, span,
          {std::string(query_.substr(span.offset, span.length)), std::to_string(kMaxNearDistance)});
    }
    add(Token::Kind::kNear, span);
    tokens_.back().distance = static_cast<int>(distance);
  }

  // Reads a word behind its sign: a field's name and value, or text.
  void read_unit(std::string_view word) {
    std::string_view name = before_colon(word);
    std::optional<Field> field = field_from_name(name);
    std::string_view rest = word.substr(field ? name.size() + 1 : 0);
    if (!field && word.find(':') == word.npos) {
      const std::string_view next = word_beside(+1);
      const std::string_view half = before_colon(next);
      if (!half.empty()) {
        field = field_from_name(std::string(word) + ' ' + std::string(half));
      }
      if (field) {
        ++at_;
        rest = next.substr(half.size() + 1);
      }
    }
    if (!field) return add_text(word);
    const std::size_t begin = span_of(word).offset;
    add(Token::Kind::kField, {begin, span_of(rest).offset - begin});
    tokens_.back().field = field;
    if (!rest.empty()) add_text(rest);
  }

  void add_text(std::string_view word) {
    const Span span = span_of(word);
    if (word.size() > 1 && word.front() == kEscape)
      return add(Token::Kind::kWord, span, std::string(word.substr(1)));
    switch (prefix_shape(word)) {
      case PrefixShape::kNone:
        return add(Token::Kind::kWord, span, std::string(word));
      case PrefixShape::kPrefix:
        return add(Token::Kind::kPrefix, span, std::string(word.substr(0, word.size() - 1)));
      case PrefixShape::kTooShort:
        return fail(QueryErrorKind::kPrefixTooShort, span, {std::to_string(kMinPrefixLetters)});
    }
  }

  std::string_view query_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;  // the piece being read
  std::vector<Token> tokens_;
  std::optional<QueryError> error_;
};

}  // namespace

std::variant<std::vector<Token>, QueryError> read_tokens(std::string_view query) {
  auto pieces = scan(query);
  if (auto* error = std::get_if<QueryError>(&pieces)) return std::move(*error);
  return TokenReader(query, std::get<std::vector<Piece>>(std::move(pieces))).read();
}

}  // namespace tracuu::query
