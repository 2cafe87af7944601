#include "core/document/doctype.h"

#include <algorithm>
#include <set>

#include "core/document/letter_case.h"
#include "core/document/scan.h"
#include "core/document/tables.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::string_view kNoSymbol = "-";
constexpr std::string_view kCouncil = " HĐBT";
constexpr std::size_t kMaxNameWords = 5;      // «Nghị quyết liên tịch» has four
constexpr std::size_t kMaxHeadingBytes = 80;  // with blanks between the letters

// Cuts what tells whose document it is or of which kind: «(cá biệt)», « của Quốc hội», « HĐBT».
std::string_view bare_name(std::string_view name) {
  for (const std::string_view mark : {std::string_view(" ("), std::string_view(" của "), kCouncil})
    name = name.substr(0, name.find(mark));
  return name;
}

std::string without_blanks(std::string key) {
  std::erase(key, ' ');
  return key;
}

const DocumentType* found_in(const std::unordered_map<std::string, std::size_t>& map,
                             const std::string& key, const std::vector<DocumentType>& types) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &types[found->second];
}

}  // namespace

DocumentTypes::DocumentTypes(std::string_view table) {
  for (const TableRow& row : table_rows(table)) {
    for (const std::string_view name : split_list(cell(row, DoctypeColumn::kName), ',')) {
      add(name, cell(row, DoctypeColumn::kSymbol));
      add(name, cell(row, DoctypeColumn::kSymbolBefore2020));
    }
  }
}

void DocumentTypes::add(std::string_view name, std::string_view symbol) {
  const std::string key = name_key(bare_name(name));
  const auto [slot, is_new] = by_key_.try_emplace(key, types_.size());
  if (is_new) {
    types_.push_back({sentence_case(bare_name(name)), {}});
    by_letters_.try_emplace(without_blanks(key), slot->second);
  }
  // What the Council of Ministers called «217-HĐBT», «327-CT» names the body, not the type.
  const bool is_of_council = name.find(kCouncil) != std::string_view::npos;
  if (symbol.empty() || symbol == kNoSymbol || is_of_council) return;
  auto& symbols = types_[slot->second].symbols;
  if (std::ranges::find(symbols, symbol) == symbols.end()) symbols.emplace_back(symbol);
  by_symbol_.try_emplace(std::string(symbol), slot->second);
}

const DocumentType* DocumentTypes::find(std::string_view name) const {
  return found_in(by_key_, name_key(name), types_);
}

const DocumentType* DocumentTypes::find_symbol(std::string_view symbol) const {
  return found_in(by_symbol_, std::string(symbol), types_);
}

const DocumentType* DocumentTypes::find_spaced(std::string_view name) const {
  return found_in(by_letters_, without_blanks(name_key(name)), types_);
}

const DocumentTypes& document_types() {
  static const DocumentTypes types(data::kDoctypesTsv);
  return types;
}

std::string canonical_type(std::string_view name) {
  const DocumentType* type = document_types().find(name);
  return type == nullptr ? std::string() : type->name;
}

namespace {

// Whether the key of some type begins so.
bool begins_a_name(const std::string& key) {
  static const std::set<std::string> keys = [] {
    std::set<std::string> all;
    for (const DocumentType& type : document_types().all()) all.insert(name_key(type.name));
    return all;
  }();
  const auto next = keys.lower_bound(key);
  return next != keys.end() && next->starts_with(key);
}

}  // namespace

std::string type_of_line(std::string_view line) {
  line = scan::trim(line);
  if (line.empty() || line.size() > kMaxHeadingBytes || line.back() == ':') return {};
  const DocumentType* type = document_types().find_spaced(line);
  return type != nullptr && is_capitals(line) ? type->name : std::string();
}

std::optional<LeadingType> leading_type(std::string_view text) {
  std::optional<LeadingType> longest;
  std::string key;
  std::size_t at = scan::skip_blanks(text, 0);
  for (std::size_t words = 0; words < kMaxNameWords; ++words) {
    const std::string_view word = scan::word_at(text, at);
    if (word.empty()) break;
    const std::string word_key = name_key(word);
    if (!key.empty() && !word_key.empty()) key += ' ';
    key += word_key;
    at += word.size();
    // Most words of a text begin no type's name: told so, they cost one look-up.
    if (!begins_a_name(key)) break;
    if (const DocumentType* type = document_types().find(key)) {
      longest = LeadingType{type->name, at};
    }
    at = scan::skip_blanks(text, at);
  }
  return longest;
}

}  // namespace tracuu
