#include "core/document/head.h"

#include <algorithm>
#include <array>

#include "core/document/agency.h"
#include "core/document/composed_text.h"
#include "core/document/doctype.h"
#include "core/document/head_builder.h"
#include "core/document/head_cells.h"
#include "core/document/head_effect.h"
#include "core/document/head_elements.h"
#include "core/document/head_elsewhere.h"
#include "core/document/head_foot.h"
#include "core/document/head_marks.h"
#include "core/document/letter_case.h"
#include "core/document/portal_table.h"

namespace tracuu {
namespace {

using Kind = HeadCell::Kind;

constexpr std::string_view kLetter = "Công văn";
constexpr std::string_view kConsolidated = "Văn bản hợp nhất";
constexpr std::string_view kConsolidatedSymbol = "VBHN";

bool has(HeadCells cells, Kind kind) {
  return std::ranges::any_of(cells, [&](const HeadCell& cell) { return cell.kind == kind; });
}

// The cells before the recitals.
HeadCells before_recitals(HeadCells cells) {
  const auto end = std::ranges::find(cells, Kind::kRecital, &HeadCell::kind);
  return cells.first(static_cast<std::size_t>(end - cells.begin()));
}

// The elements, and where in the cells they stand.
struct Layout {
  std::optional<HeadNumber> number;
  std::optional<HeadType> type;
  std::size_t letter_subject = 0;
  bool is_administrative = false;
};

// The heading may be all there is of a head, when recitals follow it: «NGHỊ ĐỊNH / Quy định … / Căn
// cứ Luật …».
bool is_bare_heading(const Layout& layout, bool has_recitals) {
  constexpr std::size_t kMaxCellsBefore = 2;
  return has_recitals && layout.type && layout.type->cell <= kMaxCellsBefore;
}

Layout layout_of(HeadCells cells, bool has_recitals) {
  Layout layout;
  layout.number = find_head_number(cells);
  layout.type = find_head_type(cells);
  layout.letter_subject = find_letter_subject(cells);
  const bool has_letter = layout.letter_subject < cells.size();
  layout.is_administrative = has(cells, Kind::kMotto) || has(cells, Kind::kParty) ||
                             (layout.number && (layout.type || has_letter)) ||
                             is_bare_heading(layout, has_recitals);
  return layout;
}

// Where the block of the agency ends: at the number or the heading, whichever comes first.
std::size_t agency_end(HeadCells cells, const Layout& layout) {
  std::size_t end = std::min(cells.size(), layout.letter_subject);
  if (layout.number) end = std::min(end, layout.number->cell);
  if (layout.type) end = std::min(end, layout.type->cell);
  return end;
}

HeadValue subject_of(HeadCells cells, const Layout& layout) {
  if (layout.letter_subject < cells.size()) return read_subject(cells, layout.letter_subject);
  if (!layout.type) return {};
  const HeadType& type = *layout.type;
  HeadValue behind = read_subject(cells, type.next);
  if (type.rest.empty()) return behind;
  HeadValue whole{std::string(type.rest), type.rest};
  if (behind.empty()) return whole;
  whole.value += " " + behind.value;
  whole.where = covering(whole.where, behind.where);
  return whole;
}

// Reads a body that begins with a head, or with the text of a law alone.
class HeadReader {
 public:
  HeadReader(std::string_view body, std::size_t begin, HeadBuilder& builder)
      : text_(body.substr(begin)), begin_(begin), builder_(builder) {}

  void read() {
    if (!may_have_head(text_)) return read_bare_law();
    all_ = head_cells(text_);
    const HeadCells all(all_);
    cells_ = before_recitals(all);
    const bool has_recitals = all.size() > cells_.size();
    layout_ = layout_of(cells_, has_recitals);
    if (!layout_.number) continued_ = read_continued(cells_);
    if (!continued_.number.empty()) layout_.is_administrative = true;
    Head& head = builder_.head();
    if (!layout_.is_administrative) return read_bare_law();
    head.is_administrative = true;
    if (has_recitals) {
      head.length =
          begin_ + static_cast<std::size_t>(all[cells_.size()].text.data() - text_.data());
    }
    read_all();
  }

 private:
  // «Điều 1. …» at once: the text of a law without its head.
  void read_bare_law() {
    static constexpr std::array kBeginnings =
        std::to_array<std::string_view>({"Điều ", "Chương ", "CHƯƠNG "});
    const std::string_view text = trimmed_cell(text_);
    for (const std::string_view word : kBeginnings) {
      if (!text.starts_with(word) || text.size() == word.size()) continue;
      constexpr std::string_view kNumerals = "0123456789IVX";
      if (kNumerals.find(text[word.size()]) != std::string_view::npos) read_closing(text_, {});
    }
  }

  void read_all() {
    const bool is_made_of_others = read_consolidated();
    if (!is_made_of_others) read_own_head();
    read_common();
    const Foot foot = read_foot(text_);
    read_signers(foot);
    if (!is_made_of_others) {
      builder_.put(fields::kDate, rules::kFootDate, foot.date);
      read_elsewhere(foot);
      read_closing(text_.substr(0, foot.offset), builder_.head().type);
    }
  }

  // A consolidated text is a document of its own; what its head says is of the text it was made
  // from, unless its number is its own. Returns whether the head is not the document's.
  bool read_consolidated() {
    const bool has_own_number =
        layout_.number && layout_.number->number.type == kConsolidatedSymbol;
    const bool is_marked = is_consolidated(all_, layout_.number.has_value());
    const Certificate certificate =
        layout_.number && !is_marked ? Certificate{} : read_certificate(text_);
    if (!certificate.is_certified && !has_own_number && !is_marked) return false;
    const std::string_view where =
        layout_.type ? cells_[layout_.type->cell].text : text_.substr(0, 0);
    builder_.put(fields::kType, rules::kHeadConsolidated, {std::string(kConsolidated), where});
    if (has_own_number) return false;
    builder_.put(fields::kNumber, rules::kCertificate, certificate.number);
    builder_.put(fields::kDate, rules::kCertificate, certificate.date);
    builder_.put(fields::kPlace, rules::kCertificate, certificate.place);
    builder_.put(fields::kAgency, rules::kCertificate, certificate.agency);
    builder_.put(fields::kAgency, rules::kHeadConsolidated, consolidating_agency(cells_));
    return true;
  }

  void read_own_head() {
    put_reference(continued_, rules::kHeadContinued);
    if (layout_.number) {
      builder_.put(fields::kNumber, rules::kHeadNumber,
                   {layout_.number->number.canonical, layout_.number->where});
    }
    read_type();
    const HeadDate date = find_head_date(layout_.type ? cells_.first(layout_.type->cell) : cells_);
    builder_.put(fields::kDate, rules::kHeadDate, date.date);
    builder_.put(fields::kPlace, rules::kHeadDate, date.place);
    builder_.put(fields::kAgency, rules::kHeadAgency,
                 find_head_agency(cells_, agency_end(cells_, layout_)));
  }

  void read_type() {
    if (layout_.type) {
      const std::string_view first = cells_[layout_.type->cell].text;
      const std::string_view last = cells_[layout_.type->next - 1].text;
      builder_.put(fields::kType, rules::kHeadType, {layout_.type->name, covering(first, last)});
      return;
    }
    const bool has_letter = layout_.letter_subject < cells_.size();
    if (has_letter) {
      builder_.put(fields::kType, rules::kHeadLetter,
                   {std::string(kLetter), cells_[layout_.letter_subject].text});
    }
    if (!layout_.number) return;
    const DocumentNumber& number = layout_.number->number;
    if (number.type.empty() && !number.unit.empty()) {
      builder_.put(fields::kType, rules::kHeadSymbol,
                   {std::string(kLetter), layout_.number->where});
    } else if (const DocumentType* type = document_types().find_symbol(number.type)) {
      builder_.put(fields::kType, rules::kHeadSymbol, {type->name, layout_.number->where});
    }
  }

  void read_common() {
    builder_.put(fields::kSubject, rules::kHeadSubject, subject_of(cells_, layout_));
    const std::size_t end = layout_.type ? layout_.type->cell : cells_.size();
    const HeadMarks marks = find_head_marks(cells_.first(end));
    builder_.put(fields::kSecrecy, rules::kHeadMark, marks.secrecy);
    builder_.put(fields::kUrgency, rules::kHeadMark, marks.urgency);
    if (marks.draft.empty()) return;
    builder_.head().is_draft = true;
    builder_.witness("is_draft", rules::kHeadMark, marks.draft.where);
  }

  void read_signers(const Foot& foot) {
    if (foot.signers.empty()) return;
    const Signer& first = foot.signers.front();
    builder_.put(fields::kSigner, rules::kFootSignature, first.name);
    builder_.put(fields::kSignerTitle, rules::kFootSignature, {first.title, first.name.where});
    builder_.put(fields::kSignerCapacity, rules::kFootSignature,
                 {first.capacity, first.name.where});
    for (std::size_t i = 1; i < foot.signers.size(); ++i) {
      builder_.head().other_signers.push_back({foot.signers[i].name.value, foot.signers[i].title});
    }
  }

  // Looks for what the head lacks.
  void read_elsewhere(const Foot& foot) {
    const Head& head = builder_.head();
    if (head.number.empty()) {
      put_reference(find_displaced_head(text_.substr(0, foot.offset), head.type),
                    rules::kHeadDisplaced);
    }
    if (head.number.empty() && foot.offset < text_.size()) {
      put_reference(find_annex_reference(text_.substr(foot.offset), head.type), rules::kAnnex);
    }
    if (head.agency.empty()) {
      builder_.put(fields::kAgency, rules::kEnacting, find_enacting_agency(text_, head.type));
    }
    builder_.put(fields::kAgency, rules::kHeadType, lawmaker());
    if (head.agency.empty() && layout_.number && layout_.number->number.organs.size() == 1) {
      const Agency* agency = agency_names().find_code(layout_.number->number.organs.front());
      if (agency != nullptr) {
        builder_.put(fields::kAgency, rules::kHeadSymbol, {agency->name, layout_.number->where});
      }
    }
    if (head.date.empty()) {
      builder_.put(fields::kDate, rules::kClosingPassed,
                   passing_date(text_.substr(0, foot.offset)));
    }
    if (head.signer.empty() || head.date.empty()) {
      const Stamp stamp = read_stamp(text_);
      builder_.put(fields::kSigner, rules::kStamp, stamp.signer);
      builder_.put(fields::kDate, rules::kStamp, stamp.date);
    }
  }

  // Laws are passed by one body only, whatever number the act that promulgates them has.
  HeadValue lawmaker() const {
    if (!layout_.type) return {};
    const std::string& type = layout_.type->name;
    const std::string_view where = cells_[layout_.type->cell].text;
    if (type == "Luật" || type == "Bộ luật") return {"Quốc hội", where};
    return type == "Pháp lệnh" ? HeadValue{"Ủy ban Thường vụ Quốc hội", where} : HeadValue{};
  }

  void put_reference(const HeadReference& reference, std::string_view rule) {
    builder_.put(fields::kNumber, rule, reference.number);
    builder_.put(fields::kType, rule, reference.type);
    builder_.put(fields::kDate, rule, reference.date);
    builder_.put(fields::kPlace, rule, reference.place);
    builder_.put(fields::kAgency, rule, reference.agency);
  }

  HeadValue passing_date(std::string_view text) const {
    return find_passing_date(text, builder_.head().type);
  }

  void read_closing(std::string_view text, std::string_view type) {
    const Effect effect = read_effect(text, type);
    if (effect.is_from_passing) {
      builder_.put(fields::kEffective, rules::kClosingDate, passing_date(text));
    }
    builder_.put(fields::kEffective, rules::kClosingDate, effect.from);
    builder_.put(fields::kExpires, rules::kClosingDate, effect.until);
    if (!effect.days_after_signing) return;
    Head& head = builder_.head();
    head.effective_days = *effect.days_after_signing;
    const auto issued = parse_iso(head.date);
    if (!issued) return;
    builder_.put(fields::kEffective, rules::kClosingSigning,
                 {to_iso(plus_days(*issued, head.effective_days)), effect.where});
  }

  std::string_view text_;
  std::size_t begin_;
  HeadBuilder& builder_;
  std::vector<HeadCell> all_;
  HeadCells cells_;
  Layout layout_;
  HeadReference continued_;
};

void put_table(const PortalTable& table, HeadBuilder& builder) {
  const auto put = [&](const HeadField& field, const HeadValue& value) {
    builder.put(field, rules::kPortal, value);
  };
  put(fields::kNumber, table.number);
  put(fields::kType, table.type);
  put(fields::kAgency, table.agency);
  put(fields::kDate, table.date);
  put(fields::kEffective, table.effective);
  put(fields::kExpires, table.expires);
  put(fields::kSigner, table.signer);
  put(fields::kSubject, table.subject);
  put(fields::kStatus, table.status);
  put(fields::kDomain, table.field);
}

}  // namespace

Head read_head(std::string_view body) {
  const ComposedText composed(body);
  HeadBuilder builder(composed.text());
  const auto table = read_portal_table(composed.text());
  HeadReader(composed.text(), table ? table->length : 0, builder).read();
  if (table) put_table(*table, builder);
  Head head = std::move(builder.head());
  head.length = composed.line_begin(head.length);
  for (Evidence& evidence : head.evidence) {
    const std::size_t begin = composed.line_begin(evidence.offset);
    evidence.length = composed.line_end(evidence.offset + evidence.length) - begin;
    evidence.offset = begin;
  }
  return head;
}

}  // namespace tracuu
