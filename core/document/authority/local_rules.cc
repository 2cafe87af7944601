#include "core/document/authority/local_rules.h"

#include <algorithm>
#include <array>

namespace tracuu {
namespace {

template <std::size_t N>
bool begins_with_one_of(std::string_view key, const std::array<std::string_view, N>& words) {
  return std::ranges::any_of(words, [&](std::string_view w) { return begins_with_word(key, w); });
}

bool ends_with_words(std::string_view key, std::string_view words) {
  return key.size() > words.size() && key.ends_with(words) &&
         key[key.size() - words.size() - 1] == ' ';
}

}  // namespace

bool begins_with_word(std::string_view key, std::string_view word) {
  return key.starts_with(word) && (key.size() == word.size() || key[word.size()] == ' ');
}

bool is_unit_body(std::string_view body) {
  static constexpr auto kBodies = std::to_array<std::string_view>(
      {"uy ban nhan dan", "hoi dong nhan dan", "so", "phong", "chi cuc", "cong an",
       "toa an nhan dan", "vien kiem sat nhan dan", "doan dai bieu quoc hoi", "bo chi huy",
       "ban chi huy", "ban dan toc", "chu tich uy ban nhan dan", "van phong uy ban nhan dan",
       "thuong truc hoi dong nhan dan", "van phong hoi dong nhan dan",
       "van phong doan dai bieu quoc hoi"});
  return begins_with_one_of(body, kBodies);
}

bool may_be_local(std::string_view body) {
  static constexpr auto kBodies = std::to_array<std::string_view>(
      {"ban",      "trung tam", "thanh tra",    "van phong",   "truong",    "benh vien", "vien",
       "quy",      "hat",       "doi",          "tram",        "dai",       "bao",       "kho bac",
       "cuc",      "toa an",    "uy ban",       "hoi dong",    "hoi",       "lien doan", "doan",
       "mat tran", "chu tich",  "pho chu tich", "thuong truc", "bo tu lenh"});
  return begins_with_one_of(body, kBodies);
}

bool is_party_part(std::string_view body) {
  static constexpr auto kParts =
      std::to_array<std::string_view>({"ban", "van phong", "uy ban kiem tra", "thuong truc",
                                       "bi thu", "pho bi thu", "trung tam", "truong"});
  return begins_with_one_of(body, kParts);
}

std::string_view party_committee(std::string_view type) {
  struct Committee {
    std::string_view type;
    std::string_view written;
  };
  static constexpr std::array kCommittees = std::to_array<Committee>({
      {"tinh", "Tỉnh ủy"},
      {"thanh pho", "Thành ủy"},
      {"huyen", "Huyện ủy"},
      {"quan", "Quận ủy"},
      {"thi xa", "Thị ủy"},
  });
  const auto found = std::ranges::find(kCommittees, type, &Committee::type);
  return found == kCommittees.end() ? std::string_view{} : found->written;
}

Above above(std::string_view body) {
  struct Rule {
    std::string_view begins;
    Above above;
  };
  static constexpr std::array kRules = std::to_array<Rule>({
      {"doan dai bieu quoc hoi", Above::kUnit},
      {"cong an", Above::kUnit},
      {"bo chi huy", Above::kUnit},
      {"ban chi huy quan su", Above::kUnit},
      {"bo tu lenh", Above::kUnit},
      {"kho bac nha nuoc", Above::kUnit},
      {"bao hiem xa hoi", Above::kUnit},
      {"cuc", Above::kUnit},
      {"chi cuc thue", Above::kUnit},
      {"chi cuc thi hanh an", Above::kUnit},
      {"uy ban bau cu", Above::kUnit},
      {"toa an", Above::kCourts},
      {"vien kiem sat", Above::kProcuracy},
      {"uy ban mat tran", Above::kFront},
      {"mat tran", Above::kFront},
      {"hoi", Above::kUnions},
      {"lien doan lao dong", Above::kUnions},
      {"doan", Above::kUnions},
  });
  if (body == kExecutiveBody || body == kAssemblyBody) return Above::kUnit;
  if (ends_with_words(body, kAssemblyBody)) return Above::kAssembly;
  if (ends_with_words(body, kExecutiveBody)) return Above::kExecutive;
  for (const Rule& rule : kRules) {
    if (begins_with_word(body, rule.begins)) return rule.above;
  }
  return Above::kExecutive;
}

}  // namespace tracuu
