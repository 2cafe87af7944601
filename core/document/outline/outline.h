// The structure of an administrative document, so that a hit can say and open «khoản 2 Điều 5».
//
//   find_outline("…\nĐiều 5. Hiệu lực\n1. …\n2. …\na) …")
//     kArticle "5"  label "Điều 5"                  anchor "dieu-5"
//     kClause  "2"  label "khoản 2 Điều 5"          anchor "dieu-5-khoan-2"
//     kPoint   "a"  label "điểm a khoản 2 Điều 5"   anchor "dieu-5-khoan-2-diem-a"
//
// Texts without Điều are read by their numbered sections, I. – 1. – 1.1. – a):
//
//     kSection "1.1"  label "Mục I.1.1"  anchor "muc-i-1-1"
//
// A heading begins a line. «Điều 5 của Luật này» in a sentence, a table of contents, and the
// articles that an amending act quotes («“Điều 5. …») are none of the document's own. Articles are
// the longest ascending series; khoản and điểm count only inside one and in sequence.
//
// Anchors. Ascii letters, digits and '-', đ as "dd"; unique; the same for the same text. Articles,
// chapters and parts have plain ones ("dieu-5", "chuong-iv", "phan-1"). What an annex holds bears
// the annex' anchor before it ("phu-luc-1-dieu-1", "quy-che-chuong-i"), unless nothing but
// annexes stood before it. Where articles begin again without a heading, the k-th series of the
// document bears "van-ban-k". What is still alike gets "-2", "-3" behind it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

enum class OutlineKind : std::uint8_t {
  kAnnex,  // phụ lục, and a regulation issued with the document: «QUY CHẾ (Ban hành kèm theo …»
  kPart,        // phần
  kChapter,     // chương
  kSection,     // mục; a numbered section of a text without articles, at any depth
  kSubsection,  // tiểu mục
  kArticle,     // điều
  kClause,      // khoản
  kPoint,       // điểm
};

inline constexpr std::size_t kNoParent = static_cast<std::size_t>(-1);
inline constexpr std::size_t kMaxOutlineNodes = 50'000;

struct OutlineNode {
  OutlineKind kind = OutlineKind::kArticle;
  std::string number;              // "5", "12a", "IV", "đ"; empty for an annex without one
  std::size_t offset = 0;          // bytes into the body, of «Điều»
  std::size_t length = 0;          // to the next node of the same or a higher rank
  std::size_t heading_offset = 0;  // «Hiệu lực thi hành», line ends in it included
  std::size_t heading_length = 0;  // 0: no title, as khoản and điểm have none
  std::size_t parent = kNoParent;  // index of the node it lies in
  std::string label;
  std::string anchor;
};

using Outline = std::vector<OutlineNode>;

// Returns the nodes in the order of the text, the first kMaxOutlineNodes. Any bytes; linear but
// for the sorting of article numbers.
Outline find_outline(std::string_view body);

// Returns the innermost node of one of these kinds that the offset lies in, nullptr for none.
// Logarithmic. The pointer lives as long as the outline.
const OutlineNode* node_at(const Outline& outline, std::size_t offset,
                           std::initializer_list<OutlineKind> wanted);

}  // namespace tracuu
