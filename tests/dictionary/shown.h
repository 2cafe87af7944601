// Expansions as lines that a table can hold: "UBND=Ủy ban nhân dân|ủy ban*". A star is a weight
// below 1; "?" for "=" means ambiguous.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/dictionary/dictionary.h"

namespace tracuu {

inline std::vector<std::string> shown(const Dictionary& dictionary, std::string_view query) {
  text::Analysis analysis;
  text::Analyzer().analyze(query, analysis);
  const std::vector<DictionaryWord> words = dictionary_words(query, analysis);
  std::vector<std::string> lines;
  for (const Expansion& expansion : dictionary.find(words)) {
    const char* begin = words[expansion.begin].typed.data();
    const std::string_view last = words[expansion.end - 1].typed;
    std::string line(begin, last.data() + last.size());
    char separator = expansion.ambiguous ? '?' : '=';
    for (const Alternative& alternative : expansion.alternatives) {
      line += separator + alternative.text + (alternative.weight < kSameWeight ? "*" : "");
      separator = '|';
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace tracuu
