// Under which keys documents are tied to each other, and how the ties that change what is in force
// are kept beside the records.
//
//   «Căn cứ Nghị định số 30/2020/NĐ-CP …»                term XR30/2020/ND-CP in the citing
//   document «… thay thế Quyết định số 12/2019/QĐ-UBND»           XR and XE12/2019/QD-UBND «Căn cứ
//   Luật Thanh niên ngày 16 tháng 6 năm 2020»    XR=luat thanh nien
//
// A tie names its target by key; what the key stands for is decided when it is asked for
// (searcher/graph), so that a document indexed later takes its place without touching the others.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"

namespace tracuu {

// A document is in a row of a table at most so often; further citations are in the record only.
inline constexpr std::size_t kMaxEffectTies = 500;

// A tie that changes what is in force, without the text around it.
struct EffectTie {
  Relation relation = Relation::kAmends;
  std::string key;     // of the target: citation_key()
  std::string type;    // of the target, as the sentence gives it
  std::string date;    // likewise
  std::string agency;  // likewise
  std::string part;    // "Điều 5"; empty: the whole target
  std::string from;    // ISO; empty: when the acting document comes into force
  std::string place;   // where in the acting document: "Điều 3"

  friend bool operator==(const EffectTie&, const EffectTie&) = default;
};

// Returns the key that a citation goes by: of its number, or "=" and the name of a law; empty for
// a reference that has neither.
std::string citation_key(const Citation& citation);

// Returns the keys by which others cite the document: its number's, and a law's name's.
std::vector<std::string> own_keys(const Document& document);

// Whether acts of the type are cited by their names: Luật, Bộ luật, Pháp lệnh, Hiến pháp.
bool is_named_type(std::string_view type);

// Returns the key by which a law is cited by its name; empty for every other type.
std::string name_tie_key(const Document& document);

// Returns the document's own ties that change effect, those that tie two other documents left out.
std::vector<EffectTie> effect_ties(const Document& document);

// The value of kEffectSlot and back. Rows that are none are left out.
std::string encode_effect_ties(const std::vector<EffectTie>& ties);
std::vector<EffectTie> decode_effect_ties(std::string_view value);

}  // namespace tracuu
