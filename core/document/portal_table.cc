#include "core/document/portal_table.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/document/agency.h"
#include "core/document/date.h"
#include "core/document/doctype.h"
#include "core/document/head_cells.h"
#include "core/document/number.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxTableBytes = 4096;
constexpr std::size_t kMaxTableCells = 60;
constexpr std::size_t kMaxLabelBytes = 48;
constexpr std::size_t kMaxValueBytes = 1024;
constexpr std::size_t kMinLabels = 3;

enum class Column {
  kNumber,
  kType,
  kAgency,
  kDate,
  kEffective,
  kExpires,
  kSigner,
  kSubject,
  kStatus,
  kField,
  kOther
};

struct Label {
  std::string_view key;
  Column column;
};

constexpr std::array kLabels = std::to_array<Label>({
    {"so hieu", Column::kNumber},
    {"so ky hieu", Column::kNumber},
    {"so ki hieu", Column::kNumber},
    {"so hieu van ban", Column::kNumber},
    {"loai van ban", Column::kType},
    {"the loai", Column::kType},
    {"noi ban hanh", Column::kAgency},
    {"co quan ban hanh", Column::kAgency},
    {"ngay ban hanh", Column::kDate},
    {"ngay hieu luc", Column::kEffective},
    {"ngay co hieu luc", Column::kEffective},
    {"ngay het hieu luc", Column::kExpires},
    {"nguoi ky", Column::kSigner},
    {"trich yeu", Column::kSubject},
    {"tinh trang", Column::kStatus},
    {"tinh trang hieu luc", Column::kStatus},
    {"hieu luc", Column::kStatus},
    {"linh vuc", Column::kField},
    {"ngay cong bao", Column::kOther},
    {"so cong bao", Column::kOther},
    {"ngay dang cong bao", Column::kOther},
});

bool tells_nothing(std::string_view value) {
  static constexpr std::array kEmpty = std::to_array<std::string_view>(
      {"", "da biet", "dang cap nhat", "khong xac dinh", "chua xac dinh", "khong ro"});
  return std::ranges::find(kEmpty, name_key(value)) != kEmpty.end();
}

struct LabelRead {
  const Label* label = nullptr;
  std::string_view value;  // behind the colon
};

LabelRead read_label(std::string_view cell) {
  const std::size_t colon = cell.find(':');
  const std::string_view name = cell.substr(0, colon);
  if (name.size() > kMaxLabelBytes) return {};
  const auto label = std::ranges::find(kLabels, name_key(name), &Label::key);
  if (label == kLabels.end()) return {};
  const bool has_value = colon != std::string_view::npos;
  return {&*label, has_value ? scan::trim(cell.substr(colon + 1)) : std::string_view{}};
}

std::string iso_of(std::string_view value) {
  const auto day = parse_date(value);
  return day ? to_iso(*day) : std::string();
}

class TableReader {
 public:
  explicit TableReader(std::string_view body) : body_(body) {}

  bool take(std::string_view cell) {
    if (++cells_ > kMaxTableCells) return false;
    const LabelRead read = read_label(cell);
    if (read.label == nullptr) {
      if (open_ == nullptr) return cells_ <= kMaxCellsBefore || labels_ > 0;
      put(open_->column, cell);
      open_ = nullptr;
      return true;
    }
    ++labels_;
    open_ = read.value.empty() ? read.label : nullptr;
    if (!read.value.empty()) put(read.label->column, read.value);
    return true;
  }

  std::optional<PortalTable> finish() {
    if (labels_ < kMinLabels || !names_document_) return std::nullopt;
    return std::move(table_);
  }

 private:
  static constexpr std::size_t kMaxCellsBefore = 3;  // the title

  void put(Column column, std::string_view value) {
    names_document_ = names_document_ || column == Column::kNumber || column == Column::kAgency;
    table_.length = static_cast<std::size_t>(value.data() + value.size() - body_.data());
    if (value.size() > kMaxValueBytes || tells_nothing(value)) return;
    set(column, value);
  }

  void set(Column column, std::string_view value) {
    const auto set = [&](HeadValue& field, std::string text) {
      if (field.empty() && !text.empty()) field = {std::move(text), value};
    };
    switch (column) {
      case Column::kNumber:
        if (const auto number = parse_number(value)) set(table_.number, number->canonical);
        break;
      case Column::kType:
        set(table_.type, canonical_type(value));
        break;
      case Column::kAgency:
        set(table_.agency, agency_label(value));
        break;
      case Column::kDate:
        set(table_.date, iso_of(value));
        break;
      case Column::kEffective:
        set(table_.effective, iso_of(value));
        break;
      case Column::kExpires:
        set(table_.expires, iso_of(value));
        break;
      case Column::kSigner:
        set(table_.signer, std::string(value));
        break;
      case Column::kSubject:
        set(table_.subject, std::string(value));
        break;
      case Column::kStatus:
        set(table_.status, std::string(value));
        break;
      case Column::kField:
        set(table_.field, std::string(value));
        break;
      case Column::kOther:
        break;
    }
  }

  std::string_view body_;
  PortalTable table_;
  const Label* open_ = nullptr;  // its value stands in the next cell
  std::size_t cells_ = 0;
  std::size_t labels_ = 0;
  bool names_document_ = false;
};

}  // namespace

std::optional<PortalTable> read_portal_table(std::string_view body) {
  TableReader reader(body);
  for_each_cell(body.substr(0, kMaxTableBytes),
                [&](std::string_view cell, bool) { return reader.take(cell); });
  return reader.finish();
}

}  // namespace tracuu
