#include "core/document/citation/grammar_words.h"

#include <algorithm>
#include <array>

namespace tracuu::citation {
namespace {

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& keys, std::string_view key) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

bool ends_type(std::string_view key) {
  static constexpr std::array<std::string_view, 15> kKeys = {
      "luat", "lenh", "dinh",  "quyet", "tu",  "tich", "thi", "che",
      "luan", "dan",  "hoach", "trinh", "ban", "le",   "bao"};
  return is_one_of(kKeys, key);
}

bool is_effect_clause_word(std::string_view key) {
  static constexpr std::array<std::string_view, 19> kKeys = {
      "co", "hieu", "luc", "thi",  "hanh", "ke",  "tu",  "ngay", "thang", "nam",
      "ky", "ban",  "va",  "dong", "thoi", "bat", "dau", "se",   "cung"};
  return is_one_of(kKeys, key) || (key.front() >= '0' && key.front() <= '9');
}

bool is_title_glue(std::string_view key) {
  static constexpr std::array<std::string_view, 7> kKeys = {"ve", "viec", "da", "duoc",
                                                            "bi", "dang", "vua"};
  return is_one_of(kKeys, key);
}

bool is_conjunction(std::string_view key) {
  return key == "va" || key == "hoac" || key == "cung" || key == "voi";
}

bool is_agent_word(std::string_view key) {
  return key == "boi" || key == "theo" || key == "tai" || key == "bang";
}

bool begins_exception(std::string_view key) {
  static constexpr std::array<std::string_view, 10> kKeys = {
      "truong", "cac", "quy", "khoan", "dieu", "diem", "noi", "nhung", "phu", "doi"};
  return is_one_of(kKeys, key);
}

}  // namespace tracuu::citation
