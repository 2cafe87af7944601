#include "core/document/head_elsewhere.h"

#include <algorithm>
#include <array>
#include <functional>

#include "core/document/agency.h"
#include "core/document/agency_words.h"
#include "core/document/date.h"
#include "core/document/doctype.h"
#include "core/document/head_cells.h"
#include "core/document/head_foot.h"
#include "core/document/letter_case.h"
#include "core/document/number_grammar.h"
#include "core/document/scan.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

using Kind = HeadCell::Kind;

constexpr std::string_view kConsolidated = "van ban hop nhat";
constexpr std::size_t kMaxReferenceBytes = 240;

// The part of the text around `at`, from a line's beginning.
std::string_view window(std::string_view text, std::size_t at, std::size_t before,
                        std::size_t behind) {
  std::size_t begin = 0;
  if (at > before) {
    const std::size_t line = text.find('\n', at - before);
    begin = std::min(line == std::string_view::npos ? at : line + 1, at);
  }
  return text.substr(begin, text::character_border(text.substr(begin), at - begin + behind));
}

HeadReference head_around(std::string_view text) {
  const std::vector<HeadCell> all = head_cells(text);
  const HeadCells cells(all);
  HeadReference read;
  const auto number = find_head_number(cells);
  if (!number) return read;
  read.number = {number->number.canonical, number->where};
  if (const DocumentType* type = document_types().find_symbol(number->number.type)) {
    read.type = {type->name, number->where};
  }
  HeadDate date = find_head_date(cells.subspan(number->cell));
  read.date = std::move(date.date);
  read.place = std::move(date.place);
  read.agency = find_head_agency(cells, number->cell);
  return read;
}

// «Thông tư số 102/2018/TT-BTC ngày 14 tháng 11 năm 2018» at the beginning of the text.
HeadReference read_reference(std::string_view text) {
  HeadReference read;
  const auto type = leading_type(text);
  if (!type) return read;
  std::size_t i = scan::skip_blanks(text, type->length);
  const std::string_view so = scan::word_at(text, i);
  if (fold(so, Marks::kDrop) != "so") return read;
  i = scan::skip_blanks(text, i + so.size());
  const auto judged = judge_number(read_number_parts(text, i), NumberCue::kSo);
  if (!judged) return read;
  read.type = {type->name, text.substr(0, type->length)};
  read.number = {judged->number.canonical, text.substr(i, judged->end - i)};
  constexpr std::size_t kMaxDateBytes = 60;
  constexpr std::size_t kMaxGapBytes = 8;
  const std::string_view behind = text.substr(judged->end, kMaxDateBytes);
  const auto mention = find_date(behind);
  const bool is_day = mention && mention->precision == DateMention::Precision::kDay;
  if (is_day && mention->offset <= kMaxGapBytes) {
    read.date = {to_iso(mention->days.first), behind.substr(mention->offset, mention->length)};
  }
  return read;
}

// Drops the office of the one who signs: «Bộ trưởng Bộ Nội vụ» issues for the «Bộ Nội vụ».
std::string_view without_office(std::string_view name) {
  static constexpr std::array kOffices = std::to_array<std::string_view>(
      {"Bộ trưởng ", "Thống đốc ", "Chủ tịch Ủy ban", "Chủ tịch Uỷ ban", "Chánh án ",
       "Viện trưởng ", "Tổng Thanh tra ", "Giám đốc ", "Tổng Giám đốc "});
  constexpr std::string_view kChair = "Chủ tịch ";
  for (const std::string_view office : kOffices) {
    if (!name.starts_with(office)) continue;
    return name.substr(office.starts_with(kChair) ? kChair.size() : office.size());
  }
  return name;
}

// The words behind the end of the last recital: commas within a line belong to names.
std::string_view clause_before(std::string_view text) {
  constexpr std::size_t kMaxClauseBytes = 400;
  if (text.size() > kMaxClauseBytes) text.remove_prefix(text.size() - kMaxClauseBytes);
  std::size_t begin = 0;
  for (const std::string_view stop : {";", ".", ":", ",\n", "\n\n"}) {
    const std::size_t at = text.rfind(stop);
    if (at != std::string_view::npos) begin = std::max(begin, at + stop.size());
  }
  return scan::trim(text.substr(begin));
}

}  // namespace

Certificate read_certificate(std::string_view body) {
  static constexpr std::string_view kMark = " VĂN BẢN HỢP NHẤT";
  static const std::boyer_moore_horspool_searcher searcher(kMark.begin(), kMark.end());
  constexpr std::size_t kBytesBefore = 400;
  constexpr std::size_t kBytesBehind = 400;
  Certificate read;
  std::size_t at = std::string_view::npos;
  for (auto hit = std::search(body.begin(), body.end(), searcher); hit != body.end();
       hit = std::search(hit + 1, body.end(), searcher)) {
    const std::string_view before = body.substr(0, static_cast<std::size_t>(hit - body.begin()));
    if (before.ends_with("XÁC THỰC") || before.ends_with("XÁC NHẬN")) at = before.size();
  }
  if (at == std::string_view::npos) return read;
  const std::string_view text = window(body, at, kBytesBefore, kBytesBehind);
  static_cast<HeadReference&>(read) = head_around(text);
  read.is_certified = true;
  return read;
}

bool is_consolidated(HeadCells all, bool has_number) {
  constexpr std::size_t kMaxBytes = 2000;
  const auto is_mark = [](const HeadCell& cell) {
    return cell.key.starts_with(kConsolidated) && is_capitals(cell.text);
  };
  const auto end = std::ranges::find(all, Kind::kRecital, &HeadCell::kind);
  if (std::any_of(all.begin(), end, is_mark)) return true;
  if (has_number) return false;
  // «Nghị định số 131/2021/NĐ-CP ngày … được sửa đổi, bổ sung bởi:», a paragraph of its own.
  for (auto cell = all.begin(); cell != end; ++cell) {
    if (!cell->is_after_blank || is_capitals(cell->text) || !leading_type(cell->text)) continue;
    const std::string_view text = covering(cell->text, all.back().text);
    const std::string key = name_key(text.substr(0, text::character_border(text, kMaxBytes)));
    const std::size_t number = key.find(" so ");
    const std::size_t changed = key.find("duoc sua doi bo sung");
    if (number < kMaxReferenceBytes) return changed < key.find("can cu");
  }
  return false;
}

HeadValue consolidating_agency(HeadCells cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].key.starts_with(kConsolidated) || !is_capitals(cells[i].text)) continue;
    const std::size_t dash = cells[i].text.find('-');
    if (dash == std::string_view::npos) return {};
    std::string name(scan::trim(cells[i].text.substr(dash + 1)));
    std::string_view where = cells[i].text;
    if (name.empty() && i + 1 < cells.size()) {
      name = cells[i + 1].text;
      where = cells[i + 1].text;
    }
    if (!begins_agency_name(name_key(name))) return {};
    return {agency_label(name), where};
  }
  return {};
}

HeadReference find_displaced_head(std::string_view body, std::string_view type) {
  constexpr std::size_t kMaxPageBytes = 8000;
  constexpr std::size_t kBytesBefore = 300;
  constexpr std::size_t kBytesBehind = 600;
  static constexpr std::array kMottos =
      std::to_array<std::string_view>({"CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA"});
  for (const std::string_view motto : kMottos) {
    const std::size_t at = body.substr(0, kMaxPageBytes).find(motto);
    if (at == std::string_view::npos) continue;
    HeadReference read = head_around(window(body, at, kBytesBefore, kBytesBehind));
    // A law's number names no type.
    if (!read.number.empty() && (read.type.empty() || read.type.value == type)) return read;
  }
  return {};
}

HeadReference read_continued(HeadCells cells) {
  const auto mark = std::ranges::find_if(cells, [](const HeadCell& cell) {
    return cell.text.starts_with('(') && cell.key.starts_with("tiep theo cong bao");
  });
  if (mark == cells.end()) return {};
  for (auto cell = cells.begin(); cell != mark; ++cell) {
    HeadReference read = read_reference(covering(cell->text, mark->text));
    if (read.number.empty()) continue;
    read.agency = find_head_agency(cells, static_cast<std::size_t>(cell - cells.begin()));
    return read;
  }
  return {};
}

HeadValue find_enacting_agency(std::string_view body, std::string_view type) {
  constexpr std::string_view kEnacts = "ban hành";
  constexpr std::size_t kMaxNameBytes = 160;
  const std::string_view text = body.substr(0, kMaxHeadBytes);
  for (std::size_t at = text.find(kEnacts); at != std::string_view::npos;
       at = text.find(kEnacts, at + kEnacts.size())) {
    const std::size_t behind = scan::skip_blanks(text, at + kEnacts.size());
    const auto enacted = leading_type(text.substr(behind, kMaxNameBytes));
    if (!enacted || enacted->name != type) continue;
    const std::string_view name = without_office(clause_before(text.substr(0, at)));
    if (name.empty() || name.size() > kMaxNameBytes) continue;
    if (begins_agency_name(name_key(name))) return {agency_label(name), name};
  }
  return {};
}

HeadReference find_annex_reference(std::string_view annexes, std::string_view type) {
  static constexpr std::array kBeginnings =
      std::to_array<std::string_view>({"(Kèm theo ", "(Ban hành kèm theo "});
  for (const std::string_view beginning : kBeginnings) {
    for (std::size_t at = annexes.find(beginning); at != std::string_view::npos;
         at = annexes.find(beginning, at + beginning.size())) {
      HeadReference read =
          read_reference(annexes.substr(at + beginning.size(), kMaxReferenceBytes));
      if (!read.number.empty() && read.type.value == type) return read;
    }
  }
  return {};
}

HeadValue find_passing_date(std::string_view text, std::string_view type) {
  constexpr std::string_view kPassed = "thông qua";
  constexpr std::string_view kThis = " này ";
  constexpr std::size_t kMaxSentenceBytes = 240;
  constexpr std::size_t kMaxDateBytes = 60;
  constexpr std::size_t kMaxGapBytes = 8;
  const std::size_t at = text.rfind(kPassed);
  if (type.empty() || at == std::string_view::npos) return {};
  const std::size_t begin = at > kMaxSentenceBytes ? at - kMaxSentenceBytes : 0;
  const std::string_view before = text.substr(begin, at - begin);
  if (before.rfind(std::string(type) + std::string(kThis)) == std::string_view::npos) return {};
  const std::string_view behind = text.substr(at + kPassed.size(), kMaxDateBytes);
  const auto mention = find_date(behind);
  const bool is_day = mention && mention->precision == DateMention::Precision::kDay;
  if (!is_day || mention->offset > kMaxGapBytes) return {};
  return {to_iso(mention->days.first), behind.substr(mention->offset, mention->length)};
}

Stamp read_stamp(std::string_view body) {
  static constexpr std::array kLabels = std::to_array<std::string_view>({"Ký bởi:", "Người ký:"});
  static constexpr std::array kDates =
      std::to_array<std::string_view>({"Ngày ký:", "Thời gian ký:", "Ngày giờ ký:"});
  constexpr std::size_t kMaxStampBytes = 400;
  constexpr std::size_t kMaxTailBytes = 4096;
  Stamp stamp;
  const std::size_t tail =
      body.size() > kMaxHeadBytes + kMaxTailBytes ? body.size() - kMaxTailBytes : kMaxHeadBytes;
  for (const std::string_view part :
       {body.substr(0, kMaxHeadBytes), body.substr(std::min(tail, body.size()))}) {
    for (const std::string_view label : kLabels) {
      const std::size_t at = part.find(label);
      if (at == std::string_view::npos) continue;
      const std::string_view text = part.substr(at + label.size(), kMaxStampBytes);
      const std::string_view name = person_name(scan::trim(text.substr(0, text.find('\n'))));
      if (name.empty()) continue;
      stamp.signer = {std::string(name), name};
      for (const std::string_view word : kDates) {
        const std::size_t date = text.find(word);
        if (date == std::string_view::npos) continue;
        const std::string_view value = scan::trim(text.substr(date + word.size()));
        const std::string_view day = value.substr(0, value.find_first_of(" T\n\r"));
        if (const auto parsed = parse_date(day)) stamp.date = {to_iso(*parsed), day};
      }
      return stamp;
    }
  }
  return stamp;
}

}  // namespace tracuu
