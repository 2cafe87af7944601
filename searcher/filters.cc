#include "searcher/filters.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "core/document/agency.h"
#include "core/document/number.h"
#include "core/index/schema.h"
#include "core/text/fold.h"
#include "searcher/graph/day.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxValues = 5000;

std::string key_of(std::string_view field, std::string_view value) {
  if (field == schema::kAgencyField) return agency_key(value);
  if (field == schema::kPathField) {
    while (value.ends_with('/')) value.remove_suffix(1);
    return std::string(value);
  }
  if (field == schema::kYearField || field == schema::kMonthField) {
    const std::optional<DateRange> range = parse_date_range(value);
    if (!range) return std::string(value);
    return to_iso(range->first).substr(0, field == schema::kYearField ? 4 : 7);
  }
  return name_key(value);
}

// Whether `words` stand in `text` as whole words.
bool contains_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

DocumentSet all_of_terms(const std::vector<std::string>& terms, Postings& postings) {
  DocumentSet set;
  for (const std::string& term : terms) set |= *postings.with(term);
  return set;
}

DocumentSet docs_dated(const Dates& dates, std::optional<Date> from, std::optional<Date> to) {
  const std::int32_t first = from ? to_key(*from) : 1;
  const std::int32_t last = to ? to_key(*to) : 99999999;
  std::vector<std::uint32_t> docids;
  for (std::uint32_t docid = 1; docid < dates.size(); ++docid) {
    if (dates[docid] >= first && dates[docid] <= last) docids.push_back(docid);
  }
  return {docids.size(), docids.data()};
}

DocumentSet docs_of_status(std::initializer_list<EffectStatus> wanted, const AsOf& day,
                           Snapshot& snapshot) {
  const std::vector<EffectStatus>& statuses = snapshot.statuses(day);
  std::vector<std::uint32_t> docids;
  for (std::uint32_t docid = 1; docid < statuses.size(); ++docid) {
    if (std::ranges::find(wanted, statuses[docid]) != wanted.end()) docids.push_back(docid);
  }
  return {docids.size(), docids.data()};
}

}  // namespace

DocumentSet docs_with_value(std::string_view field, std::string_view value, Snapshot& snapshot,
                            Predecessors predecessors) {
  Postings& postings = snapshot.postings();
  if (field == schema::kAgencyField) {
    DocumentSet set;
    for (const std::string& key : snapshot.agencies().keys_of(value, predecessors)) {
      set |= *postings.with(schema::filter_term(field, key));
    }
    if (!set.isEmpty()) return set;
  }
  const std::string key = key_of(field, value);
  if (key.empty()) return {};
  const std::string term = schema::filter_term(field, key);
  if (postings.frequency(term) > 0) return *postings.with(term);
  if (field == schema::kYearField || field == schema::kMonthField || field == schema::kPathField) {
    return {};
  }
  const std::string prefix = schema::filter_term(field, "");
  std::vector<std::string> terms = postings.terms_with_prefix(prefix, kMaxValues);
  std::erase_if(terms, [&](const std::string& candidate) {
    return !contains_words(std::string_view(candidate).substr(prefix.size()), key);
  });
  return all_of_terms(terms, postings);
}

bool has_value(std::string_view field, std::string_view value, Snapshot& snapshot) {
  const std::string key = key_of(field, value);
  return !key.empty() && snapshot.postings().frequency(schema::filter_term(field, key)) > 0;
}

DocumentSet docs_with_number(std::string_view number, Snapshot& snapshot) {
  Postings& postings = snapshot.postings();
  const std::optional<DocumentNumber> parsed = parse_number(number);
  std::string key = parsed ? parsed->key : std::string();
  if (parsed) {
    const auto exact = postings.with(schema::term(schema::kNumber, key));
    if (!exact->isEmpty()) return *exact;
  } else {
    // A number of another grammar stands under its name_key (indexer/document_terms.cc).
    const auto other = postings.with(schema::term(schema::kNumber, name_key(number)));
    if (!other->isEmpty()) return *other;
    const std::optional<NumberQuery> query = parse_number_query(number);
    if (query) key = query->number.key;
    if (key.empty()) {
      key = fold(number, Marks::kDrop);
      std::ranges::transform(key, key.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      });
      key.erase(0, std::min(key.find_first_not_of("0 "), key.size()));
    }
  }
  if (key.empty()) return {};
  const std::string begin = schema::term(schema::kNumber, key);
  std::vector<std::string> terms = postings.terms_with_prefix(begin, kMaxValues);
  // "74" begins with the digits of "749/QĐ-TTg" and is another number.
  std::erase_if(terms, [&](const std::string& term) {
    return term.size() > begin.size() && std::isalnum(static_cast<unsigned char>(key.back())) &&
           std::isalnum(static_cast<unsigned char>(term[begin.size()]));
  });
  return all_of_terms(terms, postings);
}

DocumentSet docs_issued(std::optional<Date> from, std::optional<Date> to, Snapshot& snapshot) {
  return docs_dated(snapshot.dates(), from, to);
}

DocumentSet docs_effective(std::optional<Date> from, std::optional<Date> to, Snapshot& snapshot) {
  return docs_dated(snapshot.effective_dates(), from, to);
}

AsOf as_of(const SearchRequest& request) {
  const Date today = request.today ? *request.today : today_in_vietnam();
  return {request.as_of ? *request.as_of : today, today};
}

DocumentSet docs_with_status(std::string_view status, const AsOf& day, Snapshot& snapshot) {
  std::optional<EffectStatus> wanted = effect_from_code(status);
  if (!wanted) wanted = given_status(status);
  return wanted ? docs_of_status({*wanted}, day, snapshot) : DocumentSet();
}

DocumentSet docs_in_force(const AsOf& day, Snapshot& snapshot) {
  return docs_of_status({EffectStatus::kInForce, EffectStatus::kPartlyExpired}, day, snapshot);
}

}  // namespace tracuu
