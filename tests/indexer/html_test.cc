#include "indexer/extract/html.h"

#include <chrono>
#include <string>

#include <gtest/gtest.h>

namespace tracuu::input {
namespace {

struct HtmlRow {
  const char* name;
  const char* page;
  const char* body;
};

class HtmlBodyTest : public testing::TestWithParam<HtmlRow> {};

TEST_P(HtmlBodyTest, BodyIsWhatAReaderSees) {
  EXPECT_EQ(html_document(GetParam().page).document.body, GetParam().body);
}

constexpr HtmlRow kRows[] = {
    {"Paragraphs", "<p>Căn  cứ\n Luật</p><p>Điều 1.<br>Nay</p>", "Căn cứ Luật\n\nĐiều 1.\nNay"},
    {"InlineRunsOn", "<p>Quyết <b>đị</b>nh <i> số</i> 1</p>", "Quyết định số 1"},
    {"Entities", "<p>TT&amp;TT &lt;1&gt;&nbsp;&#7871; &eacute;</p>", "TT&TT <1> ế é"},
    {"ScriptAndStyle", "a<script>if(a<b){'</p>'}</script> b<style>p{}</style> c", "a b c"},
    {"Furniture",
     "<header>Cổng</header><nav>Trang chủ</nav><p>Tin</p><aside>Xem nhiều</aside>"
     "<footer>Bản quyền</footer>",
     "Tin"},
    {"HeaderOfAnArticle", "<article><header><p>Sapo</p></header><p>Tin</p></article>",
     "Sapo\n\nTin"},
    {"Hidden", "<p>a</p><div hidden>b</div><p style='Display: NONE'>c</p><template>d</template>",
     "a"},
    {"Noscript", "<noscript>Bật JavaScript</noscript><p>a</p>", "a"},
    {"TableRows",
     "<table><tr><td><p>Họ tên</p></td><td><p>Chức vụ</p></td></tr>"
     "<tr><td>An</td><td>Trưởng ban</td></tr></table><p>Sau</p>",
     "Họ tên\tChức vụ\nAn\tTrưởng ban\n\nSau"},
    {"TableWithoutEndTags", "<table><tr><td>1<td>2<tr><td>3<td>4</table>x", "1\t2\n3\t4\n\nx"},
    {"ParagraphsInALayoutCell", "<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a\n\nb"},
    {"List", "<ul><li>một<li>hai</ul>", "một\nhai"},
    {"TwoBreaksAreAParagraph", "a<br><br>b", "a\n\nb"},
    {"Preformatted", "<pre>a  b\n  c</pre>", "a  b\n  c"},
    {"SmallFormIsDropped", "<p>Nội dung bài viết dài hơn</p><form>Tìm <button>OK</button></form>",
     "Nội dung bài viết dài hơn"},
    {"PageInOneForm", "<form><p>Nội dung</p><select><option>x</select></form>", "Nội dung"},
    {"Comment", "a<!-- b --> c", "a c"},
    {"Unclosed", "<div><p>a<b>b", "ab"},
    {"MalformedByteIsReplaced", "<p>Ngh\xE1 quyết số về</p>", "Ngh\uFFFD quyết số về"},
    {"WrongDeclarationOfUtf8", "<meta charset=iso-8859-1><p>Nghị quyết</p>", "Nghị quyết"},
    {"DeclaredLegacyCharset", "<meta charset='windows-1258'><p>\xD0\xE0 N\xE3\xDEng</p>",
     "Đà Nă\u0303ng"},
};

INSTANTIATE_TEST_SUITE_P(Rows, HtmlBodyTest, testing::ValuesIn(kRows),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(HtmlTest, TitleAndMetaBecomeFields) {
  const Document document =
      html_document(
          "<html lang=en><head><title>Chuyển đổi số ở Thái Nguyên - Báo mẫu</title>"
          "<meta name=keywords content='chuyển đổi số, Thái Nguyên'><meta name=author "
          "content='Vân Anh'><meta name=date content='17/4/2021'><meta name=id content='tin-1'>"
          "</head><body><h1>Chuyển đổi số ở Thái Nguyên</h1><p>Tin</p>")
          .document;
  EXPECT_EQ(document.title, "Chuyển đổi số ở Thái Nguyên");
  EXPECT_EQ(document.author, "Vân Anh");
  EXPECT_EQ(document.date, "2021-04-17");
  EXPECT_EQ(document.id, "tin-1");
  EXPECT_EQ(document.keywords, (std::vector<std::string>{"chuyển đổi số", "Thái Nguyên"}));
}

TEST(HtmlTest, AHeadingIsTheTitleWhereThereIsNone) {
  EXPECT_EQ(html_document("<header><h1>Kế hoạch</h1></header><p>a").document.title, "Kế hoạch");
}

// A site's name in the page header must not cut the article's title.
TEST(HtmlTest, TheHeadingOfAPageHeaderDoesNotCutTheTitle) {
  EXPECT_EQ(html_document("<title>Báo mẫu - Tin hay</title><header><h1>Báo mẫu</h1></header><p>a")
                .document.title,
            "Báo mẫu - Tin hay");
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(HtmlTest, OneHundredThousandLevelsAreRefusedAtOnce) {
  EXPECT_TRUE(html_document(repeated("<div>", 100'000) + "xin chào").too_complex);
}

// libxml2 looks through all open elements at each stray end tag: 20 s for 100,000 of both.
TEST(HtmlTest, StrayEndTagsBelowManyElementsDoNotTakeQuadraticTime) {
  const auto start = std::chrono::steady_clock::now();
  html_document(repeated("<div>", 4000) + repeated("</b>", 1'000'000));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

// libxml2 compares each attribute with all before it: 23 s for 160,000.
TEST(HtmlTest, OneHundredSixtyThousandAttributesAreRefusedAtOnce) {
  std::string tag = "<!-- <a x=\" --><a ";
  for (int i = 0; i < 160'000; ++i) tag += "b" + std::to_string(i) + ' ';
  EXPECT_TRUE(html_document(tag + ">x").too_complex);
  EXPECT_FALSE(html_document("<p>" + repeated("chữ ", 160'000) + "<br>x").too_complex);
}

TEST(HtmlTest, NestingOfRealPagesIsFine) {
  const HtmlDocument html = html_document(repeated("<div>", 1000) + "xin chào");
  EXPECT_FALSE(html.too_complex);
  EXPECT_EQ(html.document.body, "xin chào");
}

}  // namespace
}  // namespace tracuu::input
