// A place in a document as people write it, and the node it means.
//
//   find(outline, *parse_reference("điểm a khoản 2 Điều 5"))->anchor == "dieu-5-khoan-2-diem-a"
//   parse_reference("khoan 2 dieu 5"), parse_reference("Điều 5 khoản 2")       the same place
//   parse_reference("Điều 5 Luật Đất đai"), parse_reference("5")               nothing
//
// Chương 4 and Chương IV are one. Without marks «diem d» is điểm d, never điểm đ.

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/document/outline/outline.h"

namespace tracuu {

// Numbers in small letters, "" where none is given: {clause "2", article "5"}.
struct Reference {
  std::string annex;  // as in anchors: "phu-luc-i", "quy-che"
  std::string part;
  std::string chapter;
  std::string section;  // "1"; of a text without articles the whole path, "i.1.1"
  std::string subsection;
  std::string article;
  std::string clause;
  std::string point;

  friend bool operator==(const Reference&, const Reference&) = default;
};

inline constexpr std::size_t kMaxReferenceBytes = 200;

// Returns the place that the whole text names, in any order of its parts.
std::optional<Reference> parse_reference(std::string_view text);

// Returns the first node in the order of the text that has the reference's finest number and lies
// in nodes with its others; nullptr for none. Linear. The pointer lives as long as the outline.
const OutlineNode* find(const Outline& outline, const Reference& reference);

}  // namespace tracuu
