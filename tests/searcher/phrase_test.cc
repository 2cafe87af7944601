// Phrases of words that have no code of their own: other words of the document may have the same.

#include "searcher/phrase.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/index/token_codes.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

using Ids = std::set<std::string>;

// Two numbers that share a code.
std::pair<std::string, std::string> twin_numbers() {
  const TokenCodes codes;
  std::map<TokenCode, std::string> seen;
  for (int number = 10000;; ++number) {
    const std::string text = std::to_string(number);
    const auto [known, is_new] = seen.try_emplace(codes.of(text, text), text);
    if (!is_new) return {known->second, text};
  }
}

TEST(PhraseTest, WordsThatShareACodeAreToldApart) {
  const auto [first, second] = twin_numbers();
  const std::vector<Document> documents{
      {.id = "both", .body = "số " + first + " cũ, số " + second + " mới"},
      {.id = "first", .body = "số " + first + " mới"},
      {.id = "second", .body = "số " + second + " mới"},
      {.id = "capitals", .body = "theo QĐ này và qd mới"},
      {.id = "letters", .body = "theo qd này"},
      {.id = "caption",
       .title = "số " + first + " cũ",
       .body = "ảnh số " + second + " cũ",
       .regions = {{Region::Kind::kCaption, 0, 100}}},
  };
  TestIndex index(documents);
  const auto found = [&](const std::string& query) { return index.strict_ids(query); };
  EXPECT_EQ(found("\"" + first + " mới\""), (Ids{"first"}));
  EXPECT_EQ(found("\"" + second + " mới\""), (Ids{"both", "second"}));
  EXPECT_EQ(found("\"số " + second + " cũ\""), (Ids{"caption"}));
  EXPECT_EQ(found("tiêu đề:\"số " + first + " cũ\""), (Ids{"caption"}));
  EXPECT_EQ(found("tiêu đề:\"số " + second + " cũ\""), (Ids{}));
  EXPECT_EQ(found(first + " NEAR/2 mới"), (Ids{"first"}));
  EXPECT_EQ(found("\"theo qđ\""), (Ids{"capitals"}));
  EXPECT_EQ(found("\"qđ mới\""), (Ids{}));
  EXPECT_EQ(found("\"theo qd\""), (Ids{"capitals", "letters"})) << "no mark: every spelling";
}

}  // namespace
}  // namespace tracuu
