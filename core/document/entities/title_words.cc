#include "core/document/entities/title_words.h"

#include <algorithm>
#include <array>

#include "core/document/scan.h"
#include "core/document/tables.h"

namespace tracuu::data {
extern const std::string_view kFamilyNamesTsv;
}  // namespace tracuu::data

namespace tracuu::entities {
namespace {

using std::size_t;

constexpr size_t kMaxHeadWords = 4;

// clang-format off
constexpr std::array kHeads = std::to_array<std::string_view>({
    "chủ tịch", "phó chủ tịch", "chủ tịch nước", "phó chủ tịch nước", "chủ tịch quốc hội",
    "bí thư", "phó bí thư", "tổng bí thư", "thủ tướng", "phó thủ tướng", "thủ tướng chính phủ",
    "bộ trưởng", "thứ trưởng", "phó bộ trưởng", "giám đốc", "phó giám đốc", "tổng giám đốc",
    "phó tổng giám đốc", "trưởng phòng", "phó trưởng phòng", "phó phòng", "trưởng ban",
    "phó trưởng ban", "phó ban", "chánh văn phòng", "phó chánh văn phòng", "chánh án",
    "phó chánh án", "chánh thanh tra", "phó chánh thanh tra", "viện trưởng", "phó viện trưởng",
    "hiệu trưởng", "phó hiệu trưởng", "hiệu phó", "cục trưởng", "phó cục trưởng", "vụ trưởng",
    "phó vụ trưởng", "tổng cục trưởng", "phó tổng cục trưởng", "chi cục trưởng",
    "phó chi cục trưởng", "chủ nhiệm", "phó chủ nhiệm", "thống đốc", "phó thống đốc",
    "đại biểu", "đại biểu quốc hội", "ủy viên", "uỷ viên", "đại sứ", "tổng lãnh sự",
    "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đô đốc", "chuẩn đô đốc",
    "đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy",
    "đại uý", "thượng uý", "trung uý", "thiếu uý", "tư lệnh", "phó tư lệnh", "chính ủy",
    "chính uỷ", "tham mưu trưởng", "tổng tham mưu trưởng", "luật sư", "bác sĩ", "bác sỹ",
    "tiến sĩ", "tiến sỹ", "thạc sĩ", "thạc sỹ", "kỹ sư", "kiến trúc sư", "giáo sư",
    "phó giáo sư", "nhà báo", "nhà văn", "nhà thơ", "nhạc sĩ", "nhạc sỹ", "ca sĩ", "ca sỹ",
    "đạo diễn", "diễn viên", "nghệ sĩ", "nghệ sỹ", "nghệ nhân", "họa sĩ", "hoạ sĩ", "hoa hậu",
    "á hậu", "người mẫu", "huấn luyện viên", "tiền đạo", "tiền vệ", "hậu vệ", "thủ môn",
    "trọng tài", "kiện tướng", "vận động viên", "trưởng đoàn", "chuyên gia", "người phát ngôn",
    "tổng biên tập", "phó tổng biên tập", "tổng thư ký", "phó tổng thư ký", "thư ký",
    "đội trưởng", "phó đội trưởng", "trưởng khoa", "phó khoa", "phó trưởng khoa", "trưởng thôn",
    "trưởng bản", "tổ trưởng", "trưởng công an", "phó trưởng công an", "tổng thanh tra",
    "phó tổng thanh tra", "tổng kiểm toán", "thẩm phán", "kiểm sát viên", "anh hùng",
    "liệt sĩ", "liệt sỹ", "giảng viên", "giáo viên", "cô giáo", "thầy giáo", "doanh nhân",
    "nhà nghiên cứu", "nhà sử học", "hòa thượng", "hoà thượng", "thượng tọa", "linh mục",
    "thường trực", "kế toán trưởng", "phát ngôn viên", "trợ lý", "cố vấn", "hạt trưởng",
    "trạm trưởng", "quản lý", "nsnd", "nsưt", "hlv"});
// clang-format on

constexpr std::string_view kHonorifics = "ông bà chí";
constexpr std::string_view kDegrees = "gs pgs ts ths bs ls nsnd nsưt gsts pgsts cki ckii thscki";
constexpr std::string_view kModifiers = "phó nguyên cựu quyền cố tổng";
constexpr std::string_view kAgencyWords =
    "tỉnh huyện xã phường quận thành phố thị trấn và các về trung ương nhà nước thường trực công "
    "ty "
    "tập đoàn ngân hàng bệnh viện học viện đại học trường khoa viện trung tâm hội liên đoàn tổng "
    "cổ phần trách nhiệm hữu hạn sở phòng ban cục vụ chi cục đảng bộ đảng ủy đảng uỷ ủy uỷ quận "
    "tỉnh ủy thành ủy huyện ủy đội đồn trạm tòa toà án nhân dân hội đồng đoàn thể ngành khu chuyên "
    "trách kiêm phụ trách điều tra cảnh sát giao thông kinh tế kiểm lâm quân sự biên phòng";
constexpr std::string_view kNamedWords =
    "huyện xã phường quận trấn phố đường trường thpt thcs ty hiệu hãng đoàn hàng chợ cầu thôn "
    "bản ấp khu hồ sông giải quỹ nhà tnhh cp phần thị làng đảo núi chùa đền viện ngõ hẻm tp tiểu "
    "học làng buôn dòng họ lễ ngày tên mang giống hệ";

constexpr std::uint64_t kPairPrime = 1'099'511'628'211ULL;

std::uint64_t joined_hash(std::uint64_t hash, std::uint32_t word) {
  return (hash ^ word) * kPairPrime;
}

std::uint64_t hash_of(std::span<const Word> words) {
  std::uint64_t hash = 0;
  for (const Word& word : words) hash = joined_hash(hash, word.hash);
  return hash;
}

template <typename Visit>
void for_each_word(std::string_view words, Visit visit) {
  for (const std::string_view word : split_list(words, ' ')) visit(word);
}

}  // namespace

const TitleWords& TitleWords::instance() {
  static const TitleWords words;
  return words;
}

TitleWords::TitleWords() {
  for (const TableRow& row : table_rows(data::kFamilyNamesTsv)) add(row[0], Role::kFamilyName);
  for (const std::string_view head : kHeads) add_head(head);
  add(kHonorifics, Role::kHonorific);
  add(kDegrees, Role::kDegree);
  add(kModifiers, Role::kModifier);
  add(kAgencyWords, Role::kAgency);
  add(kNamedWords, Role::kNamed);
  for (const TableRow& row : table_rows(data::kAgenciesTsv)) {
    for (const Word& word : split_words(cell(row, AgencyColumn::kName))) {
      roles_[word.hash] |= static_cast<std::uint16_t>(Role::kAgency);
    }
  }
}

void TitleWords::add(std::string_view syllables, Role role) {
  for_each_word(syllables, [&](std::string_view word) {
    roles_[word_hash(word)] |= static_cast<std::uint16_t>(role);
  });
}

void TitleWords::add_head(std::string_view head) {
  const std::vector<Word> words = split_words(head);
  heads_[hash_of(words)] = words.size();
  roles_[words.back().hash] |= static_cast<std::uint16_t>(Role::kHeadEnd);
  roles_[words.front().hash] |= static_cast<std::uint16_t>(Role::kHeadBegin);
}

size_t TitleWords::head_ending(std::span<const Word> words) const {
  if (words.empty() || !is(words.back(), Role::kHeadEnd)) return 0;
  for (size_t n = std::min(kMaxHeadWords, words.size()); n > 0; --n) {
    if (heads_.contains(hash_of(words.last(n)))) return n;
  }
  return 0;
}

size_t TitleWords::head_beginning(std::span<const Word> words) const {
  if (words.empty() || !is(words.front(), Role::kHeadBegin)) return 0;
  for (size_t n = std::min(kMaxHeadWords, words.size()); n > 0; --n) {
    if (heads_.contains(hash_of(words.first(n)))) return n;
  }
  return 0;
}

}  // namespace tracuu::entities
