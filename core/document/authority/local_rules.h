// Which bodies the units of the country have, and whom each answers to. Over name keys.
//
//   «so noi vu», «phong tu phap», «van phong uy ban nhan dan»   the people's committee of the unit
//   «cong an», «cuc thue»                                        stand beside it
//   «toa an nhan dan»                                            the courts, not the unit
//
// Source: Luật Tổ chức chính quyền địa phương in general knowledge; the heads by the names seen in
// portals and news. Internal to core/document/authority.

#pragma once

#include <string_view>

namespace tracuu {

inline constexpr std::string_view kExecutiveBody = "uy ban nhan dan";
inline constexpr std::string_view kAssemblyBody = "hoi dong nhan dan";

// Whether the key begins with the words, and not within one.
bool begins_with_word(std::string_view key, std::string_view word);

// Bodies that only units have: a trailing name is a place even without its type («Sở Y tế Hà Nội»),
// and the hint tells where one without a place is.
bool is_unit_body(std::string_view body);

// Bodies that are local when a unit follows.
bool may_be_local(std::string_view body);

// Parts of a committee of the party: «ban to chuc» of Ban Tổ chức Tỉnh ủy.
bool is_party_part(std::string_view body);

// Who a body of a unit answers to.
enum class Above { kUnit, kExecutive, kAssembly, kCourts, kProcuracy, kFront, kUnions };
Above above(std::string_view body);

// Returns the party's committee of a unit of that type with its marks: "Huyện ủy"; empty for
// communes, which have «Đảng ủy xã».
std::string_view party_committee(std::string_view unit_type);

}  // namespace tracuu
