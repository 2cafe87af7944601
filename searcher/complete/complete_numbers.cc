#include "searcher/complete/complete_numbers.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/document/doctype.h"
#include "core/index/schema.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxVisitedTerms = 4000;
constexpr std::size_t kMaxNumbers = 300;
constexpr std::size_t kMaxDocumentsOfNumber = 64;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

// The groups of letters and of digits, in capitals, one blank between them, no zeros in front:
// "01/2020/qđ-ttg" is "1 2020 QD TTG".
std::string groups_of(std::string_view number) {
  std::string groups;
  for (char c : fold(number, Marks::kDrop)) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!is_digit(c) && !is_letter(c)) {
      if (!groups.empty() && groups.back() != ' ') groups += ' ';
      continue;
    }
    const bool changes = !groups.empty() && ((is_digit(groups.back()) && is_letter(c)) ||
                                             (is_letter(groups.back()) && is_digit(c)));
    if (changes) groups += ' ';
    if (groups.empty() && c == '0') continue;
    groups += c;
  }
  return groups;
}

struct TypedNumber {
  std::string digits;    // of the sequence, as far as typed
  std::string groups;    // ends in a blank when a separator does
  std::string type_key;  // of the type's name before it: "quyet dinh"
  std::string symbol;    // before it: "QD"
};

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n:.");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" \t\r\n:"));
}

bool is_symbol(std::string_view groups) {
  return std::ranges::any_of(document_types().all(), [&](const DocumentType& type) {
    return std::ranges::any_of(
        type.symbols, [&](const std::string& symbol) { return groups_of(symbol) == groups; });
  });
}

// Takes the words before the number off the text.
std::string_view take_type(std::string_view text, TypedNumber& number) {
  if (const auto type = leading_type(text)) {
    number.type_key = name_key(type->name);
    text = without_blanks(text.substr(type->length));
  } else if (std::string symbol = groups_of(first_word(text)); is_symbol(symbol)) {
    number.symbol = std::move(symbol);
    text = without_blanks(text.substr(first_word(text).size()));
  }
  if (fold(first_word(text), Marks::kDrop) == "so") {
    text = without_blanks(text.substr(first_word(text).size()));
  }
  return text;
}

std::optional<TypedNumber> read_number(std::string_view typed) {
  TypedNumber number;
  const std::string_view text = take_type(without_blanks(typed), number);
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  number.groups = groups_of(text);
  number.digits = number.groups.substr(0, number.groups.find(' '));
  if (number.digits.empty() || !is_digit(number.digits.front())) return std::nullopt;
  return number;
}

struct Found {
  std::string key;
  Use use;
  Xapian::docid newest = 0;
  bool is_whole = false;  // the sequence typed is the whole sequence
};

bool fits(const std::string& key, const TypedNumber& typed) {
  const std::string groups = groups_of(key) + ' ';
  if (!groups.starts_with(typed.groups)) return false;
  return typed.symbol.empty() || groups.find(' ' + typed.symbol + ' ') != std::string::npos;
}

// Reads the documents of a number; nothing when none of them may be shown for it.
std::optional<Found> read_documents(const std::string& term, const DocumentSet* admitted,
                                    Snapshot& snapshot) {
  const IndexView& database = snapshot.database();
  const std::vector<std::int32_t>& dates = snapshot.dates();
  Found found;
  std::size_t visited = 0;
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    if (++visited > kMaxDocumentsOfNumber) break;
    if (admitted != nullptr && !admitted->contains(*posting)) continue;
    ++found.use.documents;
    const std::int32_t date = *posting < dates.size() ? dates[*posting] : 0;
    if (found.newest != 0 && date <= found.use.latest) continue;
    found.newest = *posting;
    found.use.latest = date;
  }
  if (found.newest == 0) return std::nullopt;
  return found;
}

std::vector<Found> find_numbers_beginning(const TypedNumber& typed, Snapshot& snapshot) {
  std::shared_ptr<const DocumentSet> admitted;
  if (!typed.type_key.empty()) {
    admitted = snapshot.postings().with(schema::filter_term(schema::kTypeField, typed.type_key));
  }
  std::vector<Found> found;
  std::size_t visited = 0;
  const std::string begin = schema::term(schema::kNumber, typed.digits);
  const IndexView& database = snapshot.database();
  const auto end = database.allterms_end(begin);
  for (auto term = database.allterms_begin(begin); term != end; ++term) {
    if (++visited > kMaxVisitedTerms || found.size() == kMaxNumbers) break;
    const std::string key = (*term).substr(schema::kNumber.size());
    if (!fits(key, typed)) continue;
    auto number = read_documents(*term, admitted.get(), snapshot);
    if (!number) continue;
    number->key = key;
    number->is_whole = key.size() == typed.digits.size() || !is_digit(key[typed.digits.size()]);
    found.push_back(std::move(*number));
  }
  return found;
}

}  // namespace

std::vector<Completion> complete_numbers(std::string_view typed, std::size_t most,
                                         const CompletionSources& sources) {
  const std::optional<TypedNumber> number = read_number(typed);
  if (!number) return {};
  std::vector<Found> found = find_numbers_beginning(*number, sources.snapshot);
  std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
    if (a.is_whole != b.is_whole) return a.is_whole;
    return a.use.latest > b.use.latest;
  });
  if (found.size() > most) found.resize(most);
  std::vector<Completion> completions;
  for (const Found& each : found) {
    const RecordHeads::Head& head = sources.heads.of(each.newest);
    completions.push_back({head.number, Completion::Kind::kNumber, each.use.documents,
                           each.use.latest, each.use.documents == 1 ? head.id : std::string()});
  }
  return completions;
}

}  // namespace tracuu
