#include "core/document/entities/topic_words.h"

#include <algorithm>
#include <array>

#include "core/document/tables.h"

namespace tracuu::data {
extern const std::string_view kFunctionSyllables;
extern const std::string_view kPhraseAbbreviationsTsv;
extern const std::string_view kPhraseSynonymsTsv;
}  // namespace tracuu::data

namespace tracuu::entities {
namespace {

using std::size_t;

constexpr size_t kMaxFormulaWords = 4;

// clang-format off
constexpr std::array kFormulas = std::to_array<std::string_view>({
    "quy định", "quy định chi tiết", "chi tiết", "ban hành", "thực hiện", "hướng dẫn", "sửa đổi",
    "bổ sung", "thay thế", "bãi bỏ", "triển khai", "tổ chức thực hiện", "tổ chức", "phê duyệt",
    "thông tư", "thông tư liên tịch", "nghị định", "quyết định", "nghị quyết", "chỉ thị",
    "kế hoạch", "thông báo", "báo cáo", "công văn", "tờ trình", "pháp lệnh", "bộ luật",
    "thi hành", "căn cứ", "nội dung", "địa bàn", "giai đoạn", "thành phố",
    "điều khoản", "bộ trưởng", "chính phủ", "thủ tướng", "việt nam",
    "tăng cường", "đẩy mạnh", "văn bản hợp nhất", "hợp nhất", "liên quan", "áp dụng", "thành lập",
    "kiện toàn", "ủy ban nhân dân", "hội đồng nhân dân", "công tác", "tiếp tục", "cập nhật",
    "đề nghị", "yêu cầu", "hôm nay", "mới nhất", "thời gian", "có thể", "liên tục", "bất ngờ",
    "chính thức", "chính sách", "một số", "điều", "ngày", "tháng", "nhiệm vụ",
    "giải pháp", "trọng tâm", "quốc hội", "ủy ban thường vụ quốc hội", "phương án",
    "quy chế", "mục tiêu", "thẩm quyền", "trách nhiệm", "chức năng", "quyền hạn", "cơ cấu",
    "điều kiện", "biện pháp", "trình tự", "thủ tục", "hồ sơ", "danh mục", "tiêu chuẩn",
    "đối tượng", "phạm vi", "quản lý", "lĩnh vực", "phạm vi quản lý",
    "nhiều", "hơn", "vừa", "nhất", "thêm", "hết", "dù",
    "kể", "giữa", "tới", "dưới", "quanh", "nhờ", "ngay", "khiến", "thấy", "nói", "biết",
    "chiều", "sáng", "đêm", "tuổi", "tỷ", "triệu", "nghìn", "nhân dân"});
// clang-format on

// Whole phrases, but of anything: a topic only within a longer one.
// clang-format off
constexpr std::array kTooGeneral = std::to_array<std::string_view>({
    "hoạt động", "sử dụng", "giải quyết", "công bố", "thừa nhận", "hỗ trợ", "bảo vệ", "kiến nghị",
    "phương tiện", "chuyên dùng", "cấp cao", "dự án", "chủ tịch", "trung ương", "ban bí thư",
    "kỹ thuật", "kinh phí", "chi phí", "bảo đảm", "đảm bảo", "thực hành", "xử lý", "kiểm tra",
    "đánh giá", "phát triển", "xác định", "cung cấp", "đăng ký", "tham gia", "phục vụ",
    "điều chỉnh", "chất lượng", "tiêu chí", "công trình", "hiệp định", "kinh tế", "sản xuất",
    "cơ sở", "cơ quan", "đơn vị", "chương trình", "hệ thống", "hình thức", "phương pháp",
    "thông tin", "kết quả", "hiệu quả", "nâng cao", "xây dựng", "thiết bị", "nguyên tắc",
    "trung tâm", "bệnh viện", "công ty", "học sinh", "vấn đề", "tình hình", "nhu cầu", "tiền",
    "quốc gia", "xã hội", "địa phương", "trong nước", "nước ngoài", "toàn quốc", "khu vực",
    "cộng hòa", "dân chủ", "đầu tiên", "mục đích", "ý kiến", "lãnh đạo", "phó chủ tịch",
    "giám đốc", "bộ công an", "công an", "bí thư", "đầu tư", "truyền thông", "cán bộ", "thành viên", "đại biểu", "khách hàng"});

// Function syllables within words.
constexpr std::array kCompounds = std::to_array<std::string_view>({
    "chi phí", "chi cục", "chi nhánh", "chi trả", "việc làm", "không gian", "không khí",
    "hàng không", "thế giới", "thế hệ", "có công", "tại chỗ", "từ thiện", "an toàn", "để tang",
    "trung gian", "qua đường", "ra quân", "vào nghề", "theo dõi", "bao bì", "ngân sách"});
// clang-format on

template <typename Visit>
void for_each_line(std::string_view table, Visit visit) {
  for (const std::string_view line : split_list(table, '\n')) {
    if (!line.starts_with('#')) visit(line);
  }
}

}  // namespace

std::uint64_t phrase_key(std::span<const Word> words) {
  constexpr std::uint64_t kPrime = 1'099'511'628'211ULL;
  std::uint64_t key = words.size();
  for (const Word& word : words) key = (key ^ word.hash) * kPrime;
  return key;
}

const TopicWords& TopicWords::instance() {
  static const TopicWords words;
  return words;
}

TopicWords::TopicWords() {
  for_each_line(data::kFunctionSyllables,
                [&](std::string_view line) { light_.insert(word_hash(line)); });
  for (const std::string_view formula : kFormulas) {
    formulas_.insert(phrase_key(split_words(formula)));
  }
  for (const std::string_view phrase : kTooGeneral)
    general_.insert(phrase_key(split_words(phrase)));
  for (const std::string_view word : kCompounds) compounds_.insert(phrase_key(split_words(word)));
  for_each_line(data::kPhraseAbbreviationsTsv, [&](std::string_view line) {
    const auto cells = split_list(line, '\t');
    if (cells.size() > 1) phrases_.insert(phrase_key(split_words(cells[1])));
  });
  for_each_line(data::kPhraseSynonymsTsv, [&](std::string_view line) {
    const auto cells = split_list(line, '\t');
    if (cells.size() < 2) return;
    for (const std::string_view term : split_list(cells[1], ';')) {
      phrases_.insert(phrase_key(split_words(term)));
    }
  });
}

size_t TopicWords::formula_at(std::span<const Word> words) const {
  for (size_t n = std::min(kMaxFormulaWords, words.size()); n > 0; --n) {
    if (formulas_.contains(phrase_key(words.first(n)))) return n;
  }
  return 0;
}

}  // namespace tracuu::entities
