#include "core/document/head.h"

#include <algorithm>

#include "core/document/agency.h"
#include "core/document/doctype.h"
#include "core/document/head_cells.h"
#include "core/document/head_elements.h"
#include "core/document/letter_case.h"

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

std::string type_of_symbol(const DocumentNumber& number) {
  const DocumentType* type = document_types().find_symbol(number.type);
  return type == nullptr ? std::string() : type->name;
}

std::string type_name(const Layout& layout, bool has_letter) {
  if (layout.number && layout.number->number.type == kConsolidatedSymbol) {
    return std::string(kConsolidated);
  }
  if (layout.type) return layout.type->name;
  if (has_letter) return std::string(kLetter);
  if (!layout.number) return {};
  const DocumentNumber& number = layout.number->number;
  if (number.type.empty() && !number.unit.empty()) return std::string(kLetter);
  return type_of_symbol(number);
}

std::string agency_of_number(const Layout& layout) {
  if (!layout.number || layout.number->number.organs.size() != 1) return {};
  const Agency* agency = agency_names().find_code(layout.number->number.organs[0]);
  return agency == nullptr ? std::string() : agency->name;
}

std::string subject_of(HeadCells cells, const Layout& layout) {
  if (layout.letter_subject < cells.size()) return read_subject(cells, layout.letter_subject);
  if (!layout.type) return {};
  const HeadType& type = *layout.type;
  std::string behind = read_subject(cells, type.next);
  if (type.rest.empty()) return behind;
  return std::string(type.rest) + (behind.empty() ? "" : " " + behind);
}

// A consolidated text has its own number and date in the certificate at its end:
//   BỘ CÔNG THƯƠNG / Số: 40/VBHN-BCT / XÁC THỰC VĂN BẢN HỢP NHẤT / Hà Nội, ngày …
// What its head says is of the text it consolidates.
void read_certificate(std::string_view body, Head& head) {
  constexpr std::string_view kMark = "XÁC THỰC VĂN BẢN HỢP NHẤT";
  constexpr std::size_t kBytesBefore = 400;
  constexpr std::size_t kMaxCells = 24;
  const std::size_t at = body.rfind(kMark);
  if (at == std::string_view::npos) return;
  head.type = kConsolidated;
  const std::size_t begin = at > kBytesBefore ? body.find('\n', at - kBytesBefore) : 0;
  const std::vector<HeadCell> all = head_cells(body.substr(std::min(begin, at)));
  const HeadCells cells = HeadCells(all).first(std::min(all.size(), kMaxCells));
  const auto number = find_head_number(cells);
  if (!number) return;
  head.number = number->number.canonical;
  head.date = find_head_date(cells.subspan(number->cell));
  head.agency = find_head_agency(cells, number->cell);
}

// «VĂN BẢN HỢP NHẤT - BỘ Y TẾ» above the head.
bool is_consolidated(HeadCells cells) {
  return std::ranges::any_of(cells, [](const HeadCell& cell) {
    return cell.key.starts_with("van ban hop nhat") && is_capitals(cell.text);
  });
}

// Where the block of the agency ends: at the number or the heading, whichever comes first.
std::size_t agency_end(HeadCells cells, const Layout& layout) {
  std::size_t end = std::min(cells.size(), layout.letter_subject);
  if (layout.number) end = std::min(end, layout.number->cell);
  if (layout.type) end = std::min(end, layout.type->cell);
  return end;
}

}  // namespace

Head read_head(std::string_view body) {
  const std::vector<HeadCell> all = head_cells(body);
  const HeadCells cells = before_recitals(all);
  const Layout layout = layout_of(cells, all.size() > cells.size());
  Head head;
  if (!layout.is_administrative) return head;

  head.type = is_consolidated(cells) ? std::string(kConsolidated)
                                     : type_name(layout, layout.letter_subject < cells.size());
  head.date = find_head_date(layout.type ? cells.first(layout.type->cell) : cells);
  head.subject = subject_of(cells, layout);
  if (all.size() > cells.size()) {
    head.length = static_cast<std::size_t>(all[cells.size()].text.data() - body.data());
  }
  if (layout.number) head.number = layout.number->number.canonical;
  head.agency = find_head_agency(cells, agency_end(cells, layout));
  if (!layout.number) read_certificate(body, head);
  if (head.agency.empty()) head.agency = agency_of_number(layout);
  Foot foot = read_foot(body);
  head.signer = std::move(foot.signer);
  if (head.date.empty()) head.date = std::move(foot.date);
  return head;
}

void extract_head(Document& document) {
  Head head = read_head(document.body);
  std::string title;
  for (const std::string* part : {&head.type, &head.number, &head.subject}) {
    if (!title.empty() && !part->empty()) title += ' ';
    title += *part;
  }
  const bool is_telling = !head.number.empty() || !head.subject.empty();
  const auto fill = [](std::string& field, std::string& value) {
    if (field.empty()) field = std::move(value);
  };
  if (is_telling) fill(document.title, title);
  fill(document.number, head.number);
  fill(document.type, head.type);
  fill(document.agency, head.agency);
  if (document.date.empty() && !head.date.empty()) {
    document.date = head.date;
    document.date_inferred = false;
  }
  fill(document.signer, head.signer);
  if (is_telling && head.length > 0 && document.regions.empty()) {
    document.regions.push_back({Region::Kind::kHead, 0, head.length});
  }
}

}  // namespace tracuu
