// Writes text in the legacy encodings, from the tables that the decoders read: for tests only.
//
//   Encoder(RepairKind::kTcvn3).encode("nghị").bytes == "ngh\xDE"
//
// A letter without a code is written as "_" and left out of `kept`. TCVN3 has toned letters in
// small only; they are written so, and `kept` has them in small.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "core/text/legacy/repair_kind.h"

namespace tracuu::text {

struct Encoded {
  std::string bytes;
  std::string kept;  // the text, in UTF-8, that a right decoder gives
};

class Encoder {
 public:
  explicit Encoder(RepairKind kind);

  // REQUIRES: NFC.
  Encoded encode(std::string_view utf8) const;

 private:
  void append(Encoded& out, char32_t character) const;

  RepairKind kind_;
  std::unordered_map<char32_t, std::string> codes_;
};

}  // namespace tracuu::text
