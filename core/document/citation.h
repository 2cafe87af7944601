// A reference from one document to another: what is cited, how the two are tied, and where it says
// so.
//
//   «Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về …;»
//     relation kBasedOn, type "Nghị định", number "30/2020/NĐ-CP", date 2020-03-05,
//     agency "Chính phủ", the sentence around it
//   «Điều 3. Quyết định này thay thế Quyết định số 12/2019/QĐ-UBND …»  kReplaces
//   «Bãi bỏ Điều 5 Quyết định số 12/2019/QĐ-UBND»                     kRepeals, part "Điều 5"
//
// The relation reads from the citing document to the cited one. Where the sentence ties two cited
// documents to each other («Luật số 25/2008/QH12 được sửa đổi, bổ sung theo Luật số
// 46/2014/QH13»), the citing document only refers to both, and the later one says of which: subject
// is the acting citation, index into the list, kNoSubject where it is the citing document.
//
// Plain values; found by core/document/citation/find_citations.h.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tracuu {

// Kinds of tie, named as the national database of law names them. DO NOT CHANGE the order: the
// numbers are on disk.
enum class Relation {
  kRefersTo,      // dẫn chiếu
  kBasedOn,       // căn cứ
  kAmends,        // sửa đổi, bổ sung
  kSupplements,   // bổ sung
  kReplaces,      // thay thế
  kRepeals,       // bãi bỏ, hủy bỏ
  kSuspends,      // đình chỉ
  kPauses,        // ngưng hiệu lực
  kGuides,        // hướng dẫn, quy định chi tiết
  kConsolidates,  // hợp nhất
  kCorrects,      // đính chính
  kImplements,    // thực hiện, triển khai
};

inline constexpr std::size_t kNoSubject = static_cast<std::size_t>(-1);

struct Citation {
  Relation relation = Relation::kRefersTo;
  std::string type;  // "Nghị định"; empty when only the number stands there
  std::string number;  // canonical; empty for «Luật Thanh niên», and «01» in «Nghị quyết 01»
  std::string key;     // of the number (core/document/number.h); empty where it is not whole
  std::string date;    // of issue, ISO, as the sentence gives it
  std::string agency;  // as written behind «của»: "Chính phủ"
  std::string name;    // of a law cited by name: "Luật Thanh niên"
  std::string part;    // what of it is meant: "khoản 2 Điều 5"; empty: the whole document
  std::string from;    // ISO: from when the tie works, where the sentence says so

  std::size_t offset = 0;  // of type, number and name; bytes into the body
  std::size_t length = 0;
  std::size_t sentence_offset = 0;
  std::size_t sentence_length = 0;
  std::size_t subject = kNoSubject;  // which citation acts on this one

  friend bool operator==(const Citation&, const Citation&) = default;
};

// Whether the relation changes what is in force: kAmends … kPauses, kCorrects.
constexpr bool changes_effect(Relation relation) {
  return (relation >= Relation::kAmends && relation <= Relation::kPauses) ||
         relation == Relation::kCorrects;
}

// Returns the name for programs: "replaces". Never translated.
std::string_view relation_code(Relation relation);

}  // namespace tracuu
