// When two documents are copies of each other, and which of them to show.
//
// A decision is met several times: signed and as a draft, as the gazette printed it, in full on one
// site and as a line of a register on another. Two documents that both carry a number are told
// apart by it, whatever their texts:
//
//   749/QĐ-TTg, Thủ tướng Chính phủ, 2020-06-03   twice                         one act: copies
//   15/2020/NĐ-CP, Chính phủ   twice, one date not known                        one act: copies
//   17/QĐ-UBND, UBND tỉnh A, 2020-01-05   and   18/QĐ-UBND, the same form      never copies
//   17/QĐ-UBND of another year, or of another province                         never copies
//   a draft without a number   and   17/QĐ-UBND with nearly the same text      copies by the text
//
// Limits: where neither carries a number, decisions of one form for two persons look like one text
// mistyped; only agency and date can tell them apart then.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/document/copies/sketch.h"
#include "core/document/document.h"

namespace tracuu {

// What tells an act from every other one. Empty: not known.
struct ActKeys {
  std::string number;     // number_key()
  std::string agency;     // agency_key()
  std::string type;       // name_key()
  std::int32_t date = 0;  // yyyymmdd
  bool is_draft = false;

  friend bool operator==(const ActKeys&, const ActKeys&) = default;
};

enum class SameAct { kYes, kNo, kUnknown };

// How good a copy is.
struct CopyQuality {
  bool is_draft = false;
  bool is_signed = false;    // the signer is known
  std::uint32_t length = 0;  // bytes of the body

  friend bool operator==(const CopyQuality&, const CopyQuality&) = default;
};

struct CopyTraits {
  ActKeys act;
  CopyQuality quality;
  Sketch sketch;  // empty: not known
};

// Returns what the fields of a document say; the sketch is added by the caller.
CopyTraits copy_traits(const Document& document);

// Returns whether the two are one act, as far as their fields tell. Symmetric.
SameAct compare_acts(const ActKeys& a, const ActKeys& b);

// Whether the two are copies: one act by their fields, or, where these do not tell, one text.
// Symmetric, not transitive.
bool are_copies(const CopyTraits& a, const CopyTraits& b);

// Returns the index of the copy to show: no draft if possible, the full text rather than an extract
// or a line of a register, signed if possible, else the first. REQUIRES: there is a copy.
std::size_t best_copy(std::span<const CopyQuality> copies);

// Returns the bytes of a value slot: "ds12345", for a draft that is signed, of 12,345 bytes; each
// letter only if it is so.
std::string encode_traits(const CopyQuality& quality);

// Returns the quality, nothing for bytes that are none.
std::optional<CopyQuality> decode_traits(std::string_view bytes);

// Returns the bytes of a value slot with all that tells copies: the keys of the act, a line each,
// the quality as above, the sketch. None where nothing could tell that it is a copy.
std::string encode_copy(const CopyTraits& traits);

// Returns the traits; what is missing in the bytes is not known.
CopyTraits decode_copy(std::string_view bytes);

}  // namespace tracuu
