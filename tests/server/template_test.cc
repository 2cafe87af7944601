#include "searcher/server/template/template.h"

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "searcher/server/template/html.h"

namespace tracuu::page {
namespace {

const std::map<std::string, std::string, std::less<>> kPartials{
    {"item", "<li>{{name}}</li>"}, {"loop", "{{>loop}}"}, {"broken", "<b"}};

Template parsed(std::string_view source) {
  return Template::parse(
      "test.html", source, [](std::string_view key) { return "«" + std::string(key) + " <i>»"; },
      [](std::string_view name) {
        const auto found = kPartials.find(name);
        if (found == kPartials.end()) throw TemplateError("no partial " + std::string(name));
        return found->second;
      });
}

constexpr const char* kNasty = "<b>\"A\" & 'B'`\x1b\xE2\x80\xAE";
constexpr const char* kEscaped =
    "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&#96;\xEF\xBF\xBD\xEF\xBF\xBD";

Value data() {
  Value value = Value::object();
  value.set("nasty", kNasty);
  value.set("name", "Quyết định");
  value.set("empty", "");
  value.set("yes", true);
  value.set("no", false);
  value.set("url", "/document?id=a&b");
  value.set("script", "javascript:alert(1)");
  value.set("other", "//evil.example/");
  value.set("inner",
            Value::object({{"name", "Nghị quyết"}, {"deep", Value::object({{"x", "1"}})}}));
  Value& list = value.set("list", Value::list());
  list.push(Value::object({{"name", "một"}}));
  list.push(Value::object({{"other", "-"}}));
  value.set("words", Value::list()).push("a<");
  HtmlWriter html;
  value.set("markup", html.raw("<mark>").text("<x>").raw("</mark>").take());
  return value;
}

struct Case {
  const char* name;
  std::string source;
  std::string expected;
};
class RenderTest : public testing::TestWithParam<Case> {};

TEST_P(RenderTest, WritesSo) {
  EXPECT_EQ(parsed(GetParam().source).render(data()), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, RenderTest,
    testing::Values(
        Case{"Text", "<p>{{ nasty }}</p>", std::string("<p>") + kEscaped + "</p>"},
        Case{"Attribute", "<p title='{{nasty}}'>", std::string("<p title='") + kEscaped + "'>"},
        Case{"Url", "<a href=\"{{url}}\">", "<a href=\"/document?id=a&amp;b\">"},
        Case{"ScriptUrl", "<a href=\"{{script}}\">", "<a href=\"#\">"},
        Case{"ScriptUrlInCapitals", "<A HREF='{{script}}'>", "<A HREF='#'>"},
        Case{"SpacedAttribute", "<a href = \"{{script}}\">", "<a href = \"#\">"},
        Case{"OtherSite", "<a href=\"{{other}}\">", "<a href=\"#\">"},
        Case{"BehindAPath", "<a href=\"/x?q={{script}}\">",
             "<a href=\"/x?q=javascript:alert(1)\">"},
        Case{"HtmlInAnAttributeIsNoUrl", "<a href=\"{{markup}}\">", "<a href=\"\">"},
        Case{"Html", "{{markup}}", "<mark>&lt;x&gt;</mark>"},
        Case{"Missing", "[{{nothing}}{{inner.nothing}}{{name.x}}]", "[]"},
        Case{"Flags", "{{#yes}}y{{/yes}}{{#no}}n{{/no}}{{^no}}N{{/no}}{{^yes}}Y{{/yes}}", "yN"},
        Case{"EmptyTextIsNotThere", "{{#empty}}e{{/empty}}{{^empty}}E{{/empty}}", "E"},
        Case{"List", "{{#list}}{{name}};{{/list}}", "một;Quyết định;"},
        Case{"Items", "{{#words}}{{.}}{{/words}}", "a&lt;"},
        Case{"Object", "{{#inner}}{{name}} {{deep.x}}{{/inner}}", "Nghị quyết 1"},
        Case{"Partial", "<ul>{{#list}}{{>item}}{{/list}}</ul>",
             "<ul><li>một</li><li>Quyết định</li></ul>"},
        Case{"String", "<b>{{@open}}</b>", "<b>«open &lt;i&gt;»</b>"},
        Case{"StringInAnAttribute", "<b title=\"{{@open}}\">", "<b title=\"«open &lt;i&gt;»\">"},
        Case{"Remark", "a{{! {#>< }}b", "ab"},
        Case{"FlagInATag", "<option{{#yes}} selected{{/yes}}>", "<option selected>"},
        Case{"AfterAScript", "<script src=\"/a.js\"></script>{{name}}",
             "<script src=\"/a.js\"></script>Quyết định"},
        Case{"AfterAComment", "<!-- <a -->{{name}}", "<!-- <a -->Quyết định"}),
    [](const auto& test) { return test.param.name; });

struct Refused {
  const char* name;
  std::string source;
};
class RefusedTemplateTest : public testing::TestWithParam<Refused> {};

TEST_P(RefusedTemplateTest, SaysWhere) {
  try {
    parsed("\n" + GetParam().source);
    FAIL() << GetParam().source;
  } catch (const TemplateError& error) {
    EXPECT_FALSE(std::string(error.what()).empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedTemplateTest,
    testing::Values(
        Refused{"UnquotedAttribute", "<a class={{name}}>"},
        Refused{"AttributeName", "<a {{name}}>"}, Refused{"ElementName", "<{{name}}>"},
        Refused{"Script", "<script>var a = '{{name}}';</script>"},
        Refused{"ScriptInCapitals", "<SCRIPT >{{name}}</SCRIPT>"},
        Refused{"Style", "<style>{{name}}</style>"}, Refused{"Handler", "<a onclick=\"{{name}}\">"},
        Refused{"StyleAttribute", "<a style=\"{{name}}\">"},
        Refused{"Comment", "<!-- {{name}} -->"}, Refused{"Unclosed", "{{#list}}a"},
        Refused{"UnclosedTag", "{{name"}, Refused{"ClosesAnother", "{{#list}}a{{/inner}}"},
        Refused{"ClosesNothing", "a{{/list}}"}, Refused{"NoName", "{{}}"},
        Refused{"Triple", "{{{name}}}"}, Refused{"Ampersand", "{{&name}}"},
        Refused{"HalfATag", "<p {{#yes}}>{{/yes}}"},
        Refused{"HalfAQuote", "<p a=\"{{#yes}}\"{{/yes}}"}, Refused{"EndsInATag", "<p"},
        Refused{"MissingPartial", "{{>none}}"}, Refused{"EndlessPartial", "{{>loop}}"},
        Refused{"BrokenPartial", "{{>broken}}"}, Refused{"PartialInATag", "<p {{>item}}>"}),
    [](const auto& test) { return test.param.name; });

TEST(TemplateTest, DeepSectionsAreRefused) {
  std::string source;
  for (std::size_t i = 0; i <= kMaxTemplateDepth; ++i) source += "{{#inner}}";
  EXPECT_THROW(parsed(source), TemplateError);
}

TEST(SafeUrlTest, IsOfThisSiteOrTheWeb) {
  for (const char* url : {"/", "?q=a", "#x", "https://a.vn/", "http://a.vn", ""}) {
    EXPECT_TRUE(is_safe_url(url)) << url;
  }
  for (const char* url : {"javascript:a", " javascript:a", "JAVASCRIPT:a", "data:text/html,a",
                          "//a", "/\\a", "vbscript:a", "file:///etc", "a/b", "\tjavascript:a"}) {
    EXPECT_FALSE(is_safe_url(url)) << url;
  }
}

}  // namespace
}  // namespace tracuu::page
