#include "searcher/facet_fields.h"

#include <algorithm>
#include <array>

#include "core/document/agency.h"
#include "core/index/schema.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

std::string as_it_is(std::string_view value) {
  return std::string(value);
}

std::string key_of_name(std::string_view value) {
  return name_key(value);
}

constexpr std::array kFields = std::to_array<FacetField>({
    {schema::kAgencyField, schema::kAgencySlot, agency_key},
    {schema::kTypeField, schema::kTypeSlot, key_of_name},
    {schema::kPathField, schema::kFolderSlot, as_it_is, FacetField::Kind::kFolders},
    {schema::kSignerField, schema::kSignerSlot, key_of_name},
    {schema::kFieldField, schema::kFieldSlot, key_of_name},
    {schema::kPlaceField, schema::kPlaceSlot, key_of_name},
    {schema::kPersonField, schema::kPersonSlot, key_of_name},
    {schema::kKeywordField, schema::kKeywordSlot, key_of_name},
});

}  // namespace

std::span<const FacetField> facet_fields() {
  return kFields;
}

const FacetField* find_facet_field(std::string_view name) {
  const auto found = std::ranges::find(kFields, name, &FacetField::name);
  return found == kFields.end() ? nullptr : found;
}

}  // namespace tracuu
