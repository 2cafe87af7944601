#include "tests/bench/collection/attributes.h"

#include <array>
#include <string_view>

#include "core/document/tables.h"

namespace tracuu::bench {
namespace {

constexpr std::string_view kNews = "tin tức";

std::string two_digits(std::size_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// As many days as every month has.
std::string day_of(int year, Random& random) {
  constexpr std::size_t kMonths = 12;
  constexpr std::size_t kDays = 28;
  return std::to_string(year) + "-" + two_digits(1 + random.below(kMonths)) + "-" +
         two_digits(1 + random.below(kDays));
}

struct TypeSymbol {
  std::string_view type;
  std::string_view symbol;
  bool has_year;  // 12/2020/NĐ-CP
};

constexpr TypeSymbol kSymbols[] = {
    {"Thông tư", "TT", true},  {"Thông tư liên tịch", "TTLT", true}, {"Nghị định", "NĐ", true},
    {"Luật", "L", true},       {"Nghị quyết", "NQ", false},          {"Quyết định", "QĐ", false},
    {"Kế hoạch", "KH", false}, {"Thông báo", "TB", false},           {"Chỉ thị", "CT", false},
};

std::string number_of(const std::string& type, const std::string& code, int year, Random& random) {
  constexpr std::size_t kMostInYear = 5000;
  std::string number = std::to_string(1 + random.below(kMostInYear));
  for (const TypeSymbol& row : kSymbols) {
    if (row.type != type) continue;
    if (row.has_year) number += "/" + std::to_string(year);
    return number.append("/").append(row.symbol).append("-").append(code);
  }
  return number + "/" + code;  // a letter
}

std::string signer(Random& random) {
  constexpr auto kFamilies = std::to_array<std::string_view>(
      {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"});
  constexpr auto kMiddles = std::to_array<std::string_view>({"Văn", "Thị", "Đức", "Minh", "Thu"});
  constexpr auto kGiven = std::to_array<std::string_view>(
      {"An", "Bình", "Cường", "Dũng", "Hà", "Hoa", "Hùng", "Lan", "Long", "Nam", "Phúc", "Sơn"});
  std::string name(kFamilies[random.below(kFamilies.size())]);
  name += ' ';
  name += kMiddles[random.below(kMiddles.size())];
  name += ' ';
  name += kGiven[random.below(kGiven.size())];
  return name;
}

// Beyond the ranks that were counted, the weight falls as one over the rank.
std::vector<double> agency_weights(const std::vector<double>& counted, std::size_t agencies) {
  std::vector<double> weights = counted;
  weights.resize(std::min(weights.size(), agencies));
  const double last = weights.back() * static_cast<double>(weights.size());
  while (weights.size() < agencies) {
    weights.push_back(last / static_cast<double>(weights.size() + 1));
  }
  return weights;
}

}  // namespace

Attributes::Attributes(const Fitted& fitted)
    : types_(fitted.types),
      years_(fitted.years),
      agencies_(read_agencies()),
      type_(weights_of(types_)),
      year_(weights_of(years_)),
      agency_(agency_weights(fitted.agency_weights, agencies_.size())) {}

std::vector<Attributes::Agency> Attributes::read_agencies() {
  std::vector<Agency> agencies;
  for (const TableRow& row : table_rows(data::kProvincesTsv)) {
    const std::string name = std::string(cell(row, ProvinceColumn::kType)) + " " +
                             std::string(cell(row, ProvinceColumn::kName));
    agencies.push_back({"Ủy ban nhân dân " + name, "UBND"});
  }
  for (const TableRow& row : table_rows(data::kAgenciesTsv)) {
    const std::vector<std::string_view> codes = split_list(cell(row, AgencyColumn::kCodes), ',');
    if (codes.empty()) continue;
    agencies.push_back({std::string(cell(row, AgencyColumn::kName)), std::string(codes.front())});
  }
  return agencies;
}

void Attributes::draw(Random& random, Document& document) const {
  document.type = types_[type_.draw(random)].value;
  const int year = years_[year_.draw(random)].value;
  document.date = day_of(year, random);
  if (is_news(document)) return;
  const Agency& agency = agencies_[agency_.draw(random)];
  document.agency = agency.name;
  document.number = number_of(document.type, agency.code, year, random);
  document.signer = signer(random);
}

bool is_news(const Document& document) {
  return document.type == kNews;
}

}  // namespace tracuu::bench
