#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text/analyzer.h"
#include "core/text/fold.h"

// Whatever the bytes: no crash, spans in order and inside the text, and forms that are their own
// forms.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const tracuu::text::Analyzer analyzer;
  // Reused, as in the product: making one costs more than analyzing a few bytes.
  static tracuu::text::Analysis analysis;
  analyzer.analyze(text, analysis);
  std::size_t at = 0;
  for (const auto& token : analysis.tokens) {
    if (token.begin < at || token.end <= token.begin || token.end > size) std::abort();
    at = token.end;
    const auto& word = analysis.word(token);
    const std::string toned(analysis.vocabulary().form(word.toned));
    const std::string toneless(analysis.vocabulary().form(word.toneless));
    // A form may be longer than the word, and longer than a token may be: it would be cut.
    if (toned.size() > tracuu::text::kMaxTokenBytes) continue;
    static tracuu::text::Analysis again;
    analyzer.analyze(toned, again);
    if (again.tokens.size() != 1) std::abort();
    if (again.vocabulary().form(again.word(again.tokens[0]).toned) != toned) std::abort();
    if (again.vocabulary().form(again.word(again.tokens[0]).toneless) != toneless) std::abort();
  }
  return 0;
}
