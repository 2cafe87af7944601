#include "searcher/similar/said_pairs.h"

#include "core/index/indexed_text.h"
#include "core/index/schema.h"

namespace tracuu {

std::unordered_map<std::string, SaidPair> said_pairs(const Document& document,
                                                     const text::Analyzer& analyzer) {
  std::unordered_map<std::string, SaidPair> said;
  text::Analysis analysis;
  for (const IndexedText& text : indexed_texts(document)) {
    if (text.is_caption) continue;
    analyzer.analyze(text.text, analysis);
    const auto toneless = [&](std::size_t token) {
      return analysis.vocabulary().form(analysis.word(analysis.tokens[token]).toneless);
    };
    for (std::size_t i = 1; i < analysis.tokens.size(); ++i) {
      if (!analysis.tokens[i].follows) continue;
      SaidPair& pair = said[schema::pair_term({}, toneless(i - 1), toneless(i))];
      pair.count += text.weight();
      pair.in_title = pair.in_title || text.is_title;
    }
  }
  return said;
}

}  // namespace tracuu
