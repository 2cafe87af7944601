// Puts the headings together: what lies in what, with labels and anchors.
// Internal to core/document/outline.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/document/outline/candidate.h"
#include "core/document/outline/outline.h"
#include "core/document/outline/series.h"

namespace tracuu::outline {

class Builder {
 public:
  Builder(std::string_view body, std::span<const Candidate> candidates, const Series& series);

  Outline run();

 private:
  // Coarse to fine; sections «1.1.1» and deeper have the ranks behind kDottedRank.
  enum Rank : std::uint8_t {
    kAnnexRank,
    kPartRank,
    kChapterRank,
    kSectionRank,
    kSubsectionRank,
    kArticleRank,
    kLetterRank,
    kRomanRank,
    kArabicRank,
    kDottedRank,
    kClauseRank = kDottedRank + 4,
    kPointRank,
    kRanks,
  };

  struct Open {
    std::uint8_t rank = 0;
    std::size_t node = 0;
    std::string section;  // of numbered sections the path: "I.1"
  };

  void read(std::size_t i);
  void read_annex(std::size_t i);
  void read_division(std::size_t i, std::uint8_t rank);
  void read_article(std::size_t i);
  void read_clause(const Candidate& candidate);
  void read_point(const Candidate& candidate);
  void read_section(const Candidate& candidate);
  void read_dotted(const Candidate& candidate);

  bool is_quoted(const Candidate& candidate) const;
  bool begins_series(std::size_t i) const;
  void begin_series_at(std::size_t i);
  bool follows_in_sequence(const Candidate& candidate, std::uint8_t rank) const;
  bool is_in_article() const;
  const Open* innermost(std::uint8_t below) const;

  OutlineNode& push(const Candidate& candidate, std::uint8_t rank, OutlineKind kind);
  void push_clause(const Candidate& candidate, std::string_view number, std::uint32_t order);
  void push_section(const Candidate& candidate, std::uint8_t rank, std::string path);
  void close_to(std::uint8_t rank, std::size_t offset);
  void look_ahead();
  std::string unique(std::string anchor);

  std::string_view body_;
  std::span<const Candidate> candidates_;
  const Series& series_;
  std::vector<std::uint32_t> next_series_;  // of the next own article at or behind a candidate
  std::vector<bool> is_scope_of_articles_;  // whether articles stand in the annex or main text
  Outline nodes_;
  std::vector<Open> open_;
  std::array<std::uint32_t, kRanks> last_{};  // the number read last, in what is open
  std::uint32_t last_arabic_ = 0;             // across sections, where numbers run on
  std::uint32_t current_series_ = 0;
  bool reads_sections_ = false;
  bool has_text_ = false;    // a node that is no annex stood before
  std::string prefix_;       // of anchors
  std::string annex_label_;  // behind labels
  std::unordered_map<std::string, int> anchors_;
};

}  // namespace tracuu::outline
