#include "core/text/legacy/evidence.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "core/text/legacy/chunks.h"
#include "core/text/legacy/cp1252.h"
#include "core/text/legacy/encodings.h"

namespace tracuu::text::legacy {
namespace {

constexpr std::size_t kKinds = kDecodedKinds.size();

// A paragraph with as many chunks decides for itself.
constexpr std::uint32_t kEnough = 8;
// Suspects that outweigh Unicode beside them.
constexpr std::uint32_t kSome = 3;
// Different suspects that one word repeated, or a symbol of some formula, does not make.
constexpr std::size_t kVaried = 4;
// A kind found so many times less than another was found by accident.
constexpr std::uint64_t kAccident = 20;
// Spellings remembered; a language has fewer.
constexpr std::size_t kMostSpellings = 1u << 16;
// One suspect to as many wide chunks is worth a look.
constexpr std::uint32_t kWidePerSuspect = 4;

// End of the paragraph that begins at `begin`.
std::size_t paragraph_end(std::string_view text, std::size_t begin) {
  const std::string_view rest = text.substr(begin, kMaxParagraphBytes);
  const std::size_t line_end = rest.find('\n');
  if (line_end != std::string_view::npos) return begin + line_end + 1;
  if (rest.size() < kMaxParagraphBytes) return text.size();
  const std::size_t blank = rest.rfind(' ');
  if (blank != std::string_view::npos) return begin + blank + 1;
  return std::max(begin + 1, character_border(text, begin + rest.size()));
}

bool is_worth_a_look(const Paragraph& p) {
  return p.suspects >= kSome || (p.suspects != 0 && p.suspects * kWidePerSuspect >= p.wide);
}

// "tÌnh", "TÌnh": what a small letter looks like by another table. TCVN3 has most capitals by its
// fonts only.
bool has_capital_inside(std::string_view utf8) {
  bool is_inside = false;  // a letter stands before this one
  bool has_capital = false;
  bool has_small = false;
  for (std::size_t i = 0; i < utf8.size() && !(has_capital && has_small);) {
    const Decoded d = decode(utf8, i);
    const auto c = static_cast<UChar32>(d.value);
    i += d.length;
    if (u_isalpha(c) == 0) {
      is_inside = has_capital = has_small = false;
      continue;
    }
    has_capital = has_capital || (is_inside && d.length > 1 && u_isupper(c) != 0);
    has_small = has_small || u_islower(c) != 0;
    is_inside = true;
  }
  return has_capital && has_small;
}

std::size_t best_kind(const Evidence& e) {
  std::size_t best = 0;
  for (std::size_t kind = 1; kind < kKinds; ++kind) {
    if (e.valid(kind) > e.valid(best)) best = kind;
  }
  return best;
}

// The rule for text that is long enough: three quarters decode to syllables, a quarter more than
// as it stands, a tenth more than by any other table.
std::optional<RepairKind> decide_long(const Evidence& e) {
  const std::uint32_t n = e.chunks();
  if (n < kEnough || e.forms.size() < kVaried) return std::nullopt;
  const std::size_t best = best_kind(e);
  std::uint32_t second = 0;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    if (kind != best) second = std::max(second, e.valid(kind));
  }
  if (e.valid(best) * 4 < n * 3 || e.gains[best] < e.losses[best] + n / 4 ||
      e.valid(best) < second + n / 10) {
    return std::nullopt;
  }
  return kDecodedKinds[best];
}

struct Candidate {
  std::size_t paragraph = 0;
  Evidence evidence;
};

// What the text as a whole proves.
class Proof {
 public:
  void add(RepairKind kind, std::uint32_t chunks) {
    chunks_[static_cast<std::size_t>(kind)] += chunks;
  }
  bool is_empty() const { return *std::ranges::max_element(chunks_) == 0; }

  // Whether so much of the text is of this kind that it is no accident of some paragraph.
  bool holds(RepairKind kind) const {
    const std::uint64_t chunks = chunks_[static_cast<std::size_t>(kind)];
    return chunks != 0 && chunks * kAccident >= *std::ranges::max_element(chunks_);
  }

  // The proven kind that suits a short paragraph best, when it reads better so.
  std::optional<RepairKind> best_for(const Evidence& e, std::uint32_t wide) const {
    std::optional<std::size_t> best;
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      if (!holds(kDecodedKinds[kind])) continue;
      if (!best || e.valid(kind) > e.valid(*best)) best = kind;
    }
    if (!best || e.gains[*best] <= e.losses[*best]) return std::nullopt;
    const std::uint32_t gains = e.gains[*best];
    if (gains * 2 < e.suspects || (wide != 0 && gains < kSome)) return std::nullopt;
    return kDecodedKinds[*best];
  }

 private:
  std::array<std::uint64_t, kRepairKinds> chunks_{};
};

// Paragraphs that read well both ways follow their neighbours, where these agree.
class Neighbours {
 public:
  Neighbours(std::string_view text, std::vector<Paragraph>& paragraphs, Trial& trial)
      : text_(text), trial_(trial), paragraphs_(paragraphs), behind_(paragraphs.size()) {
    Side side;
    for (std::size_t i = paragraphs.size(); i-- > 0; side = after(side, i)) behind_[i] = side;
  }

  void settle() {
    Side before;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const Side decided = after(before, i);
      Paragraph& p = paragraphs_[i];
      if (p.ambiguous != 0 && p.suspects == 0 && is_open(p)) {
        const std::optional<RepairKind> kind = agreed(before, behind_[i]);
        if (kind && loses_nothing(p, *kind)) p.kind = kind;
      }
      before = decided;
    }
  }

 private:
  struct Side {
    bool is_known = false;
    std::optional<RepairKind> kind;
  };

  // Neither decoded nor Unicode: it says nothing about its neighbours.
  static bool is_open(const Paragraph& p) { return !p.kind && p.wide == 0; }

  Side after(Side side, std::size_t i) const {
    return is_open(paragraphs_[i]) ? side : Side{true, paragraphs_[i].kind};
  }

  static std::optional<RepairKind> agreed(const Side& before, const Side& behind) {
    if (!before.is_known) return behind.kind;
    if (!behind.is_known || before.kind == behind.kind) return before.kind;
    return std::nullopt;
  }

  bool loses_nothing(const Paragraph& p, RepairKind kind) {
    const Evidence e = trial_.evidence(text_.substr(p.begin, p.end - p.begin));
    const auto* const it = std::ranges::find(kDecodedKinds, kind);
    return e.losses[static_cast<std::size_t>(it - kDecodedKinds.begin())] == 0;
  }

  std::string_view text_;
  Trial& trial_;
  std::vector<Paragraph>& paragraphs_;
  std::vector<Side> behind_;
};

// Decides the long paragraphs; the others are pooled into one that may be long enough.
Proof prove(std::vector<Paragraph>& paragraphs, const std::vector<Candidate>& candidates) {
  Proof proof;
  Evidence pool;
  for (const Candidate& candidate : candidates) {
    std::optional<RepairKind>& kind = paragraphs[candidate.paragraph].kind;
    kind = decide_long(candidate.evidence);
    if (kind) {
      proof.add(*kind, candidate.evidence.chunks());
    } else {
      pool.add(candidate.evidence);
    }
  }
  if (!proof.is_empty()) return proof;
  if (const std::optional<RepairKind> kind = decide_long(pool)) proof.add(*kind, pool.chunks());
  if (!proof.is_empty()) return proof;
  const bool is_unicode = std::ranges::any_of(paragraphs, [](auto& p) { return p.wide != 0; });
  if (is_unicode && pool.forms.size() < kSome) return proof;
  if (const std::optional<RepairKind> kind = decide_short(pool)) proof.add(*kind, pool.chunks());
  return proof;
}

}  // namespace

Survey survey(std::string_view utf8) {
  Survey result;
  for (std::size_t begin = 0; begin < utf8.size();) {
    Paragraph p{.begin = begin, .end = paragraph_end(utf8, begin)};
    for_each_chunk(utf8.substr(begin, p.end - begin), [&](const Chunk& chunk) {
      p.suspects += chunk.is_suspect() ? 1 : 0;
      p.ambiguous += chunk.is_ambiguous() ? 1 : 0;
      p.wide += (chunk.flags & kWide) != 0 ? 1 : 0;
      result.damaged += chunk.damaged;
      result.intact += (chunk.flags & kIntact) != 0 ? 1 : 0;
    });
    result.suspects += p.suspects;
    begin = p.end;
    result.paragraphs.push_back(p);
  }
  return result;
}

void Evidence::add_form(std::size_t form) {
  if (forms.size() < kVaried && std::ranges::find(forms, form) == forms.end())
    forms.push_back(form);
}

void Evidence::add(const Evidence& other) {
  for (const std::size_t form : other.forms) add_form(form);
  suspects += other.suspects;
  ambiguous += other.ambiguous;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    gains[kind] += other.gains[kind];
    losses[kind] += other.losses[kind];
  }
}

std::uint8_t Trial::valid_kinds(std::string_view chunk) {
  if (known_.size() >= kMostSpellings) known_.clear();
  const auto [it, is_new] = known_.try_emplace(std::string(chunk), 0);
  const std::optional<std::string> bytes = is_new ? cp1252_bytes(chunk) : std::nullopt;
  if (!bytes) return it->second;
  std::string mojibake;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const std::string decoded = decode_bytes(kDecodedKinds[kind], *bytes);
    if (kDecodedKinds[kind] == RepairKind::kMojibake) mojibake = decoded;
    const bool is_cased = kDecodedKinds[kind] == RepairKind::kTcvn3 || !has_capital_inside(decoded);
    const bool is_same = kDecodedKinds[kind] == RepairKind::kDoubleMojibake && decoded == mojibake;
    if (is_cased && !is_same && reads_as_words(decoded))
      it->second |= static_cast<std::uint8_t>(1u << kind);
  }
  return it->second;
}

Evidence Trial::evidence(std::string_view utf8) {
  Evidence result;
  for_each_chunk(utf8, [&](const Chunk& chunk) {
    const bool is_suspect = chunk.is_suspect();
    if (!is_suspect && !chunk.is_ambiguous()) return;
    const std::string_view text = utf8.substr(chunk.begin, chunk.end - chunk.begin);
    const std::uint8_t valid = valid_kinds(text);
    ++(is_suspect ? result.suspects : result.ambiguous);
    if (is_suspect) result.add_form(std::hash<std::string_view>{}(text));
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      const bool is_valid = (valid >> kind & 1) != 0;
      if (is_suspect && is_valid) ++result.gains[kind];
      if (!is_suspect && !is_valid) ++result.losses[kind];
    }
  });
  return result;
}

std::optional<RepairKind> decide_short(const Evidence& e) {
  if (e.suspects == 0) return std::nullopt;
  const std::size_t best = best_kind(e);
  if (e.valid(best) != e.chunks()) return std::nullopt;
  return kDecodedKinds[best];
}

bool decide(std::string_view utf8, Survey& survey) {
  std::vector<Candidate> candidates;
  Trial trial;
  if (survey.suspects == 0) return false;
  for (std::size_t i = 0; i < survey.paragraphs.size(); ++i) {
    const Paragraph& p = survey.paragraphs[i];
    if (is_worth_a_look(p)) {
      candidates.push_back({i, trial.evidence(utf8.substr(p.begin, p.end - p.begin))});
    }
  }
  if (candidates.empty()) return false;
  const Proof proof = prove(survey.paragraphs, candidates);
  if (proof.is_empty()) return false;
  bool is_any = false;
  for (const Candidate& candidate : candidates) {
    Paragraph& p = survey.paragraphs[candidate.paragraph];
    if (!p.kind || !proof.holds(*p.kind)) p.kind = proof.best_for(candidate.evidence, p.wide);
    is_any |= p.kind.has_value();
  }
  if (is_any) Neighbours(utf8, survey.paragraphs, trial).settle();
  return is_any;
}

}  // namespace tracuu::text::legacy
