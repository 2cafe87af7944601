#include "searcher/query/fields.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/fold.h"

namespace tracuu::query {
namespace {

using Names = std::string_view;

// «ký» and «khóa» are also written «kí» and «khoá». The table's test checks that each name with
// marks has its form without them here.
constexpr std::array kAgency{Names("cơ quan"), Names("co quan"), Names("cq"), Names("agency")};
constexpr std::array kType{Names("loại"), Names("loai"), Names("l"), Names("type")};
constexpr std::array kNumber{Names("số"), Names("so"), Names("số hiệu"), Names("so hieu"),
                             Names("number")};
constexpr std::array kDate{Names("ngày"), Names("ngay"), Names("date")};
constexpr std::array kYear{Names("năm"), Names("nam"), Names("year")};
constexpr std::array kSigner{Names("người ký"), Names("nguoi ky"), Names("người kí"),
                             Names("nguoi ki"), Names("nk"),       Names("signer")};
constexpr std::array kTitle{Names("tiêu đề"),   Names("tieu de"), Names("trích yếu"),
                            Names("trich yeu"), Names("td"),      Names("title")};
constexpr std::array kKeyword{Names("từ khóa"), Names("từ khoá"), Names("tu khoa"), Names("tk"),
                              Names("keyword")};
constexpr std::array kSource{Names("nguồn"), Names("nguon"), Names("source")};
constexpr std::array kPath{Names("đường dẫn"), Names("duong dan"), Names("path")};
constexpr std::array kBody{Names("nội dung"), Names("noi dung"), Names("nd"), Names("body")};

constexpr FieldNames kTable[] = {
    {Field::kAgency, {"cơ quan ban hành", "the issuing agency"}, kAgency},
    {Field::kType, {"loại văn bản", "the type of document"}, kType},
    {Field::kNumber, {"số, ký hiệu", "the document's number"}, kNumber},
    {Field::kDate,
     {"ngày ban hành: 03/06/2020, 01/2021..04/2021",
      "the date of issue: 03/06/2020, 01/2021..04/2021"},
     kDate},
    {Field::kYear, {"năm ban hành", "the year of issue"}, kYear},
    {Field::kSigner, {"người ký", "who signed"}, kSigner},
    {Field::kTitle, {"tiêu đề, trích yếu", "the title or summary"}, kTitle},
    {Field::kKeyword, {"từ khóa", "the keywords"}, kKeyword},
    {Field::kSource,
     {"nơi lấy văn bản, ví dụ mic.gov.vn", "where it was taken from: mic.gov.vn"},
     kSource},
    {Field::kPath,
     {"thư mục chứa tệp, tính từ thư mục gốc", "the folder of the file, from the top one"},
     kPath},
    {Field::kBody, {"toàn văn, cả tiêu đề", "the whole text, title included"}, kBody},
};

// Longer than any name, even decomposed: nothing longer is folded.
constexpr std::size_t kMaxNameBytes = 40;

}  // namespace

std::span<const FieldNames> field_table() {
  return kTable;
}

std::string_view name_of(Field field) {
  const auto* row = std::ranges::find(kTable, field, &FieldNames::field);
  return row->names.front();
}

std::optional<Field> field_from_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxNameBytes) return std::nullopt;
  const std::string folded = fold(name, Marks::kKeep);
  for (const FieldNames& row : kTable) {
    if (std::ranges::find(row.names, folded) != row.names.end()) return row.field;
  }
  return std::nullopt;
}

bool ends_field_name(std::string_view word) {
  if (word.empty() || word.size() > kMaxNameBytes) return false;
  const std::string ending = " " + fold(word, Marks::kKeep);
  return std::ranges::any_of(kTable, [&](const FieldNames& row) {
    return std::ranges::any_of(row.names, [&](Names name) { return name.ends_with(ending); });
  });
}

}  // namespace tracuu::query
