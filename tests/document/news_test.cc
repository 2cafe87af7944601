#include "core/document/news.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "core/document/head.h"

namespace tracuu {
namespace {

const char kArticle[] =
    "Tỉnh Sông Lam mở cổng dữ liệu\n"
    "\n"
    "(Songlam.gov.vn) - \n"
    "\n"
    "Sáng 12/4, UBND tỉnh Sông Lam công bố cổng dữ liệu theo Quyết định số 15/QĐ-UBND.\n"
    "\n"
    " \n"
    "20210413-a01.JPG\n"
    "\n"
    "Cán bộ sở giới thiệu cổng dữ liệu với người dân. (Ảnh minh họa: Sở Nội vụ)\n"
    "\n"
    "Cổng dữ liệu có 120 bộ dữ liệu.\n"
    "\n"
    "20210413-a02.jpg\n"
    "Bài tiếp theo không phải chú thích.\n"
    "\n"
    "Minh Hà\n"
    "\n"
    "(Theo Báo Sông Lam)\n"
    "\n"
    "Từ khóa: dữ liệu mở,  chuyển đổi số , Sông Lam\n"
    "\n"
    "ĐÁNH GIÁ BÀI VIẾT( 3)";

Document article() {
  Document d;
  d.body = kArticle;
  extract_news(d);
  return d;
}

std::string text_of(const Document& d, const Region& r) {
  return d.body.substr(r.offset, r.length);
}

TEST(News, FieldsAreRead) {
  const Document d = article();
  EXPECT_EQ(d.title, "Tỉnh Sông Lam mở cổng dữ liệu");
  EXPECT_EQ(d.type, kNewsType);
  EXPECT_EQ(d.source, "songlam.gov.vn");
  EXPECT_EQ(d.author, "Minh Hà");
  EXPECT_EQ(d.keywords, (std::vector<std::string>{"dữ liệu mở", "chuyển đổi số", "Sông Lam"}));
  EXPECT_EQ(d.date, "2021-04-13");
  EXPECT_TRUE(d.date_inferred);
  // References are not the article's own number.
  EXPECT_EQ(d.number, "");
  EXPECT_EQ(d.agency, "");
}

TEST(News, PicturesAndCountersAreNoiseAndCaptionsAreMarked) {
  const Document d = article();
  EXPECT_EQ(d.body, kArticle);
  ASSERT_EQ(d.regions.size(), 4U);
  EXPECT_EQ(d.regions[0].kind, Region::Kind::kNoise);
  EXPECT_EQ(text_of(d, d.regions[0]), "20210413-a01.JPG");
  EXPECT_EQ(d.regions[1].kind, Region::Kind::kCaption);
  EXPECT_EQ(text_of(d, d.regions[1]),
            "Cán bộ sở giới thiệu cổng dữ liệu với người dân. (Ảnh minh họa: Sở Nội vụ)");
  EXPECT_EQ(text_of(d, d.regions[2]), "20210413-a02.jpg");
  EXPECT_EQ(text_of(d, d.regions[3]), "ĐÁNH GIÁ BÀI VIẾT( 3)");
}

TEST(News, GivenFieldsWin) {
  Document d;
  d.body = kArticle;
  d.title = "T";
  d.type = "Bài viết";
  d.source = "S";
  d.author = "A";
  d.keywords = {"k"};
  d.date = "2021-04-14";
  extract_news(d);
  EXPECT_EQ(d.title, "T");
  EXPECT_EQ(d.type, "Bài viết");
  EXPECT_EQ(d.source, "S");
  EXPECT_EQ(d.author, "A");
  EXPECT_EQ(d.keywords, std::vector<std::string>{"k"});
  EXPECT_EQ(d.date, "2021-04-14");
  EXPECT_FALSE(d.date_inferred);
}

struct LookCase {
  const char* name;
  const char* body;
  bool want;
};

const LookCase kLookCases[] = {
    {"SiteAtTop", "Tiêu đề\n\n(Mic.gov.vn) - Hôm nay", true},
    {"SiteFarDown", "a\nb\nc\nd\ne\nf\ng\nh\ni\nk\nl\nm\nn\no\np\nq\nr\n(Mic.gov.vn) - x", false},
    {"BracketsWithoutSite", "Tiêu đề\n\n(Hà Nội) - Hôm nay", false},
    {"KeywordsAlone", "Ghi chú\n\nTừ khóa: a, b", false},
    {"KeywordsAndNote", "Tin\n\nthân\n(Theo TTXVN)\nTừ khoá: a, b", true},
    {"PictureAndRating", "Tin\n\na.png\nĐÁNH GIÁ BÀI VIẾT (0)", true},
    {"PlainNote", "Việc cần làm\n\nGọi điện cho Sở Nội vụ.", false},
    {"Decision",
     "UBND TỈNH X\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/QĐ-UBND\nQUYẾT ĐỊNH\na.jpg\n"
     "Từ khóa: a",
     false},
    {"Empty", "", false},
};

TEST(News, IsKnownByItsMarks) {
  for (const LookCase& c : kLookCases) EXPECT_EQ(looks_like_news(c.body), c.want) << c.name;
}

TEST(News, OtherTextIsLeftAlone) {
  for (const LookCase& c : kLookCases) {
    if (c.want) continue;
    Document d;
    d.body = c.body;
    extract_news(d);
    EXPECT_EQ(d.title + d.type + d.source + d.author + d.date, "") << c.name;
    EXPECT_TRUE(d.keywords.empty() && d.regions.empty()) << c.name;
  }
}

TEST(NewsProperty, RegionsAreOrderedInsideAndNothingThrows) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(testing::Message() << "seed " << seed);
  std::mt19937 rng(seed);
  static const std::string lines[] = {"(Mic.gov.vn) -",
                                      "a.jpg",
                                      "20219999-m.png",
                                      "Từ khóa: a,,b",
                                      "(Theo X)",
                                      "Vân Anh",
                                      "(Ảnh x)",
                                      "",
                                      "\xE1\xBB",
                                      "(",
                                      ")",
                                      "Ảnh: x",
                                      ".jpg",
                                      "ĐÁNH GIÁ BÀI VIẾT( 1)",
                                      "\u00a0",
                                      "Từ khóa:"};
  for (int round = 0; round < 3000; ++round) {
    Document d;
    for (std::size_t n = rng() % 12; n > 0; --n) d.body += lines[rng() % std::size(lines)] + "\n";
    extract_news(d);
    std::size_t end = 0;
    for (const Region& r : d.regions) {
      ASSERT_GE(r.offset, end);
      ASSERT_GT(r.length, 0U);
      end = r.offset + r.length;
      ASSERT_LE(end, d.body.size());
    }
  }
}

}  // namespace
}  // namespace tracuu
