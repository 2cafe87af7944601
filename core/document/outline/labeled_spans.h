// The articles and sections of a text as they are kept beside it, so that a hit can say «Điều 5»
// without reading the whole text for its outline.
//
//   "…\nĐiều 5. Hiệu lực\n1. …"   {offset 120, length 300, "Điều 5", "dieu-5"}
//
// On disk, for each in order: varint bytes from the offset of the one before, varint length, varint
// size and bytes of the label and of the anchor.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/outline/outline.h"

namespace tracuu {

struct LabeledSpan {
  std::size_t offset = 0;  // bytes into the body
  std::size_t length = 0;
  std::string label;
  std::string anchor;

  friend bool operator==(const LabeledSpan&, const LabeledSpan&) = default;
};

// Returns the articles and sections of the outline, in its order: those in others behind them.
std::vector<LabeledSpan> labeled_spans(const Outline& outline);

// Returns the innermost span that the offset lies in, nullptr for none: what node_at() gives for
// articles and sections. The pointer lives as long as the spans.
const LabeledSpan* span_at(const std::vector<LabeledSpan>& spans, std::size_t offset);

// Returns the bytes to keep. REQUIRES: offsets do not fall.
std::string encode_spans(const std::vector<LabeledSpan>& spans);

// Returns the spans, nothing for bytes that are none.
std::optional<std::vector<LabeledSpan>> decode_spans(std::string_view bytes);

}  // namespace tracuu
