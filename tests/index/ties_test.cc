// The keys by which documents are tied, and the ties of effect in a value.

#include "core/index/ties.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

// Documents of tests name the fields they are about.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace tracuu {
namespace {

TEST(TieKeys, OfWhatIsCitedAndOfTheDocumentItself) {
  const Citation by_number{.type = "Nghị định", .number = "30/2020/NĐ-CP", .key = "30/2020/ND-CP"};
  const Citation by_name{.type = "Luật", .name = "Luật Thanh niên"};
  const Citation loose{.type = "Nghị quyết", .number = "01"};
  EXPECT_EQ(citation_key(by_number), "30/2020/ND-CP");
  EXPECT_EQ(citation_key(loose), "");

  Document law;
  law.type = "Luật";
  law.number = "57/2020/QH14";
  law.title = "Luật 57/2020/QH14 Luật Thanh niên";
  EXPECT_EQ(own_keys(law), (std::vector<std::string>{"57/2020/QH14", citation_key(by_name)}))
      << "who cites the law by its name means this one";
  law.subject = "THANH NIÊN";
  EXPECT_EQ(name_tie_key(law), citation_key(by_name)) << "as the gazette prints it";

  Document decision;
  decision.type = "Quyết định";
  decision.number = "01/QĐ-UBND";
  decision.title = "Quyết định về Luật Thanh niên";
  EXPECT_EQ(own_keys(decision), std::vector<std::string>{"1/QD-UBND"});
  EXPECT_TRUE(own_keys({}).empty());

  Document nameless;
  nameless.type = "Luật";
  EXPECT_TRUE(own_keys(nameless).empty());
}

Document replacing() {
  Document document;
  document.body = "Điều 1. Ban hành Quy chế.\nĐiều 3. Thay thế Quyết định số 12/2019/QĐ-UBND.";
  document.citations = {
      {.relation = Relation::kBasedOn, .key = "1/2015/QH13", .offset = 5},
      {.relation = Relation::kReplaces,
       .type = "Quyết định",
       .key = "12/2019/QD-UBND",
       .date = "2019-05-01",
       .agency = "Ủy ban nhân dân tỉnh",
       .part = "Điều 5",
       .from = "2020-01-01",
       .offset = 40},
      {.relation = Relation::kAmends, .key = "9/2014/QH13", .offset = 41, .subject = 0},
      {.relation = Relation::kRepeals, .type = "Nghị quyết", .offset = 42}};
  return document;
}

TEST(EffectTies, AreTheDocumentsOwnWithTheirPlace) {
  const std::vector<EffectTie> ties = effect_ties(replacing());
  ASSERT_EQ(ties.size(), 1U) << "not căn cứ, not what another act does, not what has no key";
  EXPECT_EQ(ties[0], (EffectTie{Relation::kReplaces, "12/2019/QD-UBND", "Quyết định", "2019-05-01",
                                "Ủy ban nhân dân tỉnh", "Điều 5", "2020-01-01", "Điều 3"}));
}

TEST(EffectTies, ComeBackFromTheirValue) {
  std::vector<EffectTie> ties = effect_ties(replacing());
  ties.push_back({Relation::kPauses, "=luat|thanh nien", "", "", "", "", "", ""});
  EXPECT_EQ(decode_effect_ties(encode_effect_ties(ties)), ties);
  EXPECT_TRUE(decode_effect_ties("").empty());
}

TEST(EffectTies, SeparatorsInATextAndForeignBytesDoNoHarm) {
  const std::vector<EffectTie> odd{{Relation::kAmends,
                                    "a\x1f"
                                    "b\x1e",
                                    "", "", "", "", "", ""}};
  EXPECT_EQ(decode_effect_ties(encode_effect_ties(odd))[0].key, "a b ");
  EXPECT_TRUE(decode_effect_ties("99\x1fkey\x1e").empty());
  EXPECT_TRUE(decode_effect_ties("x\x1fkey\x1e").empty());
  EXPECT_EQ(decode_effect_ties("2\x1fkey").size(), 1U) << "cut short: what is there";
}

// The articles that an amending act quotes are of the amended one.
TEST(EffectTies, AreNotPlacedInAQuotedArticle) {
  Document document;
  document.body = "Điều 1. Sửa đổi Điều 9 như sau:\n“Điều 9. Mức hỗ trợ\n1. Mức 5 triệu đồng.”.\n";
  document.body += "Điều 2. Hiệu lực\nBãi bỏ Quyết định số 1/2019/QĐ-UBND.";
  const std::size_t quoted = document.body.find("Mức 5");
  document.citations = {
      {.relation = Relation::kAmends, .key = "a", .offset = quoted},
      {.relation = Relation::kRepeals, .key = "b", .offset = document.body.size() - 20}};
  const std::vector<EffectTie> ties = effect_ties(document);
  ASSERT_EQ(ties.size(), 2U);
  EXPECT_EQ(ties[0].place, "Điều 1");
  EXPECT_EQ(ties[1].place, "Điều 2");
}

TEST(EffectTies, AreBounded) {
  Document document;
  for (std::size_t i = 0; i < kMaxEffectTies + 5; ++i) {
    document.citations.push_back({.relation = Relation::kRepeals, .key = std::to_string(i)});
  }
  EXPECT_EQ(effect_ties(document).size(), kMaxEffectTies);
}

}  // namespace
}  // namespace tracuu
