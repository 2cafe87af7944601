#include "core/text/legacy/rewrite.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/text/legacy/capitals.h"
#include "core/text/legacy/chunks.h"
#include "core/text/legacy/cp1252.h"
#include "core/text/legacy/encodings.h"

namespace tracuu::text::legacy {
namespace {

struct Piece {
  std::size_t begin = 0;  // of the chunk, in the paragraph
  std::size_t end = 0;
  std::uint8_t flags = 0;
  bool is_suspect = false;
  bool is_decoded = false;
  std::string bytes;  // empty when the chunk cannot be read as bytes
  std::string text;   // decoded
};

// A combining mark that found no vowel, as when "m²" is read as TCVN3: it was no letter.
bool has_loose_mark(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded d = decode(utf8, i);
    if (d.value >= 0x0300 && d.value < 0x0370) return true;
    i += d.length;
  }
  return false;
}

std::vector<Piece> cut(std::string_view paragraph, RepairKind kind) {
  std::vector<Piece> pieces;
  for_each_chunk(paragraph, [&](const Chunk& chunk) {
    Piece piece;
    piece.begin = chunk.begin;
    piece.end = chunk.end;
    piece.flags = chunk.flags;
    piece.is_suspect = chunk.is_suspect();
    if (chunk.is_coded()) {
      if (auto bytes = cp1252_bytes(paragraph.substr(chunk.begin, chunk.end - chunk.begin))) {
        piece.text = decode_bytes(kind, *bytes);
        if (!has_loose_mark(piece.text)) piece.bytes = std::move(*bytes);
      }
    }
    pieces.push_back(std::move(piece));
  });
  return pieces;
}

// Nothing when the chunk reads well both ways or neither.
std::optional<bool> proves_legacy(const Piece& piece) {
  if ((piece.flags & kWide) != 0) return false;
  if (piece.bytes.empty()) return std::nullopt;
  const bool is_valid = reads_as_words(piece.text);
  if (piece.is_suspect == is_valid) return is_valid;
  return std::nullopt;
}

// In a paragraph that is partly Unicode a chunk that reads well both ways is decoded only between
// two that must be.
void choose(std::vector<Piece>& pieces) {
  const bool is_mixed =
      std::ranges::any_of(pieces, [](const Piece& p) { return (p.flags & kWide) != 0; });
  std::vector<std::optional<bool>> proofs;
  proofs.reserve(pieces.size());
  for (const Piece& piece : pieces) proofs.push_back(is_mixed ? proves_legacy(piece) : true);
  std::vector<bool> behind(pieces.size());
  bool is_legacy = true;
  for (std::size_t i = pieces.size(); i-- > 0;) {
    is_legacy = proofs[i].value_or(is_legacy);
    behind[i] = is_legacy;
  }
  is_legacy = true;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    is_legacy = proofs[i].value_or(is_legacy);
    pieces[i].is_decoded = is_legacy && behind[i] && !pieces[i].bytes.empty();
  }
}

// A word, or what stands between two, of one chunk read as TCVN3.
struct Part {
  std::size_t piece = 0;
  std::string_view bytes;
  bool is_word = false;
};

bool is_word_byte(char byte) {
  const std::string text = decode_bytes(RepairKind::kTcvn3, std::string_view(&byte, 1));
  const LetterKind kind = LetterTable::instance()[decode(text, 0).value].kind;
  return kind != LetterKind::kBreak && kind != LetterKind::kInvisible;
}

void add_parts(std::vector<Part>& parts, std::size_t piece, std::string_view bytes) {
  while (!bytes.empty()) {
    const bool is_word = is_word_byte(bytes.front());
    std::size_t end = 1;
    while (end < bytes.size() && is_word_byte(bytes[end]) == is_word) ++end;
    parts.push_back({piece, bytes.substr(0, end), is_word});
    bytes.remove_prefix(end);
  }
}

void restore_capitals(std::string_view paragraph, std::vector<Piece>& pieces) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    add_parts(parts, i,
              piece.is_decoded ? std::string_view(piece.bytes)
                               : paragraph.substr(piece.begin, piece.end - piece.begin));
  }
  std::vector<WordCase> cases;
  for (const Part& part : parts) {
    const bool is_read = part.is_word && (pieces[part.piece].flags & kWide) == 0;
    cases.push_back(is_read ? word_case(part.bytes) : WordCase::kEither);
  }
  settle_cases(cases);
  for (Piece& piece : pieces) {
    if (piece.is_decoded) piece.text.clear();
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Piece& piece = pieces[parts[i].piece];
    if (!piece.is_decoded) continue;
    const std::string text = decode_bytes(RepairKind::kTcvn3, parts[i].bytes);
    piece.text += parts[i].is_word && cases[i] == WordCase::kCapitals ? upper_case(text) : text;
  }
}

// The plain blank that the A0 of à (C3 A0) became: "vÃ bÃ n giao" was "và bàn giao". It goes where
// that makes one syllable of what stands around it.
void drop_lost_blanks(std::string_view paragraph, std::vector<Piece>& pieces) {
  constexpr char kLead = '\xC3';
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    const Piece& next = pieces[i + 1];
    if (!piece.is_decoded || piece.bytes.back() != kLead || paragraph[piece.end] != ' ' ||
        next.begin != piece.end + 1) {
      continue;
    }
    const std::string_view as_it_stands = paragraph.substr(next.begin, next.end - next.begin);
    const std::string_view rest = next.is_decoded ? std::string_view(next.text) : as_it_stands;
    if (reads_as_words(piece.text + std::string(rest))) ++piece.end;
  }
}

// Lead bytes of UTF-8 letters that lost what followed them: "Ä áº£ng" was "Đảng".
bool has_lost_bytes(std::string_view text) {
  constexpr auto kLeads = std::to_array<std::string_view>({"Ä", "Æ", "áº", "á»"});
  return std::ranges::any_of(
      kLeads, [&](std::string_view lead) { return text.find(lead) != std::string_view::npos; });
}

}  // namespace

Rewritten rewrite(std::string_view paragraph, RepairKind kind) {
  std::vector<Piece> pieces = cut(paragraph, kind);
  choose(pieces);
  if (kind == RepairKind::kTcvn3) restore_capitals(paragraph, pieces);
  if (kind == RepairKind::kMojibake) drop_lost_blanks(paragraph, pieces);
  const bool is_mojibake = kind == RepairKind::kMojibake || kind == RepairKind::kDoubleMojibake;
  Rewritten result;
  std::size_t done = 0;
  for (const Piece& piece : pieces) {
    if (!piece.is_decoded) continue;
    result.text.append(paragraph, done, piece.begin - done).append(piece.text);
    done = piece.end;
    result.letters += static_cast<std::size_t>(std::ranges::count_if(
        piece.text, [](char c) { return static_cast<std::uint8_t>(c) >= 0xC0; }));
    result.is_damaged |= is_mojibake && has_lost_bytes(piece.text);
  }
  result.text.append(paragraph.substr(done));
  return result;
}

}  // namespace tracuu::text::legacy
