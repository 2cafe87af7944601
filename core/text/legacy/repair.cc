#include "core/text/legacy/repair.h"

#include <algorithm>
#include <cctype>

#include "core/text/legacy/cp1252.h"
#include "core/text/legacy/evidence.h"
#include "core/text/legacy/rewrite.h"
#include "core/text/legacy/vni_damage.h"
#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

// What one round decoded may prove the next. Text is done after two or three; what goes on changing
// is noise.
constexpr int kMaxRounds = 8;

constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";

void note(std::vector<Repair>& repairs, RepairKind kind, std::size_t paragraphs,
          std::size_t letters) {
  auto it = std::ranges::find(repairs, kind, &Repair::kind);
  if (it == repairs.end()) it = repairs.insert(it, Repair{.kind = kind});
  it->paragraphs += paragraphs;
  it->letters += letters;
}

// Decodes what the survey decided. Returns whether the text changed.
bool decode_paragraphs(RepairedText& result, const legacy::Survey& survey) {
  std::string text;
  text.reserve(result.text.size());
  for (const legacy::Paragraph& p : survey.paragraphs) {
    const auto paragraph = std::string_view(result.text).substr(p.begin, p.end - p.begin);
    if (!p.kind) {
      text += paragraph;
      continue;
    }
    const legacy::Rewritten rewritten = legacy::rewrite(paragraph, *p.kind);
    if (rewritten.text != paragraph) note(result.repairs, *p.kind, 1, rewritten.letters);
    result.is_damaged |= rewritten.is_damaged;
    text += rewritten.text;
  }
  const bool is_changed = text != result.text;
  result.text = std::move(text);
  return is_changed;
}

bool is_letter_byte(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  return byte >= 0x80 || std::isalpha(byte) != 0;
}

// Question marks inside words, more than slips of the keyboard would explain; or U+FFFD in one.
bool has_lost_letters(std::string_view text) {
  constexpr std::size_t kFew = 3;
  constexpr std::size_t kBytesPerSlip = 200;
  std::size_t marks = 0;
  for (std::size_t i = text.find('?', 1); i != std::string_view::npos && i + 1 < text.size();
       i = text.find('?', i + 1)) {
    if (is_letter_byte(text, i - 1) && is_letter_byte(text, i + 1)) ++marks;
  }
  return marks >= kFew && marks * kBytesPerSlip > text.size();
}

enum class LineEncoding { kUtf8, kDamagedUtf8, kOther };

// Characters that a line of Vietnamese may well have; two bytes of an 8-bit encoding that happen
// to be well-formed UTF-8 ("ĐỊNH" in VISCII) give others.
bool is_usual(char32_t c) {
  constexpr char32_t kLatinEnd = 0x250;
  constexpr char32_t kMarks = 0x300;
  constexpr char32_t kMarksEnd = 0x370;
  constexpr char32_t kVietnamese = 0x1E00;
  return c < kLatinEnd || (c >= kMarks && c < kMarksEnd) || c >= kVietnamese;
}

// `is_legacy`: other lines of the file are in another encoding.
LineEncoding encoding_of(std::string_view line, bool is_legacy) {
  std::size_t malformed = 0;
  std::size_t letters = 0;
  std::size_t unusual = 0;
  for (std::size_t i = 0; i < line.size();) {
    const Decoded d = decode(line, i);
    malformed += d.well_formed ? 0 : 1;
    letters += d.length > 1 ? 1 : 0;
    unusual += is_usual(d.value) ? 0 : 1;
    i += d.length;
  }
  if (is_legacy && 2 * unusual > letters - unusual) return LineEncoding::kOther;
  if (malformed == 0) return LineEncoding::kUtf8;
  return letters > 2 * malformed ? LineEncoding::kDamagedUtf8 : LineEncoding::kOther;
}

// The line with U+FFFD for malformed bytes.
void append_damaged(std::string& text, std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const Decoded d = decode(line, i);
    append_utf8(text, d.value);
    i += d.length;
  }
}

template <typename OnLine>
void for_each_line(std::string_view text, OnLine on_line) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    on_line(text.substr(0, end));
    text.remove_prefix(end);
  }
}

}  // namespace

RepairedText repair_document(std::string_view utf8) {
  RepairedText result{.text = std::string(utf8)};
  legacy::Survey survey = legacy::survey(utf8);
  bool is_done = false;
  for (int round = 0; round < kMaxRounds && !is_done; ++round) {
    bool is_changed = legacy::decide(result.text, survey) && decode_paragraphs(result, survey);
    if (is_changed) survey = legacy::survey(result.text);
    if (const std::size_t letters = legacy::repair_vni_damage(result.text, survey); letters != 0) {
      note(result.repairs, RepairKind::kVniDamage, 1, letters);
      survey = legacy::survey(result.text);
      is_changed = true;
    }
    is_done = !is_changed;
  }
  if (!is_done) result = {.text = std::string(utf8)};
  result.is_damaged |=
      result.text.find(kReplacementBytes) != std::string::npos || has_lost_letters(result.text);
  return result;
}

std::string read_bytes(std::string_view bytes) {
  bool is_legacy = false;
  for_each_line(bytes, [&](std::string_view line) {
    is_legacy = is_legacy || encoding_of(line, false) == LineEncoding::kOther;
  });
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 4);
  for_each_line(bytes, [&](std::string_view line) {
    switch (encoding_of(line, is_legacy)) {
      case LineEncoding::kUtf8:
        text += line;
        break;
      case LineEncoding::kDamagedUtf8:
        append_damaged(text, line);
        break;
      case LineEncoding::kOther:
        text += legacy::cp1252_text(line);
        break;
    }
  });
  return text;
}

std::string text_of_cp1252(std::string_view bytes) {
  return legacy::cp1252_text(bytes);
}

RepairedText repair_bytes(std::string_view bytes) {
  return repair_document(read_bytes(bytes));
}

std::optional<RepairedText> repair_short(std::string_view utf8) {
  const legacy::Survey survey = legacy::survey(utf8);
  const bool is_unicode =
      std::ranges::any_of(survey.paragraphs, [](auto& p) { return p.wide != 0; });
  if (is_unicode || survey.suspects == 0) return std::nullopt;
  const std::optional<RepairKind> kind = legacy::decide_short(legacy::Trial().evidence(utf8));
  if (!kind) return std::nullopt;
  legacy::Rewritten rewritten = legacy::rewrite(utf8, *kind);
  if (rewritten.text == utf8) return std::nullopt;
  return RepairedText{.text = std::move(rewritten.text),
                      .repairs = {{*kind, 1, rewritten.letters}},
                      .is_damaged = rewritten.is_damaged};
}

}  // namespace tracuu::text
