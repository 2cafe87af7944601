// Decides which paragraphs of a text stand in which legacy encoding.
//
//   "ngµy 31 th¸ng 12"      2 suspects; as TCVN3 both are syllables, as VNI none
//   "Năm 2020, cà phê …"    wide letters (ă) that no 8-bit code reads as: Unicode as it stands
//
// The evidence is chunks (chunks.h): a suspect that decodes to syllables is a gain, a chunk that
// reads well as it stands and badly decoded is a loss. A paragraph with enough of them decides for
// itself; shorter ones follow what the rest of the text proved. Measured with the program
// tests/text/legacy/reencode_run.cc. Internal to core/text/legacy.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/legacy/repair_kind.h"

namespace tracuu::text::legacy {

// A line, or a piece of one of at most kMaxParagraphBytes.
struct Paragraph {
  std::size_t begin = 0;
  std::size_t end = 0;  // behind its line end
  std::uint32_t suspects = 0;
  std::uint32_t ambiguous = 0;
  std::uint32_t wide = 0;                         // chunks with wide letters
  std::optional<RepairKind> kind = std::nullopt;  // what it is to be decoded from
};
inline constexpr std::size_t kMaxParagraphBytes = 4096;

struct Survey {
  std::vector<Paragraph> paragraphs;
  std::uint64_t suspects = 0;
  std::uint64_t damaged = 0;  // tokens with ĩ ị ơ that are no syllable
  std::uint64_t intact = 0;   // chunks with ó ò ô
};

// Cuts the text into paragraphs and counts. Linear, ≥ 100 MB/s.
Survey survey(std::string_view utf8);

// What decoding some chunks in each way would change.
struct Evidence {
  std::uint32_t suspects = 0;
  std::uint32_t ambiguous = 0;
  std::vector<std::size_t> forms;                           // hashes of different suspects, some
  std::array<std::uint32_t, kDecodedKinds.size()> gains{};  // by index in kDecodedKinds
  std::array<std::uint32_t, kDecodedKinds.size()> losses{};

  std::uint32_t chunks() const { return suspects + ambiguous; }
  std::uint32_t valid(std::size_t kind) const { return gains[kind] + ambiguous - losses[kind]; }
  void add_form(std::size_t form);
  void add(const Evidence& other);
};

// Tries the decoders on chunks, on each spelling once. For one thread at a time.
class Trial {
 public:
  Evidence evidence(std::string_view utf8);

 private:
  // Bit i: decoding as kDecodedKinds[i] gives syllables.
  std::uint8_t valid_kinds(std::string_view chunk);

  std::unordered_map<std::string, std::uint8_t> known_;
};

// Returns the kind, when one makes every chunk of a short text a syllable.
std::optional<RepairKind> decide_short(const Evidence& evidence);

// Sets Paragraph::kind. Returns whether any was set.
bool decide(std::string_view utf8, Survey& survey);

}  // namespace tracuu::text::legacy
