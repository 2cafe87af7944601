#include "indexer/document_facets.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/agency.h"
#include "core/document/authority/authority.h"
#include "core/document/date.h"
#include "core/index/schema.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

using Values = std::vector<std::string>;

void add_filter(Xapian::Document& target, std::string_view field, std::string_view key) {
  if (!key.empty()) target.add_boolean_term(schema::filter_term(field, key));
}

std::string one_line(std::string_view value) {
  std::string line = schema::value_text(value);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

Values one_value(const std::string& value) {
  return value.empty() ? Values() : Values{value};
}

Values names_of(const std::vector<Person>& people) {
  Values names;
  names.reserve(people.size());
  for (const Person& person : people) names.push_back(person.name);
  return names;
}

template <typename KeyOf>
void add_field(std::string_view field, Xapian::valueno slot, const Values& values, KeyOf key_of,
               Xapian::Document& target) {
  std::string lines;
  for (std::size_t i = 0; i < std::min(values.size(), kMaxFacetValues); ++i) {
    const std::string value = one_line(values[i]);
    const std::string key = key_of(value);
    if (key.empty()) continue;
    add_filter(target, field, key);
    lines.append(lines.empty() ? "" : "\n").append(value);
  }
  if (!lines.empty()) target.add_value(slot, lines);
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

// The folder and each folder above it.
void add_folders(const std::string& folder, Xapian::Document& target) {
  if (folder.empty()) return;
  for (std::size_t end = folder.find('/');; end = folder.find('/', end + 1)) {
    add_filter(target, schema::kPathField, folder.substr(0, end));
    if (end == std::string::npos) break;
  }
  target.add_value(schema::kFolderSlot, folder);
}

void add_dates(const Document& document, Xapian::Document& target) {
  constexpr std::size_t kYearLength = 4;
  constexpr std::size_t kMonthLength = 7;
  if (const auto date = parse_iso(document.date)) {
    add_filter(target, schema::kYearField, document.date.substr(0, kYearLength));
    add_filter(target, schema::kMonthField, document.date.substr(0, kMonthLength));
    target.add_value(schema::kDateSlot, std::to_string(to_key(*date)));
  }
  const auto from = parse_iso(document.effective);
  const auto until = parse_iso(document.expires);
  if (!from && !until) return;
  target.add_value(schema::kEffectiveSlot, (from ? std::to_string(to_key(*from)) : "") + "-" +
                                               (until ? std::to_string(to_key(*until)) : ""));
}

}  // namespace

void add_facets(const Document& document, Xapian::Document& target) {
  const auto by_name = [](std::string_view value) { return name_key(value); };
  const auto add = [&](std::string_view field, Xapian::valueno slot, const Values& values) {
    add_field(field, slot, values, by_name, target);
  };
  add_field(schema::kAgencyField, schema::kAgencySlot, split_agencies(document.agency), agency_key,
            target);
  add(schema::kTypeField, schema::kTypeSlot, one_value(document.type));
  add(schema::kSignerField, schema::kSignerSlot, one_value(document.signer));
  add(schema::kFieldField, schema::kFieldSlot, one_value(document.field));
  add(schema::kPlaceField, schema::kPlaceSlot, document.places);
  add(schema::kPersonField, schema::kPersonSlot, names_of(document.people));
  add(schema::kKeywordField, schema::kKeywordSlot,
      document.keywords.empty() ? document.topics : document.keywords);
  add_filter(target, schema::kSourceField, name_key(document.source));
  if (!document.status.empty()) target.add_value(schema::kStatusSlot, one_line(document.status));
  add_folders(folder_of(document.path), target);
  add_dates(document, target);
}

}  // namespace tracuu
