// Reads text that was typed with the input method switched off.
//
//   Telex  "nghij quyeets"      VNI  "nghi5 quye6t1"      VIQR  "nghi. quye^'t"      nghị quyết
//
// Keys may come in any order that the input methods accept: quyeets, quyeest, quyetes. What
// decodes must be a syllable that the grammar allows; nothing else is ever decoded. A word alone
// proves little ("test" is tét, "ban2" is bàn or "ban 2"), so read_raw_typing judges a whole query.
//
// The keys are UniKey's (ukengine/inputproc.cpp); tests/data/domain/typing_pairs.tsv has the cases.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::text {

enum class InputMethod : unsigned char { kTelex, kVni, kViqr };

// No syllable needs more keys; longer tokens are not decoded.
inline constexpr std::size_t kMaxRawBytes = 24;

struct RawSyllable {
  std::string text;        // NFC, old-style tone place, capitals as typed: "Đảng"
  std::string trailing;    // VIQR only: punctuation behind it, the '?' of "ho?i?"
  bool uses_keys = false;  // false: no key of the method acted; "tin" in Telex
};

// Returns the syllable that the token's keys spell; nothing when they spell none ("for", "loss",
// "phap": a stop coda without its tone). Safe from any thread. Cost: about a microsecond.
std::optional<RawSyllable> decode_raw(std::string_view token, InputMethod method);

struct RawToken {
  std::string text;        // replaces the whole token, outer punctuation kept; empty: as typed
  bool ambiguous = false;  // an ordinary reading as likely ("too", "ban2"): search both
};

struct RawReading {
  std::optional<InputMethod> method;  // nothing: the query is to be searched as typed
  std::vector<RawToken> tokens;       // one for each token of the query when there is a method
};

// Decides whether a query was typed raw. `tokens` are its words as blanks divide them. Each word
// is evidence for or against a method: "quyeets" strong, "cos" weak, "tin" slightly against,
// "quyet" (marks are missing) strongly against, English words next to nothing; a query is raw when
// some word is strong and the sum is for it. A Vietnamese mark anywhere means that the input
// method was on. Cost: a few microseconds a token.
RawReading read_raw_typing(std::span<const std::string_view> tokens);

}  // namespace tracuu::text
