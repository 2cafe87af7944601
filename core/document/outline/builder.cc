#include "core/document/outline/builder.h"

#include <algorithm>
#include <utility>

#include "core/document/letter_case.h"
#include "core/document/outline/heading_text.h"
#include "core/document/outline/numerals.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu::outline {
namespace {

using std::size_t;

constexpr std::uint32_t kMaxChapterGap = 4;

// «2. Sửa đổi, bổ sung khoản 3 …» is a clause of an amending act, whatever is quoted around it.
bool begins_amendment(std::string_view text) {
  for (const std::string_view verb : {"Sửa đổi", "Bổ sung", "Thay thế", "Bãi bỏ", "Bỏ ", "Thay "}) {
    if (text.starts_with(verb)) return true;
  }
  return false;
}

std::string annex_anchor(const Candidate& c) {
  if (c.is_regulation) {
    std::string key = name_key(c.number);
    std::ranges::replace(key, ' ', '-');
    return key;
  }
  const std::string number = anchor_number(c.number);
  return number.empty() ? "phu-luc" : "phu-luc-" + number;
}

std::string annex_label(const Candidate& c) {
  if (c.is_regulation) return sentence_case(c.number);
  return c.number.empty() ? "Phụ lục" : "Phụ lục " + c.number;
}

struct Name {
  std::string_view label;
  std::string_view anchor;
};

Name name_of(OutlineKind kind) {
  switch (kind) {
    case OutlineKind::kPart:
      return {"Phần ", "phan-"};
    case OutlineKind::kChapter:
      return {"Chương ", "chuong-"};
    case OutlineKind::kSection:
      return {"Mục ", "muc-"};
    case OutlineKind::kSubsection:
      return {"Tiểu mục ", "tieu-muc-"};
    case OutlineKind::kArticle:
      return {"Điều ", "dieu-"};
    case OutlineKind::kClause:
      return {"khoản ", "khoan-"};
    case OutlineKind::kPoint:
      return {"điểm ", "diem-"};
    case OutlineKind::kAnnex:
      break;
  }
  return {"Phụ lục ", "phu-luc-"};
}

std::string joined(std::string_view a, std::string_view b, std::string_view c = {}) {
  std::string out(a);
  out += b;
  out += c;
  return out;
}

}  // namespace

Builder::Builder(std::string_view body, std::span<const Candidate> candidates, const Series& series)
    : body_(body), candidates_(candidates), series_(series) {}

void Builder::look_ahead() {
  next_series_.assign(candidates_.size() + 1, 0);
  for (size_t i = candidates_.size(); i-- > 0;) {
    next_series_[i] = series_.of[i] != 0 ? series_.of[i] : next_series_[i + 1];
  }
}

Outline Builder::run() {
  look_ahead();
  reads_sections_ = next_series_[0] == 0;
  for (size_t i = series_.contents_end; i < candidates_.size(); ++i) {
    if (nodes_.size() == kMaxOutlineNodes) break;
    read(i);
  }
  close_to(0, body_.size());
  return std::move(nodes_);
}

void Builder::read(size_t i) {
  const Candidate& c = candidates_[i];
  switch (c.kind) {
    case OutlineKind::kAnnex:
      return read_annex(i);
    case OutlineKind::kPart:
      return read_division(i, kPartRank);
    case OutlineKind::kChapter:
      return read_division(i, kChapterRank);
    case OutlineKind::kSubsection:
      return read_division(i, kSubsectionRank);
    case OutlineKind::kArticle:
      return read_article(i);
    case OutlineKind::kClause:
      return is_in_article() ? read_clause(c) : read_section(c);
    case OutlineKind::kPoint:
      return read_point(c);
    case OutlineKind::kSection:
      if (c.style == NumberStyle::kWord) return read_division(i, kSectionRank);
      return c.style == NumberStyle::kDotted ? read_dotted(c) : read_section(c);
  }
}

bool Builder::is_quoted(const Candidate& candidate) const {
  return candidate.quoting != Quoting::kNone;
}

// Whether the articles that follow begin again at 1.
bool Builder::begins_series(size_t i) const {
  return next_series_[i] != 0 && next_series_[i] != current_series_;
}

bool Builder::is_in_article() const {
  return std::ranges::any_of(open_, [](const Open& o) { return o.rank == kArticleRank; });
}

const Builder::Open* Builder::innermost(std::uint8_t below) const {
  for (size_t k = open_.size(); k-- > 0;) {
    if (open_[k].rank < below) return &open_[k];
  }
  return nullptr;
}

void Builder::close_to(std::uint8_t rank, size_t offset) {
  while (!open_.empty() && open_.back().rank >= rank) {
    OutlineNode& node = nodes_[open_.back().node];
    node.length = offset - node.offset;
    open_.pop_back();
  }
}

std::string Builder::unique(std::string anchor) {
  const int count = ++anchors_[anchor];
  if (count == 1) return anchor;
  return unique(joined(anchor, "-", std::to_string(count)));
}

OutlineNode& Builder::push(const Candidate& candidate, std::uint8_t rank, OutlineKind kind) {
  close_to(rank, candidate.offset);
  OutlineNode node;
  node.kind = kind;
  node.number = candidate.number;
  node.offset = candidate.offset;
  if (!open_.empty()) node.parent = open_.back().node;
  open_.push_back({rank, nodes_.size(), {}});
  last_[rank] = candidate.order;
  std::fill(last_.begin() + rank + 1, last_.end(), 0);
  has_text_ |= rank != kAnnexRank;
  nodes_.push_back(std::move(node));
  if (kind != OutlineKind::kClause && kind != OutlineKind::kPoint) {
    const HeadingText heading = heading_text(body_, candidate);
    nodes_.back().heading_offset = heading.offset;
    nodes_.back().heading_length = heading.length;
  }
  return nodes_.back();
}

void Builder::read_annex(size_t i) {
  const Candidate& c = candidates_[i];
  if (is_quoted(c)) return;
  // A line «Phụ lục I: …» between two articles of one series is an item of a list.
  const bool is_behind_articles = current_series_ != 0;
  if (next_series_[i] != 0 && !begins_series(i)) return;
  if (!is_behind_articles && next_series_[i] != 0 && !c.is_regulation) return;
  prefix_.clear();
  annex_label_.clear();
  const bool stands_first = !has_text_;
  OutlineNode& node = push(c, kAnnexRank, OutlineKind::kAnnex);
  if (c.is_regulation) node.number.clear();
  node.label = annex_label(c);
  node.anchor = unique(annex_anchor(c));
  if (!stands_first) {
    prefix_ = node.anchor + "-";
    annex_label_ = " " + node.label;
  }
  last_arabic_ = 0;
  current_series_ = next_series_[i];
  reads_sections_ = c.is_regulation && next_series_[i] == 0;
}

// Where articles begin again without an annex.
void Builder::begin_series_at(size_t i) {
  if (!begins_series(i)) return;
  const bool is_first = current_series_ == 0;
  current_series_ = next_series_[i];
  if (is_first && prefix_.empty()) return;
  close_to(kPartRank, candidates_[i].offset);
  std::ranges::fill(last_, 0);
  prefix_ = joined("van-ban-", std::to_string(current_series_), "-");
}

void Builder::read_division(size_t i, std::uint8_t rank) {
  const Candidate& c = candidates_[i];
  if (is_quoted(c)) return;
  if (c.order == kOrderStep && rank <= kChapterRank) begin_series_at(i);
  const std::uint32_t last = last_[rank];
  if (c.order <= last || c.order > last + kMaxChapterGap * kOrderStep) return;
  OutlineNode& node = push(c, rank, c.kind);
  const Name name = name_of(c.kind);
  const OutlineNode* parent = node.parent == kNoParent ? nullptr : &nodes_[node.parent];
  const bool is_within =
      parent != nullptr && rank >= kSectionRank && parent->kind != OutlineKind::kAnnex;
  const std::string own = joined(name.anchor, anchor_number(c.number));
  std::string anchor = is_within ? joined(parent->anchor, "-", own) : prefix_ + own;
  // Chapters may begin again in each part.
  if (anchors_.contains(anchor) && parent != nullptr) anchor = joined(parent->anchor, "-", own);
  node.label = joined(name.label, c.number);
  node.label += is_within ? " " + parent->label : annex_label_;
  node.anchor = unique(std::move(anchor));
}

void Builder::read_article(size_t i) {
  if (series_.of[i] == 0) return;
  const Candidate& c = candidates_[i];
  begin_series_at(i);
  OutlineNode& node = push(c, kArticleRank, OutlineKind::kArticle);
  node.label = joined("Điều ", c.number, annex_label_);
  node.anchor = unique(joined(prefix_, "dieu-", anchor_number(c.number)));
}

bool Builder::follows_in_sequence(const Candidate& c, std::uint8_t rank) const {
  const std::uint32_t last = last_[rank];
  if (last == 0) return c.order / kOrderStep == 1;
  if (c.order > last && c.order <= (last / kOrderStep + 1) * kOrderStep) return true;
  // One number may be lost.
  return c.follows_stop && c.order == (last / kOrderStep + 2) * kOrderStep;
}

void Builder::push_clause(const Candidate& c, std::string_view number, std::uint32_t order) {
  OutlineNode& node = push(c, kClauseRank, OutlineKind::kClause);
  const OutlineNode& parent = nodes_[node.parent];
  node.number = number;
  last_[kClauseRank] = order;
  node.label = joined("khoản ", number, " " + parent.label);
  node.anchor = joined(parent.anchor, "-khoan-", anchor_number(number));
}

void Builder::read_clause(const Candidate& c) {
  if (c.quoting == Quoting::kSure || !follows_in_sequence(c, kClauseRank)) return;
  if (is_quoted(c) && !begins_amendment(body_.substr(c.text_offset))) return;
  push_clause(c, c.number, c.order);
}

void Builder::read_point(const Candidate& c) {
  if (is_quoted(c) || !follows_in_sequence(c, kPointRank)) return;
  const Open* in = innermost(kPointRank);
  if (in == nullptr || in->rank < kArticleRank) return;
  OutlineNode& node = push(c, kPointRank, OutlineKind::kPoint);
  const OutlineNode& parent = nodes_[node.parent];
  node.label = joined("điểm ", c.number, " " + parent.label);
  node.anchor = joined(parent.anchor, "-diem-", anchor_number(c.number));
}

void Builder::push_section(const Candidate& c, std::uint8_t rank, std::string path) {
  OutlineNode& node = push(c, rank, OutlineKind::kSection);
  node.label = joined("Mục ", path, annex_label_);
  node.anchor = unique(joined(prefix_, "muc-", anchor_number(path)));
  open_.back().section = std::move(path);
}

void Builder::read_section(const Candidate& c) {
  if (!reads_sections_ || is_quoted(c)) return;
  const std::uint8_t rank = c.style == NumberStyle::kLetter  ? kLetterRank
                            : c.style == NumberStyle::kRoman ? kRomanRank
                                                             : kArabicRank;
  const bool runs_on = rank == kArabicRank && last_[rank] == 0 && last_arabic_ > 0 &&
                       c.order == last_arabic_ + kOrderStep;
  if (!runs_on && !follows_in_sequence(c, rank)) return;
  if (rank == kArabicRank) last_arabic_ = c.order;
  const Open* in = innermost(rank);
  const bool is_nested = in != nullptr && !in->section.empty();
  push_section(c, rank, is_nested ? joined(in->section, ".", c.number) : c.number);
}

void Builder::read_dotted(const Candidate& c) {
  const size_t last_dot = c.number.rfind('.');
  const std::string_view before = std::string_view(c.number).substr(0, last_dot);
  if (is_in_article()) {
    // «2.4 Người …» in a consolidated text: khoản 2 with the mark of footnote 4.
    const std::uint32_t next = (last_[kClauseRank] / kOrderStep + 1) * kOrderStep;
    const bool is_next = before == std::to_string(next / kOrderStep) && c.order > kOrderStep;
    if (is_next && !is_quoted(c)) push_clause(c, before, next);
    return;
  }
  if (!reads_sections_ || is_quoted(c)) return;
  const auto dots = static_cast<std::uint8_t>(std::ranges::count(c.number, '.'));
  const auto rank =
      std::min<std::uint8_t>(static_cast<std::uint8_t>(kDottedRank + dots - 1), kClauseRank - 1);
  const Open* in = innermost(rank);
  if (in == nullptr || in->section.empty() || !follows_in_sequence(c, rank)) return;
  const std::string& number = nodes_[in->node].number;
  if (number == before) {
    const std::string_view base =
        std::string_view(in->section).substr(0, in->section.size() - before.size());
    push_section(c, rank, joined(base, c.number));
  } else if (const Numeral roman = read_roman(number);
             in->rank == kRomanRank && before == std::to_string(roman.value)) {
    push_section(c, rank,
                 joined(in->section, ".", std::string_view(c.number).substr(last_dot + 1)));
  }
}

}  // namespace tracuu::outline
