// Which pieces of a document are indexed, and as what.

#include "core/index/indexed_text.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

// Documents of tests name the fields they are about: {.id = "a", .body = "số"}.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace tracuu {
namespace {

using Kind = Region::Kind;

// "title: …", "caption: …", "apart: …", "body 12: …"; a star behind what is in the sketch.
std::string described(const IndexedText& text) {
  std::string what = "apart";
  if (text.is_title) what = "title";
  if (text.is_caption) what = "caption";
  if (text.body_offset) what = "body " + std::to_string(*text.body_offset);
  return what + (text.in_sketch ? "*: " : ": ") + std::string(text.text);
}

struct Row {
  const char* name;
  Document document;
  std::vector<std::string> want;
};

class IndexedTextTest : public testing::TestWithParam<Row> {};

TEST_P(IndexedTextTest, PiecesAreThese) {
  std::vector<std::string> got;
  for (const IndexedText& text : indexed_texts(GetParam().document)) got.push_back(described(text));
  EXPECT_EQ(got, GetParam().want);
}

Document with_regions(std::vector<Region> regions) {
  Document document{.body = "0123456789"};
  document.regions = std::move(regions);
  return document;
}

const Row kRows[] = {
    {"Nothing", {}, {}},
    {"TitleAlone", {.title = "Tựa"}, {"title*: Tựa"}},
    {"TitleAndBody", {.title = "Tựa", .body = "Thân"}, {"title: Tựa", "body 0*: Thân"}},
    {"Fields",
     {.body = "Thân",
      .type = "Quyết định",
      .number = "1/QĐ",
      .agency = "Sở",
      .signer = "A",
      .keywords = {"x", "", "y"},
      .author = "B"},
     {"apart: 1/QĐ", "apart: Quyết định", "apart: Sở", "apart: A", "apart: B", "apart: x",
      "apart: y", "body 0*: Thân"}},
    {"Caption",
     with_regions({{Kind::kCaption, 3, 2}}),
     {"body 0*: 012", "caption: 34", "body 5*: 56789"}},
    {"HeadIsRankedButNotInTheSketch",
     with_regions({{Kind::kHead, 0, 4}}),
     {"body 0: 0123", "body 4*: 456789"}},
    {"NoiseIsNowhere",
     with_regions({{Kind::kNoise, 0, 1}, {Kind::kNoise, 8, 2}}),
     {"body 1*: 1234567"}},
    {"OverlapsAreReadOnce",
     with_regions({{Kind::kCaption, 2, 4}, {Kind::kCaption, 4, 4}}),
     {"body 0*: 01", "caption: 2345", "body 6*: 6789"}},
    {"BeyondTheEnd",
     with_regions({{Kind::kCaption, 8, 100}, {Kind::kCaption, 50, 1}}),
     {"body 0*: 01234567", "caption: 89"}},
};

INSTANTIATE_TEST_SUITE_P(Table, IndexedTextTest, testing::ValuesIn(kRows),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(IndexedTextWeightTest, TitlesCountTwiceAndCaptionsNot) {
  EXPECT_EQ((IndexedText{.is_title = true}.weight()), 2u);
  EXPECT_EQ((IndexedText{.is_caption = true}.weight()), 0u);
  EXPECT_EQ(IndexedText{}.weight(), 1u);
}

}  // namespace
}  // namespace tracuu
