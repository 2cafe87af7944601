#include "searcher/dictionary/match.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/text/i_y.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

using Words = std::span<const DictionaryWord>;

// A title in capitals has at least so many ordinary syllables.
constexpr std::size_t kMinSyllablesOfTitle = 2;

bool has_small_letter(const DictionaryWord& word) {
  return !word.has_digit && !is_in_capitals(word.typed);
}

// Whether the query is wholly in capitals and not of abbreviations only: its case says nothing.
bool is_title_in_capitals(Words words) {
  return std::ranges::none_of(words, has_small_letter) &&
         std::ranges::count_if(words, &DictionaryWord::is_syllable) >=
             static_cast<std::ptrdiff_t>(kMinSyllablesOfTitle);
}

bool joins_number(const DictionaryWord& word) {
  return word.joined && (word.joiner == '/' || word.joiner == '-');
}

// For each word whether it is part of a document number: 37/KH-UBND, 12-NQ/TW.
std::vector<bool> parts_of_numbers(Words words) {
  std::vector<bool> in_number(words.size());
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && joins_number(words[end])) ++end;
    const bool has_digit =
        std::ranges::any_of(words.subspan(begin, end - begin), &DictionaryWord::has_digit);
    for (; begin < end; ++begin) in_number[begin] = has_digit;
  }
  return in_number;
}

// Whether a part is one letter, as in the company's name T&T; the dots of T.Ư are spelling only.
bool has_lone_letter(Words span) {
  for (std::size_t i = 1; i < span.size(); ++i) {
    if (span[i].joined && span[i].joiner == '.') continue;
    if (text::decode(span[i - 1].typed, 0).length == span[i - 1].typed.size() ||
        text::decode(span[i].typed, 0).length == span[i].typed.size()) {
      return true;
    }
  }
  return false;
}

class Matcher {
 public:
  Matcher(const TermTable& terms, Words words)
      : terms_(terms),
        words_(words),
        in_number_(parts_of_numbers(words)),
        is_title_(is_title_in_capitals(words)),
        has_marks_(std::ranges::any_of(words, &DictionaryWord::has_marks)) {}

  // Returns the longest match that begins at this word. Without alternatives it only keeps shorter
  // ones away: "bổ nhiệm lại" is not "bổ nhiệm".
  std::optional<Expansion> longest_at(std::size_t begin) const;

 private:
  std::size_t reach(std::size_t begin) const;
  std::optional<Expansion> phrase(std::size_t begin, std::size_t end, std::string_view key) const;
  std::optional<Expansion> abbreviation(std::size_t begin, std::size_t end) const;
  std::optional<Expansion> any_of(std::span<const TermId> ids, std::size_t begin,
                                  std::size_t end) const;
  bool spells(const DictionaryWord& word, const Term& term, std::size_t index) const;
  bool is_phrase(Words span, const Term& term) const;
  bool may_be_phrase_alone(const DictionaryWord& word) const;
  bool may_be_abbreviation(std::size_t begin, std::size_t end, bool is_exact) const;
  bool is_in_address(std::size_t begin, std::size_t end) const;

  const TermTable& terms_;
  Words words_;
  std::vector<bool> in_number_;
  bool is_title_;
  bool has_marks_;
};

std::optional<Expansion> Matcher::longest_at(std::size_t begin) const {
  const std::size_t end = reach(begin);
  std::string key;
  std::vector<std::size_t> key_sizes;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) key += ' ';
    key += words_[i].toneless;
    key_sizes.push_back(key.size());
  }
  for (std::size_t stop = end; stop > begin; --stop) {
    const std::string_view toneless = std::string_view(key).substr(0, key_sizes[stop - begin - 1]);
    if (auto found = phrase(begin, stop, toneless)) return found;
    if (auto found = abbreviation(begin, stop)) return found;
  }
  return std::nullopt;
}

// Where the longest possible match ends.
std::size_t Matcher::reach(std::size_t begin) const {
  const std::size_t longest =
      std::max(terms_.longest_phrase(words_[begin].toneless), kMaxAbbreviationParts);
  const std::size_t limit = std::min(words_.size(), begin + longest);
  std::size_t end = begin + 1;
  while (end < limit && words_[end].joiner != DictionaryWord::kBreak) ++end;
  return end;
}

std::optional<Expansion> Matcher::phrase(std::size_t begin, std::size_t end,
                                         std::string_view key) const {
  const Words span = words_.subspan(begin, end - begin);
  const Term* best = nullptr;
  for (const TermId id : terms_.phrases(key)) {
    const Term& term = terms_.term(id);
    if (!is_phrase(span, term)) continue;
    const bool is_exact = std::ranges::equal(span, term.toned, {}, &DictionaryWord::toned);
    if (best == nullptr || is_exact) best = &term;
  }
  if (best == nullptr) return std::nullopt;
  if (best->meanings.size() > 1) return Expansion{begin, end, best->meanings, true};
  if (best->alternatives.empty() && !best->is_opposed) return std::nullopt;
  return Expansion{begin, end, best->alternatives, false};
}

std::optional<Expansion> Matcher::abbreviation(std::size_t begin, std::size_t end) const {
  const Words span = words_.subspan(begin, end - begin);
  if (span.size() > kMaxAbbreviationParts) return std::nullopt;
  const bool has_marks = std::ranges::any_of(span, &DictionaryWord::has_marks);
  for (const Closeness closeness : {Closeness::kExact, Closeness::kParts, Closeness::kLetters,
                                    Closeness::kTonelessParts, Closeness::kTonelessLetters}) {
    if (has_marks && closeness == Closeness::kTonelessParts) break;
    const auto ids = terms_.abbreviations(abbreviation_key(span, closeness));
    if (ids.empty()) continue;
    for (std::size_t i = begin; i < end; ++i) {
      if (in_number_[i]) return std::nullopt;
    }
    const bool ignores_parts =
        closeness == Closeness::kLetters || closeness == Closeness::kTonelessLetters;
    if (ignores_parts && has_lone_letter(span)) return std::nullopt;
    if (!may_be_abbreviation(begin, end, closeness == Closeness::kExact)) return std::nullopt;
    return any_of(ids, begin, end);
  }
  return std::nullopt;
}

// What abbreviations spelt alike (CTr, CTR for "ctr") mean together.
std::optional<Expansion> Matcher::any_of(std::span<const TermId> ids, std::size_t begin,
                                         std::size_t end) const {
  Expansion expansion{begin, end, {}, false};
  for (const TermId id : ids) {
    for (const Alternative& meaning : terms_.term(id).meanings) {
      const bool is_known = std::ranges::find(expansion.alternatives, meaning.text,
                                              &Alternative::text) != expansion.alternatives.end();
      if (!is_known && expansion.alternatives.size() < kMaxAlternatives) {
        expansion.alternatives.push_back(meaning);
      }
    }
  }
  expansion.ambiguous = expansion.alternatives.size() > 1;
  if (!expansion.ambiguous) expansion.alternatives = terms_.term(ids.front()).alternatives;
  if (expansion.alternatives.empty()) return std::nullopt;
  return expansion;
}

bool Matcher::spells(const DictionaryWord& word, const Term& term, std::size_t index) const {
  if (!word.has_marks || word.toned == term.toned[index]) return true;
  return text::other_i_y(word.toned, word.toneless) == term.toned[index];
}

// REQUIRES: the toneless words are equal.
bool Matcher::is_phrase(Words span, const Term& term) const {
  if (span.size() == 1 && !may_be_phrase_alone(span.front())) return false;
  for (std::size_t i = 0; i < span.size(); ++i) {
    if (!spells(span[i], term, i)) return false;
  }
  // Who types marks elsewhere leaves none out of a whole term.
  const bool is_unmarked = std::ranges::none_of(span, &DictionaryWord::has_marks);
  return !has_marks_ || !is_unmarked ||
         std::ranges::equal(span, term.toned, {}, &DictionaryWord::toned);
}

bool Matcher::may_be_phrase_alone(const DictionaryWord& word) const {
  if (word.has_marks || !may_be_syllable(word.toneless)) return true;
  return !is_title_ && begins_with_capital(word.typed);
}

// Whether a dot ties the words to others: mic.gov.vn.
bool Matcher::is_in_address(std::size_t begin, std::size_t end) const {
  const auto is_tied = [&](std::size_t i) { return words_[i].joined && words_[i].joiner == '.'; };
  return is_tied(begin) || (end < words_.size() && is_tied(end));
}

bool Matcher::may_be_abbreviation(std::size_t begin, std::size_t end, bool is_exact) const {
  const Words span = words_.subspan(begin, end - begin);
  const auto is_typed_so = [&](const DictionaryWord& word) {
    return is_in_capitals(word.typed) || (is_exact && begins_with_capital(word.typed));
  };
  if (!is_title_ && std::ranges::all_of(span, is_typed_so)) return true;
  if (is_in_address(begin, end)) return false;
  // "ubnd", "qp-an"; but "an to" and "ban" are words.
  const auto is_word = [](const DictionaryWord& word) { return may_be_syllable(word.toneless); };
  const bool is_compound = std::ranges::all_of(span.subspan(1), &DictionaryWord::joined);
  return is_compound ? !std::ranges::all_of(span, is_word) : std::ranges::none_of(span, is_word);
}

}  // namespace

std::vector<Expansion> find_expansions(const TermTable& terms,
                                       std::span<const DictionaryWord> words, std::size_t most) {
  std::vector<Expansion> found;
  const Matcher matcher(terms, words);
  for (std::size_t i = 0; i < words.size() && found.size() < most;) {
    auto match = matcher.longest_at(i);
    i = match ? match->end : i + 1;
    if (match && !match->alternatives.empty()) found.push_back(std::move(*match));
  }
  return found;
}

}  // namespace tracuu
