#include "searcher/complete/complete_agencies.h"

#include <algorithm>
#include <string_view>

#include "core/document/agency.h"
#include "core/index/schema.h"
#include "core/text/fold.h"
#include "searcher/bag.h"

namespace tracuu {
namespace {

// Whether the key begins with what was typed, abbreviations written out: "uy ban nhan dan tinh th".
bool begins_expanded(const std::string& expanded, const std::string& key) {
  return !expanded.empty() && key.starts_with(expanded);
}

// Whether it is one word with marks that abbreviations do not have: they keep đ and ư (HĐND, TƯ),
// and «một» is not MOT, the Ministry of Transport.
bool is_marked_word(const TypedPrefix& prefix) {
  if (prefix.finished.size() + (prefix.unfinished.empty() ? 0 : 1) != 1) return false;
  std::string text = fold(prefix.text, Marks::kKeep);
  for (const std::string_view kept : {"đ", "ư"}) {
    for (std::size_t at = 0; (at = text.find(kept, at)) != std::string::npos;) {
      text.erase(at, kept.size());
    }
  }
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// The key that an abbreviation stands for; empty where what was typed is none.
std::string expanded_key(const TypedPrefix& prefix) {
  if (is_marked_word(prefix)) return {};
  std::string key = agency_key(prefix.text);
  return key == name_key(prefix.text) ? std::string() : key;
}

}  // namespace

AgencyCompleter::AgencyCompleter(const CompletionSources& sources) {
  const Column& column = sources.snapshot.column(*find_facet_field(schema::kAgencyField));
  const std::vector<Column::Ordinal> value_of = column.values();
  const Dates& dates = sources.snapshot.dates();
  std::vector<Use> uses(column.ordinal_count());
  for (std::uint32_t docid = 1; docid < dates.size(); ++docid) {
    column.for_each(docid, [&](Column::Ordinal spelling) {
      Use& use = uses[value_of[spelling]];
      ++use.documents;
      use.latest = std::max(use.latest, dates[docid]);
    });
  }
  text::Analysis analysis;
  for (Column::Ordinal value = 1; value < uses.size(); ++value) {
    if (uses[value].documents == 0) continue;
    const std::string label(column.label(value));
    Agency agency{label, {}, agency_key(label), uses[value]};
    if (agency.key.empty()) continue;
    for (BagSyllable& syllable : make_bag(agency.label, sources.analyzer, analysis).syllables) {
      agency.words.push_back({std::move(syllable.toned), std::move(syllable.toneless)});
    }
    agencies_.push_back(std::move(agency));
  }
  std::ranges::sort(agencies_, [](const Agency& a, const Agency& b) {
    return a.use.documents != b.use.documents ? a.use.documents > b.use.documents
                                              : a.label < b.label;
  });
}

bool AgencyCompleter::fits(const BagSyllable& typed, const Word& word) {
  return typed.has_marks ? typed.toned == word.toned : typed.toneless == word.toneless;
}

// Returns whether the words stand in the name in their order, and whether at its beginning.
std::pair<bool, bool> AgencyCompleter::match(const TypedPrefix& prefix, const Agency& agency) {
  std::size_t at = 0;
  bool is_beginning = true;
  const auto find = [&](const auto& fits_word) {
    const std::size_t expected = at;
    while (at < agency.words.size() && !fits_word(agency.words[at])) ++at;
    if (at != expected) is_beginning = false;
    return at++ < agency.words.size();
  };
  for (const BagSyllable& typed : prefix.finished) {
    if (!find([&](const Word& word) { return fits(typed, word); })) return {false, false};
  }
  if (!prefix.unfinished.empty() &&
      !find([&](const Word& word) { return prefix.pattern.begins(word.toned, word.toneless); })) {
    return {false, false};
  }
  return {true, is_beginning};
}

std::vector<AgencyCompleter::Match> AgencyCompleter::complete(const TypedPrefix& prefix,
                                                              std::size_t most) const {
  const std::string expanded = expanded_key(prefix);
  std::vector<Match> beginning;
  std::vector<Match> containing;
  for (const Agency& agency : agencies_) {
    auto [fits_words, is_beginning] = match(prefix, agency);
    if (begins_expanded(expanded, agency.key)) fits_words = is_beginning = true;
    if (!fits_words) continue;
    std::vector<Match>& matches = is_beginning ? beginning : containing;
    if (matches.size() == most) continue;
    matches.push_back(
        {{agency.label, Completion::Kind::kAgency, agency.use.documents, agency.use.latest, {}},
         is_beginning});
  }
  beginning.insert(beginning.end(), containing.begin(), containing.end());
  if (beginning.size() > most) beginning.resize(most);
  return beginning;
}

}  // namespace tracuu
