#include "tests/bench/peers/words.h"

#include <set>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/text/utf8.h"

namespace tracuu::peers {
namespace {

bool is_of_word(const text::Decoded& c) {
  constexpr std::uint32_t kOfWord = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
  return c.well_formed && (U_GET_GC_MASK(static_cast<UChar32>(c.value)) & kOfWord) != 0;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::set<icu::UnicodeString> seen;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && seen.insert(icu::UnicodeString::fromUTF8(word).foldCase()).second) {
      words.push_back(std::move(word));
    }
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded c = text::decode(text, i);
    if (is_of_word(c)) {
      word.append(text.substr(i, c.length));
    } else {
      end_word();
    }
    i += c.length;
  }
  end_word();
  return words;
}

std::string any_of_words(std::string_view text) {
  std::string query;
  for (const std::string& word : words_of(text)) {
    if (!query.empty()) query += " OR ";
    query += '"' + word + '"';
  }
  return query;
}

}  // namespace tracuu::peers
