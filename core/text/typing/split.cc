#include "core/text/typing/split.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>
#include <string>

#include "core/text/typing/spelling.h"
#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

struct Run {
  std::u32string letters;             // shaped
  std::vector<Tone> tones;            // of each letter
  std::vector<std::uint32_t> offset;  // of each letter, and the end
};

std::optional<Run> read_run(std::string_view text) {
  Run run;
  std::size_t i = 0;
  while (i < text.size()) {
    const Decoded character = decode(text, i);
    const std::optional<LetterParts> parts = take_apart(character.value);
    if (!parts || run.letters.size() == kMaxSplitLetters) return std::nullopt;
    run.letters += parts->letter;
    run.tones.push_back(parts->tone);
    run.offset.push_back(static_cast<std::uint32_t>(i));
    i += character.length;
  }
  run.offset.push_back(static_cast<std::uint32_t>(text.size()));
  return run;
}

// The piece of letters [begin, end) if it is a syllable.
std::optional<SyllablePiece> piece_of(const Run& run, std::size_t begin, std::size_t end) {
  const std::u32string_view letters = std::u32string_view(run.letters).substr(begin, end - begin);
  Tone tone = Tone::kNone;
  bool has_marks = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Tone here = run.tones[i];
    if (here != Tone::kNone && tone != Tone::kNone) return std::nullopt;
    if (here != Tone::kNone) tone = here;
    has_marks = has_marks || here != Tone::kNone || base_of(run.letters[i]) != run.letters[i];
  }
  const bool valid = has_marks ? is_valid_syllable(letters, tone) : is_toneless_spelling(letters);
  if (!valid) return std::nullopt;
  return SyllablePiece{run.offset[begin], run.offset[end], !has_marks};
}

using Borders = std::bitset<kMaxSplitLetters * 4 + 1>;  // by byte: at most four a letter

}  // namespace

std::vector<SyllablePiece> syllable_lattice(std::string_view letters) {
  const std::optional<Run> run = read_run(letters);
  if (!run || letters.empty()) return {};
  const std::size_t count = run->letters.size();
  std::vector<SyllablePiece> pieces;
  Borders reached;
  reached.set(0);
  for (std::size_t begin = 0; begin < count; ++begin) {
    if (!reached.test(run->offset[begin])) continue;
    const std::size_t last = std::min(count, begin + kMaxSyllableLetters);
    for (std::size_t end = begin + 1; end <= last; ++end) {
      const std::optional<SyllablePiece> piece = piece_of(*run, begin, end);
      if (!piece) continue;
      reached.set(piece->end);
      pieces.push_back(*piece);
    }
  }
  Borders leads_to_end;
  leads_to_end.set(letters.size());
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    if (leads_to_end.test(piece->end)) leads_to_end.set(piece->begin);
  }
  std::erase_if(pieces, [&](const SyllablePiece& p) { return !leads_to_end.test(p.end); });
  return pieces;
}

bool can_split(std::string_view letters) {
  const std::vector<SyllablePiece> pieces = syllable_lattice(letters);
  return std::ranges::any_of(
      pieces, [&](const SyllablePiece& p) { return p.begin == 0 && p.end < letters.size(); });
}

}  // namespace tracuu::text
