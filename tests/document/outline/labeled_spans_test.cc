// What is kept of an outline says of every place what the outline says.

#include "core/document/outline/labeled_spans.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

constexpr const char* kBodies[] = {
    "",
    "Không có mục nào.",
    "Điều 1. Phạm vi\n1. Một\n2. Hai\na) Điểm\nĐiều 2. Hiệu lực\nTừ ngày ký.\nPhụ lục I\nI. "
    "Mẫu\nx\n",
    "I. TÌNH HÌNH\n1. Thu\n1.1. Thuế\nTám tỷ.\n1.2. Phí\nHai tỷ.\n2. Chi\nMười tỷ.\nII. NHIỆM "
    "VỤ\nThu đủ.\n",
    "Chương I\nQUY ĐỊNH\nĐiều 1. A\nx\nChương II\nTHI HÀNH\nĐiều 2. B\ny\nNơi nhận: như trên.\n",
};

TEST(LabeledSpansTest, SayOfEveryOffsetWhatTheOutlineSays) {
  std::size_t labeled = 0;
  for (const std::string body : kBodies) {
    const Outline outline = find_outline(body);
    const std::vector<LabeledSpan> spans = labeled_spans(outline);
    for (std::size_t offset = 0; offset <= body.size(); ++offset) {
      const OutlineNode* const node =
          node_at(outline, offset, {OutlineKind::kArticle, OutlineKind::kSection});
      const LabeledSpan* const span = span_at(spans, offset);
      ASSERT_EQ(span == nullptr, node == nullptr) << body << offset;
      if (node == nullptr) continue;
      EXPECT_EQ(span->label, node->label) << body << offset;
      EXPECT_EQ(span->anchor, node->anchor) << body << offset;
      ++labeled;
    }
  }
  EXPECT_GT(labeled, 100U);
}

TEST(LabeledSpansTest, ComeBackFromTheirBytes) {
  for (const std::string body : kBodies) {
    const std::vector<LabeledSpan> spans = labeled_spans(find_outline(body));
    EXPECT_EQ(decode_spans(encode_spans(spans)), spans);
  }
}

TEST(LabeledSpansTest, BytesThatAreNoneAreRefused) {
  const std::string bytes = encode_spans({{300, 20, "Điều 5", "dieu-5"}});
  ASSERT_TRUE(decode_spans(bytes));
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_spans(bytes.substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_spans("\xFF\xFF\xFF\xFF\xFF\xFF"));
}

}  // namespace
}  // namespace tracuu
