#include "core/document/outline/labeled_spans.h"

#include <algorithm>
#include <utility>

#include "core/base/varint.h"

namespace tracuu {
namespace {

void put_text(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out += text;
}

std::optional<std::string> take_text(std::string_view& bytes) {
  const auto size = take_varint(bytes);
  if (!size || *size > bytes.size()) return std::nullopt;
  std::string text(bytes.substr(0, *size));
  bytes.remove_prefix(*size);
  return text;
}

}  // namespace

std::vector<LabeledSpan> labeled_spans(const Outline& outline) {
  std::vector<LabeledSpan> spans;
  for (const OutlineNode& node : outline) {
    const bool is_wanted = node.kind == OutlineKind::kArticle || node.kind == OutlineKind::kSection;
    if (is_wanted) spans.push_back({node.offset, node.length, node.label, node.anchor});
  }
  return spans;
}

const LabeledSpan* span_at(const std::vector<LabeledSpan>& spans, std::size_t offset) {
  const auto after = std::ranges::upper_bound(spans, offset, {}, &LabeledSpan::offset);
  for (auto it = after; it != spans.begin();) {
    --it;
    if (offset - it->offset < it->length || it->length == 0) return &*it;
  }
  return nullptr;
}

std::string encode_spans(const std::vector<LabeledSpan>& spans) {
  std::string bytes;
  std::size_t before = 0;
  for (const LabeledSpan& span : spans) {
    put_varint(bytes, span.offset - before);
    put_varint(bytes, span.length);
    put_text(bytes, span.label);
    put_text(bytes, span.anchor);
    before = span.offset;
  }
  return bytes;
}

std::optional<std::vector<LabeledSpan>> decode_spans(std::string_view bytes) {
  std::vector<LabeledSpan> spans;
  std::size_t before = 0;
  while (!bytes.empty()) {
    const auto offset = take_varint(bytes);
    const auto length = take_varint(bytes);
    auto label = take_text(bytes);
    auto anchor = take_text(bytes);
    if (!offset || !length || !label || !anchor) return std::nullopt;
    before += *offset;
    spans.push_back({before, *length, std::move(*label), std::move(*anchor)});
  }
  return spans;
}

}  // namespace tracuu
