// Snippets: the document's own text, the right part of it, and harmless as HTML.

#include "searcher/snippet.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "core/document/outline/outline.h"
#include "core/text/utf8.h"
#include "core/text/visible.h"
#include "searcher/bag.h"
#include "tests/searcher/random_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

const text::Analyzer& analyzer() {
  static const text::Analyzer analyzer;
  return analyzer;
}

// Every word weighs the same.
SnippetMaker maker_for(std::string_view words) {
  text::Analysis analysis;
  const Bag bag = make_bag(words, analyzer(), analysis);
  static text::Analysis work;
  return {{bag}, std::vector<double>(bag.syllables.size(), 1), analyzer(), work};
}

Snippet snippet_of(const Document& document, std::string_view words, std::size_t tokens = 48) {
  SnippetMaker maker = maker_for(words);
  return maker.make(document, labeled_spans(find_outline(document.body)), {.tokens = tokens});
}

// "… thành lập [Ban] chỉ đạo …"
std::string shown(const std::vector<SnippetPart>& parts) {
  std::string out;
  for (const SnippetPart& part : parts) out += part.is_marked ? "[" + part.text + "]" : part.text;
  return out;
}

std::vector<std::string> toneless_forms_of(std::string_view text) {
  text::Analysis analysis;
  analyzer().analyze(text, analysis);
  std::vector<std::string> forms;
  for (const text::Token& token : analysis.tokens) {
    forms.emplace_back(analysis.vocabulary().form(analysis.word(token).toneless));
  }
  return forms;
}

std::string with_blanks_joined(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// The snippet without the ellipses at its ends.
std::string text_without_ellipses(std::vector<SnippetPart> parts) {
  if (!parts.empty() && parts.front().text == "… ") parts.erase(parts.begin());
  if (!parts.empty() && parts.back().text == " …") parts.pop_back();
  return to_text(parts);
}

struct MarkRow {
  const char* name;
  const char* query;
  const char* body;
  const char* want;
};

class MarkTest : public testing::TestWithParam<MarkRow> {};

TEST_P(MarkTest, ShowsWhatWasFound) {
  const MarkRow& row = GetParam();
  EXPECT_EQ(shown(snippet_of({.id = "a", .body = row.body}, row.query, 8).parts), row.want);
}

INSTANTIATE_TEST_SUITE_P(
    All, MarkTest,
    testing::Values(
        MarkRow{"words_side_by_side_are_one_mark", "chuyển đổi số", "Về chuyển đổi  số quốc gia.",
                "Về [chuyển đổi số] quốc gia."},
        MarkRow{"line_end_within_a_mark", "chuyển đổi", "Về chuyển\nđổi.", "Về [chuyển đổi]."},
        MarkRow{"punctuation_parts_marks", "chuyển đổi", "Về chuyển, đổi.", "Về [chuyển], [đổi]."},
        MarkRow{"marked_query_leaves_other_tones", "quyết", "quyệt quyết quyet",
                "quyệt [quyết quyet]"},
        MarkRow{"unmarked_query_marks_every_tone", "quyet", "quyệt quyết quyet",
                "[quyệt quyết quyet]"},
        MarkRow{"nfd_and_capitals", "quyết", "QUYE\u0302\u0301T định", "[QUYE\u0302\u0301T] định"},
        MarkRow{"lone_light_word_is_not_marked", "của lúa", "của ai lúa của làng",
                "của ai [lúa của] làng"},
        MarkRow{"number_is_one_mark", "749/QĐ-TTg", "số 749/QĐ-TTg ngày", "số [749/QĐ-TTg] ngày"},
        MarkRow{"first_of_equal_windows", "lúa", "a b lúa c d e f g h i k l lúa",
                "a b [lúa] c d e f g …"},
        MarkRow{"window_begins_at_its_match", "lúa gạo", "a b c d e f g h i k lúa nước gạo",
                "… [lúa] nước [gạo]"},
        MarkRow{"sentence_begins_the_window", "lúa", "a b c d e f g h. Ở lúa gạo.",
                "… Ở [lúa] gạo."},
        MarkRow{"no_match_shows_the_beginning", "zzz", "a b c d e f g h i k", "a b c d e f g h …"},
        MarkRow{"no_word_in_the_query", "", "a b c", "a b c"},
        MarkRow{"no_word_in_the_body", "lúa", "... !", ""}, MarkRow{"empty_body", "lúa", "", ""},
        // The ends of a sentence are kept, but no half of a character.
        MarkRow{"ellipsis_behind_the_last_word", "lúa", "lúa.…", "[lúa]."},
        MarkRow{"closing_quotes", "lúa", "“lúa”", "[lúa]”"}),
    [](const auto& row) { return std::string(row.param.name); });

// A sentence 16 words back took the end of the window with it.
TEST(SnippetTest, MovingToTheSentenceKeepsTheLastMatch) {
  std::string body = "Một câu mở đầu khác. Câu này";
  for (int i = 0; i < 12; ++i) body += " dài";
  body += " lúa";
  for (int i = 0; i < 40; ++i) body += " xa";
  body += " gạo";
  for (int i = 0; i < 40; ++i) body += " nữa";
  const std::string text = shown(snippet_of({.id = "a", .body = body}, "lúa gạo").parts);
  EXPECT_NE(text.find("[lúa]"), std::string::npos) << text;
  EXPECT_NE(text.find("[gạo]"), std::string::npos) << text;
}

TEST(SnippetTest, PhraseBeatsItsWordsApart) {
  std::string body = "đổi chuyển số, đổi số, chuyển đổi";
  for (int i = 0; i < 60; ++i) body += " khác";
  body += " chuyển đổi số";
  const std::string text = shown(snippet_of({.id = "a", .body = body}, "chuyển đổi số").parts);
  EXPECT_NE(text.find("[chuyển đổi số]"), std::string::npos) << text;
}

Document with_regions() {
  Document document{.id = "a"};
  const auto add = [&](std::string_view text, std::optional<Region::Kind> kind) {
    if (kind) document.regions.push_back({*kind, document.body.size(), text.size()});
    document.body += std::string(text) + "\n\n";
  };
  add("Ảnh: lúa chín 01.jpg", Region::Kind::kNoise);
  add("Gặt lúa ở làng", Region::Kind::kCaption);
  add("Bài viết về làng quê.", {});
  add("Cánh đồng lúa.", {});
  return document;
}

TEST(SnippetTest, CaptionsAndNoiseAreNeverTheMatch) {
  const std::string text = shown(snippet_of(with_regions(), "lúa", 6).parts);
  EXPECT_EQ(text, "… Cánh đồng [lúa].");
  EXPECT_EQ(shown(snippet_of(with_regions(), "chín gặt", 4).parts).find('['), std::string::npos);
}

TEST(SnippetTest, BodyOfNothingButACaptionIsShownFromItsBeginning) {
  Document document{.id = "a", .body = "một hai ba"};
  document.regions = {{Region::Kind::kCaption, 0, document.body.size()}};
  EXPECT_EQ(shown(snippet_of(document, "hai").parts), "một hai ba");
}

TEST(SnippetTest, PassageIsTheArticleOfTheMatch) {
  const Document document{.id = "a",
                          .body =
                              "Căn cứ Luật;\n\nĐiều 4. Phạm vi\nÁp dụng tại tỉnh.\n\nĐiều 5a. "
                              "Hiệu lực\nCó hiệu lực thi hành."};
  Snippet snippet = snippet_of(document, "thi hành", 6);
  EXPECT_EQ(snippet.passage.label, "Điều 5a");
  EXPECT_EQ(snippet.passage.anchor, "dieu-5a");
  snippet = snippet_of(document, "áp dụng", 6);
  EXPECT_EQ(snippet.passage.label, "Điều 4");
  snippet = snippet_of(document, "căn cứ", 6);
  EXPECT_EQ(snippet.passage.label, "");
  EXPECT_EQ(snippet.passage.anchor, "");
  EXPECT_EQ(snippet.passage.offset, 0u);
}

TEST(SnippetTest, PassageIsNamedInDecomposedTextAndBehindTheLetterD) {
  const Document document{.id = "a",
                          .body =
                              "Đie\u0302\u0300u 4. Phạm vi\nÁp dụng tại tỉnh.\n\n"
                              "Điều 12đ. Hiệu lực\nCó hiệu lực thi hành."};
  EXPECT_EQ(snippet_of(document, "áp dụng", 6).passage.label, "Điều 4");
  EXPECT_EQ(snippet_of(document, "thi hành", 6).passage.label, "Điều 12đ");
}

TEST(SnippetTest, PassageIsThePlaceOfTheText) {
  const Document document{.id = "a", .body = "Mở đầu câu một.  Về lúa\n gạo.  Hết."};
  const Snippet snippet = snippet_of(document, "gạo", 6);
  EXPECT_EQ(document.body.substr(snippet.passage.offset, snippet.passage.length),
            "Về lúa\n gạo.  Hết");
}

TEST(SnippetTest, TitlesAreMarkedWhole) {
  EXPECT_EQ(shown(maker_for("chuyển đổi").mark("Kế hoạch (chuyển đổi số)")),
            "Kế hoạch ([chuyển đổi] số)");
  EXPECT_EQ(shown(maker_for("").mark("")), "");
}

struct HtmlRow {
  const char* name;
  std::vector<SnippetPart> parts;
  const char* want;
};

TEST(ToHtmlTest, EscapesExactlyOnce) {
  const HtmlRow rows[] = {
      {"script", {{"<script>alert(1)</script>", false}}, "&lt;script&gt;alert(1)&lt;/script&gt;"},
      {"entity", {{"a &amp; b", false}}, "a &amp;amp; b"},
      {"quotes", {{"\"a\" 'b'", false}}, "&quot;a&quot; &#39;b&#39;"},
      {"mark", {{"a ", false}, {"<b>", true}}, "a <mark>&lt;b&gt;</mark>"},
      {"mark typed in a document", {{"<mark>", false}}, "&lt;mark&gt;"},
      {"control", {{"a\x1b[31m", true}}, "<mark>a\uFFFD[31m</mark>"},
      {"override", {{"gpj.\u202Eexe", false}}, "gpj.\uFFFDexe"},
      {"malformed", {{"a\xC3(", false}}, "a\uFFFD("},
      {"nothing", {}, ""},
  };
  for (const HtmlRow& row : rows) EXPECT_EQ(to_html(row.parts), row.want) << row.name;
}

// The marked stretches of the text, as [begin, end).
std::vector<std::pair<std::size_t, std::size_t>> marks_of(const std::vector<SnippetPart>& parts) {
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  std::size_t at = 0;
  for (const SnippetPart& part : parts) {
    if (part.is_marked) marks.emplace_back(at, at + part.text.size());
    at += part.text.size();
  }
  return marks;
}

void expect_marks_cover_whole_tokens(const std::vector<SnippetPart>& parts) {
  const std::string text = to_text(parts);
  text::Analysis analysis;
  analyzer().analyze(text, analysis);
  for (const auto& [begin, end] : marks_of(parts)) {
    const auto begins = [b = begin](const text::Token& token) { return token.begin == b; };
    const auto ends = [e = end](const text::Token& token) { return token.end == e; };
    EXPECT_TRUE(std::ranges::any_of(analysis.tokens, begins)) << shown(parts);
    EXPECT_TRUE(std::ranges::any_of(analysis.tokens, ends)) << shown(parts);
  }
}

std::string unescaped(std::string html) {
  const std::pair<const char*, const char*> kEscapes[] = {
      {"<mark>", ""}, {"</mark>", ""}, {"&lt;", "<"},  {"&gt;", ">"}, {"&quot;", "\""},
      {"&#39;", "'"}, {"&#96;", "`"},  {"&amp;", "&"},  // the last, so that it is undone once
  };
  for (const auto& [from, to] : kEscapes) {
    for (std::size_t at = html.find(from); at != std::string::npos; at = html.find(from, at)) {
      html.replace(at, std::string_view(from).size(), to);
      at += std::string_view(to).size();
    }
  }
  return html;
}

void expect_sound(const Document& document, const Snippet& snippet) {
  const std::string text = text_without_ellipses(snippet.parts);
  EXPECT_NE(with_blanks_joined(document.body).find(text), std::string::npos)
      << testing::PrintToString(text);
  EXPECT_LE(text.size(), 1300u);
  EXPECT_LE(snippet.passage.offset + snippet.passage.length, document.body.size());
  expect_marks_cover_whole_tokens(snippet.parts);
  std::string seen;
  for (const SnippetPart& part : snippet.parts) seen += text::visible(part.text);
  EXPECT_EQ(unescaped(to_html(snippet.parts)), seen);
}

TEST(SnippetPropertyTest, TextIsTheDocumentsOwn) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  for (int round = 0; round < 300 && !testing::Test::HasFailure(); ++round) {
    Document document = random.documents(1).front();
    for (std::size_t n = random.below(4); n > 0; --n) {  // longer than a window
      document.body += "\n" + random.documents(1).front().body;
    }
    if (random.chance(3)) document.body += "<b>&amp;\"'";
    std::string words;
    for (const std::string& word : random.run_of_words(document, 1 + random.below(6))) {
      words += word + " ";
    }
    const Snippet snippet = snippet_of(document, words, 5 + random.below(44));
    expect_sound(document, snippet);
  }
}

// Marks aside: a word typed with a mark is also found where it is written without. Where a word
// comes twice in the phrase, its places in the text are not told apart.
TEST(SnippetPropertyTest, PhraseOfTheBodyIsInTheSnippet) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  int checked = 0;
  for (int round = 0; round < 1000 && !testing::Test::HasFailure(); ++round) {
    Document document = random.documents(1).front();
    document.regions.clear();
    for (std::size_t n = random.below(6); n > 0; --n) {
      document.body += "\n\n" + random.documents(1).front().body;
    }
    std::string words;
    for (const std::string& word : random.run_of_words(document, 2 + random.below(4))) {
      words += word + " ";
    }
    const std::vector<std::string> want = toneless_forms_of(words);
    const std::set<std::string> distinct(want.begin(), want.end());
    if (want.size() < 2 || distinct.size() < want.size()) continue;
    ++checked;
    const Snippet snippet = snippet_of(document, words);
    const std::vector<std::string> got = toneless_forms_of(to_text(snippet.parts));
    const auto found = std::search(got.begin(), got.end(), want.begin(), want.end());
    EXPECT_NE(found, got.end()) << words << "\n" << shown(snippet.parts) << "\n" << document.body;
  }
  EXPECT_GT(checked, 200);
}

TEST(SnippetPropertyTest, HostileBodiesGiveShortSoundSnippets) {
  const std::size_t kMega = 1u << 20;
  std::string dots = "lúa ";
  dots += std::string(kMega, '.') + " gạo";
  std::string malformed;
  std::mt19937 rng(test_seed());
  while (malformed.size() < 100000) malformed += static_cast<char>(rng() % 256);
  const std::pair<const char*, std::string> bodies[] = {
      {"no blanks", std::string(kMega, 'a')},
      {"no blanks, then a match", std::string(kMega, 'a') + " lúa"},
      {"nothing but blanks", std::string(kMega, ' ')},
      {"blanks between", "lúa" + std::string(kMega, ' ') + "gạo"},
      {"dots between", dots},
      {"nothing but marks",
       [] {
         std::string marks;
         for (int i = 0; i < 100000; ++i) marks += "\u0301";
         return "e" + marks;
       }()},
      {"malformed", malformed},
      {"malformed with a match", malformed + " lúa \xC3 gạo " + malformed},
      {"zero bytes", std::string(1000, '\0') + "lúa" + std::string(1000, '\0')},
      {"cut in a character", "lúa \xE1\xBB"},
  };
  for (const auto& [name, body] : bodies) {
    SCOPED_TRACE(name);
    const Document document{.id = "a", .body = body};
    const Snippet snippet = snippet_of(document, "lúa gạo");
    expect_sound(document, snippet);
    if (body.find("lúa") != std::string::npos) {
      EXPECT_NE(shown(snippet.parts).find("[lúa"), std::string::npos);
    }
  }
}

// A query of thousands of words against a long body: the work was their product, a second and more.
TEST(SnippetPropertyTest, LongQueryOnALongBodyIsSound) {
  std::string words;
  std::string body;
  for (int i = 0; i < 2000; ++i) words += "a" + std::to_string(i) + " ";
  for (int i = 0; i < 100000; ++i) body += "a" + std::to_string(i % 4000) + " ";
  const Document document{.id = "a", .body = body};
  const Snippet snippet = snippet_of(document, words);
  expect_sound(document, snippet);
  EXPECT_EQ(snippet.passage.offset, 0u);
}

}  // namespace
}  // namespace tracuu
