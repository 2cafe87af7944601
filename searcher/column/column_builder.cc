#include "searcher/column/column_builder.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "core/base/error.h"

namespace tracuu {
namespace {

std::size_t hash_of(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

std::uint32_t hash_of_key(std::string_view key) {
  return static_cast<std::uint32_t>(hash_of(key));
}

void put_number(std::uint32_t number, std::vector<std::uint8_t>& bytes) {
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<std::uint8_t>(0x80 | number));
  bytes.push_back(static_cast<std::uint8_t>(number));
}

[[noreturn]] void refuse(const char* cause) {
  throw Error(ErrorCode::kInternal, {"read columns", cause});
}

}  // namespace

ColumnBuilder::ColumnBuilder(Column column, const FacetField& field)
    : column_(std::move(column)), field_(field), values_(column_.values()) {
  column_.kind_ = field.kind == FacetField::Kind::kFolders ? Column::Links::kFolders
                                                           : Column::Links::kSpellings;
  if (column_.ordinal_count() == 0) {
    column_.spellings_.add("");
    column_.key_hashes_.push_back(0);
    values_.push_back(0);
  }
  by_text_.reserve(column_.ordinal_count());
  by_key_.reserve(column_.ordinal_count());
  for (Ordinal ordinal = 1; ordinal < column_.ordinal_count(); ++ordinal) {
    by_text_.insert(ordinal, [&](Ordinal one) { return hash_of(column_.spellings_[one]); });
    if (values_[ordinal] != ordinal) continue;
    by_key_.insert(ordinal, [&](Ordinal one) { return column_.key_hashes_[one]; });
  }
}

Column::Ordinal ColumnBuilder::find(std::string_view written) const {
  return by_text_.find(hash_of(written),
                       [&](Ordinal one) { return column_.spellings_[one] == written; });
}

Column::Ordinal ColumnBuilder::add(std::string_view written) {
  const Ordinal added = column_.spellings_.add(written);
  if (added >= kMaxOrdinals) refuse("too many distinct values");
  by_text_.insert(added, [&](Ordinal one) { return hash_of(column_.spellings_[one]); });
  column_.key_hashes_.push_back(0);
  values_.push_back(added);
  return added;
}

// A spelling whose key is that of an earlier value belongs to it.
void ColumnBuilder::link_value(Ordinal added) {
  const std::string key = field_.key_of(column_.spellings_[added]);
  const std::uint32_t hash = hash_of_key(key);
  const Ordinal value = by_key_.find(hash, [&](Ordinal one) {
    return column_.key_hashes_[one] == hash && field_.key_of(column_.spellings_[one]) == key;
  });
  column_.key_hashes_[added] = hash;
  if (value != 0) {
    column_.links_.emplace_back(added, value);
    values_[added] = value;
    return;
  }
  by_key_.insert(added, [&](Ordinal one) { return column_.key_hashes_[one]; });
}

Column::Ordinal ColumnBuilder::spelling(std::string_view written) {
  if (const Ordinal known = find(written)) return known;
  const Ordinal added = add(written);
  link_value(added);
  return added;
}

Column::Ordinal ColumnBuilder::folder(std::string_view path) {
  if (const Ordinal known = find(path)) return known;
  Ordinal parent = 0;
  std::size_t end = path.find('/');
  for (std::size_t depth = 0; depth < kMaxFolders; ++depth, end = path.find('/', end + 1)) {
    const std::string_view above = path.substr(0, end);
    Ordinal ordinal = above.empty() ? 0 : find(above);
    if (ordinal == 0 && !above.empty()) {
      ordinal = add(above);
      if (parent != 0) column_.links_.emplace_back(ordinal, parent);
    }
    parent = ordinal;
    if (end == std::string_view::npos) return ordinal;
  }
  const Ordinal ordinal = add(path);
  column_.links_.emplace_back(ordinal, parent);
  return ordinal;
}

std::uint32_t ColumnBuilder::list_code() {
  const std::size_t at = column_.lists_.size();
  if (at >= kMaxListBytes) refuse("too many values of documents");
  for (const Ordinal ordinal : document_) {
    put_number(ordinal << 1U | (ordinal == document_.back() ? 1U : 0U), column_.lists_);
  }
  return static_cast<std::uint32_t>(at << 1U | 1U);
}

void ColumnBuilder::drop_list(std::uint32_t code) {
  if ((code & 1U) == 0) return;
  column_.for_each_of_code(code, column_.lists_, [&](Ordinal one) {
    for (std::uint32_t number = one << 1U; number >= 0x80; number >>= 7) ++column_.stale_bytes_;
    ++column_.stale_bytes_;
  });
}

void ColumnBuilder::put(Xapian::docid docid, std::string_view lines) {
  document_.clear();
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty()) continue;
    const bool is_path = field_.kind == FacetField::Kind::kFolders;
    const Ordinal ordinal = is_path ? folder(line) : spelling(line);
    const bool is_new = std::ranges::none_of(
        document_, [&](Ordinal one) { return values_[one] == values_[ordinal]; });
    if (is_new && ordinal != 0) document_.push_back(ordinal);
  }
  drop_list(column_.codes_[docid]);
  std::uint32_t code = 0;
  if (document_.size() == 1) code = document_.front() << 1U;
  if (document_.size() > 1) code = list_code();
  column_.codes_.set(docid, code);
}

void ColumnBuilder::repack_lists() {
  const std::vector<std::uint8_t> lists = std::exchange(column_.lists_, {});
  column_.lists_.reserve(lists.size() - column_.stale_bytes_);
  column_.stale_bytes_ = 0;
  for (std::size_t docid = 0; docid < column_.codes_.size(); ++docid) {
    const std::uint32_t code = column_.codes_[docid];
    if ((code & 1U) == 0) continue;
    document_.clear();
    column_.for_each_of_code(code, lists, [&](Ordinal one) { document_.push_back(one); });
    column_.codes_.set(docid, list_code());
  }
}

void ColumnBuilder::choose_labels(const std::vector<std::uint32_t>& counts) {
  column_.labels_.clear();
  std::vector<Column::Pair> by_value;
  for (const auto& [spelling, value] : column_.links_) by_value.emplace_back(value, spelling);
  std::ranges::sort(by_value);
  for (auto link = by_value.begin(); link != by_value.end();) {
    const Ordinal value = link->first;
    Ordinal best = value;
    for (; link != by_value.end() && link->first == value; ++link) {
      const Ordinal other = link->second;
      const bool is_better = counts[other] != counts[best]
                                 ? counts[other] > counts[best]
                                 : column_.spellings_[other] < column_.spellings_[best];
      if (is_better) best = other;
    }
    if (best != value) column_.labels_.emplace_back(value, best);
  }
}

Column ColumnBuilder::finish() {
  if (column_.stale_bytes_ > column_.lists_.size() / 2) repack_lists();
  std::vector<std::uint32_t> counts(column_.ordinal_count(), 0);
  for (std::size_t docid = 1; docid < column_.codes_.size(); ++docid) {
    column_.for_each(static_cast<Xapian::docid>(docid), [&](Ordinal one) { ++counts[one]; });
  }
  if (column_.kind_ == Column::Links::kSpellings) {
    choose_labels(counts);
  } else {
    column_.gather(counts);
  }
  counts.front() = 1;
  unused_count_ = static_cast<std::size_t>(std::ranges::count(counts, 0U));
  column_.shrink_to_fit();
  return std::move(column_);
}

}  // namespace tracuu
