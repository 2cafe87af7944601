#include "core/text/analyzer.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

// What stood between two words.
struct Gap {
  bool punctuation = false;
  int line_ends = 0;
};

// One pass over the text: words, what lies between them, and the compounds they form.
class Scanner {
 public:
  Scanner(std::string_view text, const CharacterTable& characters, Vocabulary& vocabulary,
          Analysis& out)
      : text_(text), characters_(characters), vocabulary_(vocabulary), out_(out) {}

  void run() {
    while (skip_to_word()) scan_word();
    finish_chain();
  }

 private:
  struct Peeked {
    CharacterClass kind = CharacterClass::kSeparator;
    char32_t value = 0;
    std::uint32_t length = 0;
    bool well_formed = true;
  };

  Peeked peek(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return {characters_[byte], byte, 1, true};
    const Decoded d = decode(text_, at);
    return {characters_[d.value], d.value, d.length, d.well_formed};
  }

  // Moves to the next character that begins a word and notes what was passed over.
  bool skip_to_word() {
    gap_ = {};
    joiner_ = 0;
    const std::size_t from = at_;
    while (at_ < text_.size()) {
      const Peeked c = peek(at_);
      if (starts_word(c.kind)) {
        starts_small_ = c.kind == CharacterClass::kSmall;
        return true;
      }
      note(c, from);
      at_ += c.length;
    }
    return false;
  }

  void note(const Peeked& c, std::size_t from) {
    switch (c.kind) {
      case CharacterClass::kBlank:
      case CharacterClass::kInvisible:
      case CharacterClass::kMark:
        break;
      case CharacterClass::kLineEnd:
        // "\r\n" is one line end.
        if (c.value != '\n' || at_ == 0 || text_[at_ - 1] != '\r') ++gap_.line_ends;
        break;
      case CharacterClass::kJoiner:
        gap_.punctuation = true;
        if (at_ == from && from > 0) {
          joiner_ = plain_joiner(c.value);
          joiner_end_ = at_ + c.length;
        }
        break;
      default:
        gap_.punctuation = true;
        if (!c.well_formed) ++out_.malformed_bytes;
    }
  }

  void scan_word() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (at_ < text_.size() && at_ - begin < kMaxTokenBytes) {
      const Peeked c = peek(at_);
      if (!is_word(c.kind)) break;
      at_ += c.length;
      // Invisible characters at the end belong to what comes after the word.
      if (c.kind != CharacterClass::kInvisible) end = at_;
    }
    at_ = end;
    add_token(begin, end);
  }

  void add_token(std::size_t begin, std::size_t end) {
    const bool joined = joiner_ != 0 && joiner_end_ == begin && chain_length_ > 0 &&
                        chain_length_ < kMaxCompoundParts;
    if (!joined) finish_chain();

    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.word = vocabulary_.intern(text_.substr(begin, end - begin), text_.size() - begin);
    // A line end before a small letter is a line broken by the page, not a paragraph.
    const bool broken_line = gap_.line_ends == 1 && starts_small_ && !gap_.punctuation;
    const bool new_paragraph =
        gap_.line_ends > 0 && !broken_line && (gap_.line_ends > 1 || !starts_small_);
    token.follows = !out_.tokens.empty() && (joined || (!gap_.punctuation && !new_paragraph));
    position_ += out_.tokens.empty() || !new_paragraph ? 1 : kParagraphGap;
    token.position = position_;

    if (!joined) chain_first_ = out_.tokens.size();
    if (joined) chain_joiners_[chain_length_ - 1] = joiner_;
    ++chain_length_;
    out_.tokens.push_back(token);
  }

  // Ends the run of words joined without blanks, and keeps it as a compound when it is one.
  void finish_chain() {
    if (chain_length_ > 1 && is_compound()) {
      Compound compound;
      compound.first_token = static_cast<std::uint32_t>(chain_first_);
      compound.token_count = chain_length_;
      for (std::uint32_t i = 0; i < chain_length_; ++i) {
        const Word& word = vocabulary_.word(out_.tokens[chain_first_ + i].word);
        if (i > 0) compound.form += chain_joiners_[i - 1];
        if (i > 0) compound.toneless += chain_joiners_[i - 1];
        compound.form += vocabulary_.form(word.toned);
        compound.toneless += vocabulary_.form(word.toneless);
      }
      out_.compounds.push_back(std::move(compound));
    }
    chain_length_ = 0;
  }

  // Numbers (749/QĐ-TTg, 1.234,5), abbreviations (TT&TT, KT-XH), names (H'Mông) and addresses
  // (mic.gov.vn); not "kinh tế-xã hội" nor a sentence that begins without a blank ("xong.Hôm").
  bool is_compound() const {
    bool digit = false;
    bool all_capital = true;
    bool all_plain_small = true;
    bool only_dots_and_commas = true;
    bool binds = false;
    for (std::uint32_t i = 0; i < chain_length_; ++i) {
      const Word& word = vocabulary_.word(out_.tokens[chain_first_ + i].word);
      digit |= word.has_digit;
      all_capital &= word.has_capital || word.has_digit;
      all_plain_small &= !word.has_marks && (i == 0 || !word.has_capital);
      if (i == 0) continue;
      const char joiner = chain_joiners_[i - 1];
      only_dots_and_commas &= joiner == '.' || joiner == ',';
      binds |= joiner == '&' || joiner == '\'' || joiner == '_';
    }
    if (only_dots_and_commas) return digit || all_plain_small;
    return digit || binds || all_capital;
  }

  std::string_view text_;
  const CharacterTable& characters_;
  Vocabulary& vocabulary_;
  Analysis& out_;

  std::size_t at_ = 0;
  std::uint32_t position_ = 0;
  Gap gap_;
  bool starts_small_ = false;
  char joiner_ = 0;  // the joiner right behind the last word, 0 when there is none
  std::size_t joiner_end_ = 0;

  std::size_t chain_first_ = 0;
  std::uint32_t chain_length_ = 0;
  std::array<char, kMaxCompoundParts> chain_joiners_{};
};

}  // namespace

Analysis::Analysis() = default;
Analysis::~Analysis() = default;
Analysis::Analysis(Analysis&&) noexcept = default;
Analysis& Analysis::operator=(Analysis&&) noexcept = default;

Analyzer::Analyzer() = default;

void Analyzer::analyze(std::string_view text, Analysis& out) const {
  out.tokens.clear();
  out.compounds.clear();
  out.malformed_bytes = 0;
  out.vocabulary_.shrink();
  text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
  Scanner(text, characters_, out.vocabulary_, out).run();
}

std::string_view Analyzer::signature() {
  return "vi-syllable/2";
}

}  // namespace tracuu::text
