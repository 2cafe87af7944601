// The fields a query can name, and every name each of them has.
//
//   «cơ quan:», «co quan:», «cq:» and «agency:» are all Field::kAgency
//
// One table serves the parser, print() and the help text. Case, NFD and look-alikes of Đ do not
// matter. Marks may be left out, but not be wrong: «sở: …» is plain text, no document number.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/language.h"

namespace tracuu::query {

enum class Field {
  kAgency,
  kType,
  kNumber,
  kDate,
  kYear,
  kSigner,
  kTitle,
  kKeyword,
  kSource,
  kPath,
  kBody,
};

struct FieldNames {
  Field field;
  Bilingual meaning;  // for the help text
  // Lower case, NFC, one or two words; the first is the one that is printed.
  std::span<const std::string_view> names;
};

// Returns the table, in the order of the help text.
std::span<const FieldNames> field_table();

// Returns the name `field` is printed with: Vietnamese, with its marks.
std::string_view name_of(Field field);

// Returns the field called `name` (one blank between two words), or nothing.
std::optional<Field> field_from_name(std::string_view name);

// Returns whether `word` is the second word of some name: «quan» of «cơ quan».
bool ends_field_name(std::string_view word);

}  // namespace tracuu::query
