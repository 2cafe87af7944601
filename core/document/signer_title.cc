#include "core/document/signer_title.h"

#include <algorithm>
#include <array>

#include "core/document/agency.h"
#include "core/document/letter_case.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

struct MarkForm {
  std::string_view written;
  std::string_view capacity;
};

constexpr std::array kMarks = std::to_array<MarkForm>(
    {{"TM.", "TM."},  {"KT.", "KT."},   {"TL.", "TL."},   {"TUQ.", "TUQ."}, {"TƯQ.", "TUQ."},
     {"Q.", "Q."},    {"T/M", "TM."},   {"K/T", "KT."},   {"T/L", "TL."},   {"TM ", "TM."},
     {"KT ", "KT."},  {"TL ", "TL."},   {"TUQ ", "TUQ."}, {"T.M", "TM."},   {"K.T", "KT."},
     {"T.L", "TL."},  {"T/UQ", "TUQ."}, {"TM/", "TM."},   {"KT/", "KT."},   {"TL/", "TL."},
     {"QUYỀN ", "Q."}});

struct TitleForm {
  std::string_view key;  // name_key
  std::string_view name;
};

// A title that begins another stands behind it.
constexpr std::array kTitles = std::to_array<TitleForm>({
    {"bo truong", "Bộ trưởng"},
    {"thu truong", "Thứ trưởng"},
    {"thu tuong", "Thủ tướng"},
    {"pho thu tuong", "Phó Thủ tướng"},
    {"chu tich", "Chủ tịch"},
    {"pho chu tich", "Phó Chủ tịch"},
    {"giam doc", "Giám đốc"},
    {"pho giam doc", "Phó Giám đốc"},
    {"tong giam doc", "Tổng Giám đốc"},
    {"pho tong giam doc", "Phó Tổng Giám đốc"},
    {"chanh van phong", "Chánh Văn phòng"},
    {"pho chanh van phong", "Phó Chánh Văn phòng"},
    {"chu nhiem", "Chủ nhiệm"},
    {"pho chu nhiem", "Phó Chủ nhiệm"},
    {"vien truong", "Viện trưởng"},
    {"pho vien truong", "Phó Viện trưởng"},
    {"chanh an", "Chánh án"},
    {"pho chanh an", "Phó Chánh án"},
    {"thong doc", "Thống đốc"},
    {"pho thong doc", "Phó Thống đốc"},
    {"pho bi thu thuong truc", "Phó Bí thư Thường trực"},
    {"bi thu", "Bí thư"},
    {"pho bi thu", "Phó Bí thư"},
    {"hieu truong", "Hiệu trưởng"},
    {"pho hieu truong", "Phó Hiệu trưởng"},
    {"tong thanh tra", "Tổng Thanh tra"},
    {"pho tong thanh tra", "Phó Tổng Thanh tra"},
    {"tong cuc truong", "Tổng cục trưởng"},
    {"pho tong cuc truong", "Phó Tổng cục trưởng"},
    {"cuc truong", "Cục trưởng"},
    {"pho cuc truong", "Phó Cục trưởng"},
    {"chi cuc truong", "Chi cục trưởng"},
    {"truong ban", "Trưởng ban"},
    {"pho truong ban", "Phó Trưởng ban"},
    {"tong bi thu", "Tổng Bí thư"},
    {"tong kiem toan", "Tổng Kiểm toán"},
    {"pho tong kiem toan", "Phó Tổng Kiểm toán"},
    {"vu truong", "Vụ trưởng"},
    {"pho vu truong", "Phó Vụ trưởng"},
    {"chanh thanh tra", "Chánh Thanh tra"},
    {"pho chanh thanh tra", "Phó Chánh Thanh tra"},
    {"truong phong", "Trưởng phòng"},
    {"pho truong phong", "Phó Trưởng phòng"},
    {"tong thu ky", "Tổng Thư ký"},
    {"thuong truc", "Thường trực"},
});

const TitleForm* title_of(std::string_view line) {
  constexpr std::size_t kMaxKeyBytes = 96;
  const std::string key = name_key(line.substr(0, kMaxKeyBytes));
  const TitleForm* longest = nullptr;
  for (const TitleForm& title : kTitles) {
    const bool begins = key.starts_with(title.key) &&
                        (key.size() == title.key.size() || key[title.key.size()] == ' ');
    if (begins && (longest == nullptr || title.key.size() > longest->key.size())) longest = &title;
  }
  return longest;
}

// Returns the offset behind the first words that make up the title.
std::size_t title_length(std::string_view line, const TitleForm& title) {
  const auto words = static_cast<std::size_t>(std::ranges::count(title.key, ' ')) + 1;
  std::size_t at = scan::skip_blanks(line, 0);
  for (std::size_t i = 0; i < words; ++i) {
    at += scan::word_at(line, at).size();
    if (i + 1 < words) at = scan::skip_blanks(line, at);
  }
  return at;
}

}  // namespace

std::optional<AuthorityMark> read_mark(std::string_view line) {
  for (const MarkForm& mark : kMarks) {
    if (!line.starts_with(mark.written)) continue;
    std::string_view rest = line.substr(mark.written.size());
    while (rest.starts_with('.')) rest.remove_prefix(1);
    return AuthorityMark{mark.capacity, scan::trim(rest)};
  }
  return std::nullopt;
}

bool is_signer_title(std::string_view line) {
  return title_of(line) != nullptr && is_capitals(line);
}

std::string signer_title(std::string_view line) {
  const TitleForm* title = title_of(line);
  if (title == nullptr) return {};
  const std::string_view behind = scan::trim(line.substr(title_length(line, *title)));
  const std::string of = behind.empty() ? std::string() : agency_label(behind);
  return std::string(title->name) + (of.empty() ? "" : " " + of);
}

std::string_view own_title(const AuthorityMark& mark) {
  if (mark.capacity == "Q.") return mark.rest;
  static constexpr std::array kBeginnings = std::to_array<std::string_view>(
      {" PHÓ ", " THỨ TRƯỞNG", " CHÁNH ", " VỤ TRƯỞNG", " CỤC TRƯỞNG", " TRƯỞNG "});
  for (const std::string_view beginning : kBeginnings) {
    const std::size_t at = mark.rest.find(beginning);
    if (at == std::string_view::npos) continue;
    const std::string_view title = mark.rest.substr(at + 1);
    if (is_signer_title(title)) return title;
  }
  // «TM. ỦY BAN NHÂN DÂN CHỦ TỊCH»
  const std::size_t chair = mark.rest.rfind(" CHỦ TỊCH");
  const bool is_chair = mark.capacity == "TM." && chair != std::string_view::npos;
  return is_chair ? mark.rest.substr(chair + 1) : std::string_view{};
}

}  // namespace tracuu
