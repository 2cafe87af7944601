#include "core/document/head_marks.h"

#include <algorithm>
#include <array>

#include "core/document/letter_case.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

struct MarkForm {
  std::string_view written;  // small letters: «mát» and «mắt» are other words
  std::string_view name;
};

constexpr std::array kSecrecy =
    std::to_array<MarkForm>({{"mật", "Mật"}, {"tối mật", "Tối mật"}, {"tuyệt mật", "Tuyệt mật"}});
constexpr std::array kUrgency = std::to_array<MarkForm>({{"khẩn", "Khẩn"},
                                                         {"thượng khẩn", "Thượng khẩn"},
                                                         {"hỏa tốc", "Hỏa tốc"},
                                                         {"hoả tốc", "Hỏa tốc"},
                                                         {"hỏa tốc hẹn giờ", "Hỏa tốc"},
                                                         {"hoả tốc hẹn giờ", "Hỏa tốc"},
                                                         {"hỏa tốc, hẹn giờ", "Hỏa tốc"}});
constexpr std::size_t kMaxMarkBytes = 60;

// The value of «Độ mật: Mật», the whole of «MẬT»; empty for other text.
std::string mark_text(std::string_view cell) {
  static constexpr std::array kLabels =
      std::to_array<std::string_view>({"do mat", "do khan", "muc do mat", "muc do khan"});
  const std::size_t colon = cell.find(':');
  if (colon == std::string_view::npos) return is_capitals(cell) ? small_letters(cell) : "";
  const std::string label = name_key(cell.substr(0, colon));
  const bool is_label = std::ranges::find(kLabels, label) != kLabels.end();
  return is_label ? small_letters(scan::trim(cell.substr(colon + 1))) : std::string();
}

HeadValue value_of(std::string_view text, std::span<const MarkForm> forms, std::string_view cell) {
  const auto form = std::ranges::find(forms, text, &MarkForm::written);
  return form == forms.end() ? HeadValue{} : HeadValue{std::string(form->name), cell};
}

bool is_draft(const HeadCell& cell) {
  return cell.key.starts_with("du thao") && cell.text.find("Ự") != std::string_view::npos;
}

}  // namespace

HeadMarks find_head_marks(HeadCells cells) {
  HeadMarks marks;
  for (const HeadCell& cell : cells) {
    if (cell.text.size() > kMaxMarkBytes || cell.key.empty()) continue;
    if (marks.draft.empty() && is_draft(cell)) marks.draft = {std::string(cell.text), cell.text};
    const std::string text = mark_text(cell.text);
    if (text.empty()) continue;
    if (marks.secrecy.empty()) marks.secrecy = value_of(text, kSecrecy, cell.text);
    if (marks.urgency.empty()) marks.urgency = value_of(text, kUrgency, cell.text);
  }
  return marks;
}

}  // namespace tracuu
