// The printer mirrors the grammar: it puts brackets where a line of grammar.h below «any» needs
// them, and asks the reader's own rules (words.h, fields.h) whether a word must be escaped. Where
// it does not know what stands beside a word, it escapes rather than guesses.

#include "searcher/query/print.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "searcher/query/characters.h"
#include "searcher/query/words.h"

namespace tracuu::query {
namespace {

// Returns whether the word would be read as the name of a field, alone or behind `previous`.
// Without a previous word nobody knows what will stand there.
bool reads_as_field(std::string_view previous, std::string_view word) {
  const std::string_view name = before_colon(word);
  if (name.empty()) return false;
  if (field_from_name(name)) return true;
  if (previous.empty()) return ends_field_name(name);
  return field_from_name(std::string(previous) + ' ' + std::string(name)).has_value();
}

bool reads_as_operator(std::string_view previous, std::string_view word, std::string_view next) {
  const auto found = operator_word(word);
  if (!found) return false;
  const bool is_in_title = found->is_vietnamese && !previous.empty() && !next.empty() &&
                           is_between_capitals(previous, next);
  return !is_in_title;
}

// Returns whether the word has a mark that counts anywhere: '\' before it or '*' behind it.
bool looks_marked(std::string_view word) {
  return word.front() == kEscape || prefix_shape(word) != PrefixShape::kNone;
}

// Writes trees by one growing string.
class Printer {
 public:
  std::string take() { return std::move(out_); }

  // Writes a node as it stands alone, in brackets of its own or as a side of OR.
  void write_body(const Node& node) {
    const bool is_list = node.kind == Kind::kAll || node.kind == Kind::kAny;
    if (!is_list || node.occurrence != Occurrence::kPlain) return write_clause(node);
    write_list(node);
  }

 private:
  void write_list(const Node& node) {
    const bool is_any = node.kind == Kind::kAny;
    for (const Node& child : node.children) {
      if (&child != &node.children.front()) out_ += is_any ? " OR " : " ";
      is_any ? write_body(child) : write_clause(child);
    }
  }

  void write_clause(const Node& node) {
    const bool is_signed = node.occurrence != Occurrence::kPlain;
    if (is_signed) out_ += node.occurrence == Occurrence::kRequired ? '+' : '-';
    switch (node.kind) {
      case Kind::kWords:
        return is_signed ? write_one_unit(node) : write_words(node.text);
      case Kind::kNear:
        return is_signed ? write_one_unit(node) : write_near(node);
      case Kind::kField:
        out_ += name_of(*node.field);
        out_ += ':';
        return write_value(node.children.front());
      default:
        return write_one_unit(node);
    }
  }

  // Behind the name of a field, a word is no operator, whatever it begins with.
  void write_value(const Node& node) {
    const bool is_word = node.kind == Kind::kWords && node.text.find(' ') == node.text.npos;
    if (!is_word) return write_one_unit(node);
    if (looks_marked(node.text)) out_ += kEscape;
    out_ += node.text;
  }

  // Writes what can stand behind a sign.
  void write_one_unit(const Node& node) {
    switch (node.kind) {
      case Kind::kWords:
        if (node.text.find(' ') == node.text.npos) return write_glued_word(node.text);
        break;
      case Kind::kPrefix:
        out_ += node.text;
        out_ += '*';
        return;
      case Kind::kPhrase:
        return write_phrase(node.text);
      default:
        break;
    }
    out_ += '(';
    switch (node.kind) {
      case Kind::kWords:
        write_words(node.text);
        break;
      case Kind::kNear:
        write_near(node);
        break;
      default:
        write_list(node);
        break;
    }
    out_ += ')';
  }

  void write_phrase(std::string_view text) {
    out_ += '"';
    out_ += text;
    out_ += '"';
  }

  void write_near(const Node& node) {
    write_operand(node.children[0]);
    out_ += " NEAR/" + std::to_string(node.distance) + ' ';
    write_operand(node.children[1]);
  }

  void write_operand(const Node& node) {
    node.kind == Kind::kPhrase ? write_phrase(node.text) : write_words(node.text);
  }

  // A sign counts only before a letter, a digit, or the escape.
  void write_glued_word(std::string_view word) {
    if (begins_with_letter_or_digit(word)) return write_words(word);
    out_ += kEscape;
    out_ += word;
  }

  void write_words(std::string_view text) {
    std::string_view previous;
    while (!text.empty()) {
      const std::string_view word = text.substr(0, text.find(' '));
      text.remove_prefix(std::min(text.size(), word.size() + 1));
      const std::string_view next = text.substr(0, text.find(' '));
      if (!previous.empty()) out_ += ' ';
      if (needs_escape(previous, word, next)) out_ += kEscape;
      out_ += word;
      previous = word;
    }
  }

  static bool needs_escape(std::string_view previous, std::string_view word,
                           std::string_view next) {
    return looks_marked(word) || has_sign(word) || reads_as_field(previous, word) ||
           reads_as_operator(previous, word, next);
  }

  std::string out_;
};

}  // namespace

std::string print(const Node& node) {
  Printer printer;
  printer.write_body(node);
  return printer.take();
}

}  // namespace tracuu::query
