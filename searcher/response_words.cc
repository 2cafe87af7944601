#include "searcher/response_words.h"

#include <array>
#include <string_view>

namespace tracuu {
namespace {

constexpr Bilingual kNumber{"số văn bản {0}", "document number {0}"};
constexpr Bilingual kPrefix{"{0} là {1} từ", "{0} stands for {1} words"};
constexpr Bilingual kRepaired{"{1} (dán từ mã chữ cũ)", "{1} (pasted in an old encoding)"};
constexpr Bilingual kTelex{"{1} (gõ kiểu Telex)", "{1} (Telex keys)"};
constexpr Bilingual kVni{"{1} (gõ kiểu VNI)", "{1} (VNI keys)"};
constexpr Bilingual kViqr{"{1} (gõ kiểu VIQR)", "{1} (VIQR keys)"};
constexpr Bilingual kSpelling{"{1} (thay cho {0})", "{1} (instead of {0})"};
constexpr Bilingual kInstead{"{0} hoặc {1}", "{0} or {1}"};
constexpr Bilingual kAmbiguous{"{0} có thể là {1} (hãy gõ rõ)", "{0} may be {1} (type which)"};
constexpr Bilingual kUnknownWords{"Không văn bản nào có: {0}; đã tìm bằng các từ còn lại.",
                                  "No document has: {0}; searched with the other words."};
constexpr Bilingual kSomeWords{"Không văn bản nào có đủ mọi từ; kết quả chỉ có một phần các từ.",
                               "No document has all words; these have some of them."};
constexpr Bilingual kAnyWord{"Không văn bản nào có đủ mọi từ; kết quả có ít nhất một từ.",
                             "No document has all words; these have at least one."};
constexpr Bilingual kLongQuery{
    "truy vấn dài, xếp hạng theo {1} từ và cặp từ tiêu biểu nhất trong {0}",
    "a long query, ranked by the {1} most telling of {0} words and pairs"};

std::string in_words(const Understood& step, Language language) {
  struct Sentence {
    std::string_view step;
    const Bilingual& sentence;
  };
  static constexpr std::array kSentences{
      Sentence{"prefix", kPrefix},       Sentence{"repair", kRepaired},
      Sentence{"telex", kTelex},         Sentence{"vni", kVni},
      Sentence{"viqr", kViqr},           Sentence{"split", kSpelling},
      Sentence{"spelling", kSpelling},   Sentence{"abbreviation", kInstead},
      Sentence{"synonym", kInstead},     Sentence{"place", kInstead},
      Sentence{"ambiguous", kAmbiguous}, Sentence{"long_query", kLongQuery}};
  if (step.step == "number") return say(kNumber, language, {step.to});
  for (const Sentence& known : kSentences) {
    if (known.step == step.step) return say(known.sentence, language, {step.from, step.to});
  }
  return step.to;
}

}  // namespace

std::vector<std::string> understood_words(const Response& response, Language language) {
  std::vector<std::string> words;
  words.reserve(response.understood.size());
  for (const Understood& step : response.understood) words.push_back(in_words(step, language));
  return words;
}

std::string relaxed_sentence(const Relaxed& relaxed, Language language) {
  std::string words;
  for (const std::string& word : relaxed.words) words += (words.empty() ? "" : ", ") + word;
  const Bilingual& sentence = relaxed.rule == "unknown_words" ? kUnknownWords
                              : relaxed.rule == "some_words"  ? kSomeWords
                                                              : kAnyWord;
  return say(sentence, language, {words});
}

}  // namespace tracuu
