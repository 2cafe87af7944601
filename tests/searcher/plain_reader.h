// Documents and queries as a reader without an index sees them: words by position, pairs, numbers.
//
//   PlainReader reader;
//   reader.read(document).text[3].toned == "chuyển"
//
// For brute_force.h.

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/document.h"
#include "core/document/number.h"
#include "core/text/analyzer.h"

namespace tracuu::plain {

struct Word {
  std::string toned;
  std::string toneless;
  bool has_marks = false;
  bool in_number = false;
  bool follows = false;  // makes a pair with the one before it
};
using Text = std::map<std::size_t, Word>;  // by position
using Pair = std::pair<std::string, std::string>;

// A document.
struct Seen {
  Text text;
  Text title;
  std::set<Pair> pairs;
  std::set<Pair> title_pairs;
  std::string own_number;         // key
  std::set<std::string> numbers;  // keys of those in its texts
};

// A run of words as typed, with the numbers in it.
struct Run {
  std::vector<Word> words;
  std::vector<NumberQuery> numbers;
  bool has_marks = false;
};

class PlainReader {
 public:
  // Returns the document as text, number and pairs.
  Seen read(const Document& document) {
    Seen seen;
    std::size_t base = 0;
    const auto add_text = [&](std::string_view text, Role role) {
      analyzer_.analyze(text, analysis_);
      std::string last;
      for (const text::Token& token : analysis_.tokens) {
        const Word here = word(token);
        seen.text[base + token.position] = here;
        if (role == Role::kTitle) seen.title[base + token.position] = here;
        const Pair pair{std::exchange(last, here.toneless), here.toneless};
        if (token.follows && role != Role::kCaption) seen.pairs.insert(pair);
        if (token.follows && role == Role::kTitle) seen.title_pairs.insert(pair);
      }
      for (const NumberMention& mention : find_numbers(text)) {
        seen.numbers.insert(mention.number.key);
      }
      if (!seen.text.empty()) base = seen.text.rbegin()->first + 1000;
    };
    add_text(document.title, Role::kTitle);
    for (const std::string* field :
         {&document.number, &document.type, &document.agency, &document.signer, &document.author}) {
      add_text(*field, Role::kText);
    }
    for (const std::string& keyword : document.keywords) add_text(keyword, Role::kText);
    std::size_t at = 0;
    for (const Region& region : document.regions) {
      add_text(std::string_view(document.body).substr(at, region.offset - at), Role::kText);
      const auto inside = std::string_view(document.body).substr(region.offset, region.length);
      if (region.kind == Region::Kind::kCaption) add_text(inside, Role::kCaption);
      if (region.kind == Region::Kind::kHead) add_text(inside, Role::kText);
      at = region.offset + region.length;
    }
    add_text(std::string_view(document.body).substr(at), Role::kText);
    if (const auto number = parse_number(document.number)) seen.own_number = number->key;
    return seen;
  }

  // Returns a run of words of a query.
  Run run(std::string_view text) {
    analyzer_.analyze(text, analysis_);
    Run run;
    for (const text::Token& token : analysis_.tokens) {
      run.words.push_back(word(token));
      run.has_marks |= run.words.back().has_marks;
    }
    if (const auto whole = parse_number_query(text)) {
      run.numbers = {*whole};
      for (Word& word : run.words) word.in_number = true;
      return run;
    }
    for (const text::Compound& compound : analysis_.compounds) {
      const std::size_t begin = analysis_.tokens[compound.first_token].begin;
      const std::size_t last = compound.first_token + compound.token_count - 1;
      const auto number = parse_number(text.substr(begin, analysis_.tokens[last].end - begin));
      if (!number) continue;
      run.numbers.push_back({*number, "", true});
      for (std::size_t i = 0; i < compound.token_count; ++i) {
        run.words[compound.first_token + i].in_number = true;
      }
    }
    return run;
  }

 private:
  enum class Role { kTitle, kText, kCaption };

  Word word(const text::Token& token) const {
    const text::Word& found = analysis_.word(token);
    return {std::string(analysis_.vocabulary().form(found.toned)),
            std::string(analysis_.vocabulary().form(found.toneless)), found.has_marks, false,
            token.follows};
  }

  text::Analyzer analyzer_;
  text::Analysis analysis_;
};

}  // namespace tracuu::plain
