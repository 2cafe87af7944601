#include "core/document/citation/resolve.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "core/document/agency.h"
#include "core/document/citation/agency_reader.h"
#include "core/document/citation/words.h"
#include "core/document/number.h"

namespace tracuu {
namespace {

constexpr std::size_t kIsoDateBytes = 10;
constexpr std::size_t kYearBytes = 4;

enum class Fit { kContradicts, kUnknown, kFits };

// A candidate's agency and date as they are compared.
struct Known {
  const Candidate* candidate = nullptr;
  std::string agency;  // agency_key
  Fit agency_fit = Fit::kUnknown;
  Fit date_fit = Fit::kUnknown;
  Fit type_fit = Fit::kUnknown;

  bool contradicts() const {
    return agency_fit == Fit::kContradicts || date_fit == Fit::kContradicts ||
           type_fit == Fit::kContradicts;
  }
  bool is_told() const { return agency_fit == Fit::kFits || date_fit == Fit::kFits; }
};

bool is_law(std::string_view type) {
  return type == "Luật" || type == "Bộ luật" || type == "Pháp lệnh" || type == "Hiến pháp";
}

// Codes that stand for one agency in all the land: CP, BTC, QH14, also of ministries that are gone.
bool is_central(std::string_view code) {
  static constexpr std::array<std::string_view, 8> kKnown = {"CP",  "TTG",  "QH",   "UBTVQH",
                                                             "CTN", "HDBT", "NHNN", "TANDTC"};
  if (std::ranges::find(kKnown, code) != kKnown.end()) return true;
  constexpr std::size_t kMinMinistry = 3;
  return code.size() >= kMinMinistry && code.starts_with('B') && code != "BCD" && code != "BQL";
}

// Whether the number itself says whose it is.
bool implies_agency(std::string_view key) {
  const auto number = parse_number(key);
  if (!number || number->organs.empty()) return false;
  return std::ranges::all_of(number->organs, [](const std::string& organ) {
    std::string letters = organ;
    letters.erase(letters.find_last_not_of("0123456789") + 1);
    return is_central(letters) || agency_names().find_code(letters) != nullptr;
  });
}

// "uy ban nhan dan tinh": a body each province has, the province left out.
bool is_without_place(std::string_view key) {
  static constexpr std::array<std::string_view, 6> kEnds = {" tinh", " thanh pho", " huyen",
                                                            " quan", " xa",        " phuong"};
  return key == "tinh uy" || key == "thanh uy" ||
         std::ranges::any_of(kEnds, [&](std::string_view end) { return key.ends_with(end); });
}

// "thai nguyen" of "uy ban nhan dan tinh thai nguyen"; empty for none.
std::string_view place_of(std::string_view key) {
  for (const std::string_view mark : {" tinh ", " thanh pho ", "tinh uy ", "thanh uy "}) {
    const std::size_t at = key.find(mark);
    if (at != std::string_view::npos) return key.substr(at + mark.size());
  }
  return {};
}

// The agency the citation means, in full where «tỉnh» is the citing document's.
std::string meant_agency(const Citation& citation, const CitationContext& citing) {
  if (citation.agency.empty()) return {};
  std::string key = agency_key(citation::without_office(citation.agency));
  if (!is_without_place(key)) return key;
  const std::string own = agency_key(citing.agency);
  const std::string_view place = place_of(own);
  if (place.empty()) return {};
  key += ' ';
  key += place;
  return key;
}

Fit fit_of_agency(const std::string& meant, const std::string& known, bool is_implied) {
  if (is_implied) return Fit::kFits;
  if (meant.empty() || known.empty()) return Fit::kUnknown;
  return meant == known ? Fit::kFits : Fit::kContradicts;
}

Fit fit_of_type(std::string_view cited, std::string_view known) {
  if (cited.empty() || known.empty()) return Fit::kUnknown;
  if (cited == known) return Fit::kFits;
  const bool are_laws =
      (cited == "Luật" && known == "Bộ luật") || (cited == "Bộ luật" && known == "Luật");
  return are_laws ? Fit::kUnknown : Fit::kContradicts;
}

// The year of a date, or that which the number carries: 45/2013/QH13.
std::string_view year_of(std::string_view date, std::string_view key) {
  if (!date.empty()) return date.substr(0, kYearBytes);
  const std::size_t slash = key.find('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view year = key.substr(slash + 1, kYearBytes);
  const bool is_year = year.size() == kYearBytes && (year.front() == '1' || year.front() == '2') &&
                       year.find_first_not_of("0123456789") == std::string_view::npos;
  return is_year ? year : std::string_view{};
}

Fit fit_of_date(const Citation& citation, const Candidate& candidate) {
  if (citation.date.empty()) return Fit::kUnknown;
  std::string_view date = candidate.date;
  if (date.empty() && is_law(candidate.type)) date = year_of({}, candidate.key);
  if (date.empty()) return Fit::kUnknown;
  const std::size_t length = std::min({citation.date.size(), date.size(), kIsoDateBytes});
  if (citation.date.substr(0, length) != date.substr(0, length)) return Fit::kContradicts;
  return Fit::kFits;
}

bool is_later(const Candidate& candidate, const CitationContext& citing) {
  const bool are_whole =
      candidate.date.size() == kIsoDateBytes && citing.date.size() == kIsoDateBytes;
  if (are_whole) return candidate.date > citing.date;
  const std::string_view year = year_of(candidate.date, candidate.key);
  const std::string_view limit = year_of(citing.date, citing.key);
  return !year.empty() && !limit.empty() && year > limit;
}

// No document cites itself.
bool is_citing(const Candidate& candidate, const CitationContext& citing) {
  return !citing.key.empty() && candidate.key == citing.key && candidate.date == citing.date;
}

// «01» of «Nghị quyết 01» against 1-NQ/TU.
bool has_sequence(const Candidate& candidate, std::string_view number) {
  const std::size_t digit = number.find_first_not_of('0');
  if (digit == std::string_view::npos) return false;
  number.remove_prefix(digit);
  if (!candidate.key.starts_with(number)) return false;
  const std::string_view rest = candidate.key.substr(number.size());
  return rest.starts_with('/') || rest.starts_with('-');
}

// Whether the candidate could be meant at all: by number, by name, by the loose number.
bool is_named(const Citation& citation, const std::string& name, const Candidate& candidate) {
  if (!citation.key.empty()) return candidate.key == citation.key;
  if (!citation.name.empty()) {
    return candidate.type == citation.type && law_name_key(candidate.type, candidate.title) == name;
  }
  return !citation.number.empty() && candidate.type == citation.type &&
         has_sequence(candidate, citation.number);
}

bool are_copies(const Known& a, const Known& b) {
  const bool is_one_number = a.candidate->key == b.candidate->key;
  const bool is_one_agency =
      a.agency == b.agency || a.agency.empty() || b.agency.empty() || a.agency_fit == Fit::kFits;
  const bool is_one_date = a.candidate->date == b.candidate->date || a.candidate->date.empty() ||
                           b.candidate->date.empty();
  const bool is_one_type = a.candidate->type == b.candidate->type || a.candidate->type.empty() ||
                           b.candidate->type.empty();
  return is_one_number && is_one_agency && is_one_date && is_one_type;
}

int score(const Known& known) {
  constexpr int kDate = 4;
  constexpr int kAgency = 2;
  const auto points = [](Fit fit, int weight) {
    return fit == Fit::kFits ? weight : fit == Fit::kContradicts ? -weight : 0;
  };
  return points(known.date_fit, kDate) + points(known.agency_fit, kAgency) +
         points(known.type_fit, 1);
}

std::vector<std::size_t> ids_of(const std::vector<Known>& known) {
  std::vector<std::size_t> ids;
  ids.reserve(known.size());
  for (const Known& one : known) ids.push_back(one.candidate->id);
  return ids;
}

// The candidates that fit if they are copies of one act, nothing otherwise.
std::optional<std::vector<std::size_t>> one_act(const std::vector<Known>& known, bool needs_proof) {
  std::vector<Known> fitting;
  for (const Known& one : known) {
    if (!one.contradicts()) fitting.push_back(one);
  }
  if (fitting.empty()) return std::nullopt;
  const bool is_told = std::ranges::any_of(fitting, [](const Known& one) { return one.is_told(); });
  if (needs_proof && !is_told) return std::nullopt;
  for (const Known& a : fitting) {
    for (const Known& b : fitting) {
      if (!are_copies(a, b)) return std::nullopt;
    }
  }
  return ids_of(fitting);
}

// Of loose numbers the agency and the date must both be right.
bool is_loose(const Citation& citation) {
  return citation.key.empty() && citation.name.empty();
}

}  // namespace

std::vector<Citation> completed(std::span<const Citation> citations) {
  std::unordered_map<std::string, const Citation*> full;  // nullptr: two laws of one name
  for (const Citation& citation : citations) {
    if (citation.name.empty() || (citation.key.empty() && citation.date.empty())) continue;
    const auto [slot, is_new] =
        full.try_emplace(law_name_key(citation.type, citation.name), &citation);
    if (is_new || slot->second == nullptr) continue;
    const Citation& other = *slot->second;
    const bool is_same_key = other.key == citation.key || other.key.empty() || citation.key.empty();
    const bool is_same_date =  // «năm 2013» and 2013-11-29 are
        other.date.starts_with(citation.date) || citation.date.starts_with(other.date);
    if (!is_same_key || !is_same_date) {
      slot->second = nullptr;
    } else if (other.key.empty()) {
      slot->second = &citation;
    }
  }
  std::vector<Citation> out(citations.begin(), citations.end());
  for (Citation& citation : out) {
    if (citation.name.empty() || !citation.key.empty() || !citation.date.empty()) continue;
    const auto found = full.find(law_name_key(citation.type, citation.name));
    if (found == full.end()) continue;
    if (found->second == nullptr) {
      citation.name.clear();
      continue;
    }
    citation.number = found->second->number;
    citation.key = found->second->key;
    citation.date = found->second->date;
  }
  return out;
}

CitationContext acting_context(const Citation& citation, std::span<const Citation> all,
                               const CitationContext& citing) {
  CitationContext acting = citing;
  if (citation.subject == kNoSubject) return acting;
  const Citation& subject = all[citation.subject];
  if (subject.date.empty() && subject.key.empty()) return acting;
  acting.key = subject.key;
  acting.type = subject.type;
  acting.date = subject.date;
  return acting;
}

std::string law_name_key(std::string_view type, std::string_view name_or_title) {
  const std::string type_key = citation::words_key(type);
  std::string key = citation::words_key(name_or_title);
  const auto skip_type = [&] {
    if (key.starts_with(type_key + ' ')) key.erase(0, type_key.size() + 1);
  };
  skip_type();
  const auto skip_word = [&] { key.erase(0, std::min(key.find(' '), key.size() - 1) + 1); };
  if (key.starts_with("so ")) skip_word();
  if (!key.empty() && key.front() >= '0' && key.front() <= '9') {
    skip_word();
    const auto is_of_number = [&] {
      const bool is_digit = key.front() >= '0' && key.front() <= '9';
      return is_digit || key.starts_with("qh") || key.starts_with("ubtvqh") ||
             key.starts_with("lct") || key.starts_with("hdnn") || key.starts_with("l ctn");
    };
    while (!key.empty() && is_of_number()) skip_word();
    skip_type();
  }
  return type_key + '|' + key;
}

Resolution resolve(const Citation& citation, const CitationContext& citing,
                   std::span<const Candidate> candidates) {
  const std::string name =
      citation.name.empty() ? std::string() : law_name_key(citation.type, citation.name);
  const std::string meant = meant_agency(citation, citing);
  const bool is_implied = !citation.key.empty() && implies_agency(citation.key);
  std::vector<Known> known;
  for (const Candidate& candidate : candidates.first(std::min(candidates.size(), kMaxCandidates))) {
    if (is_later(candidate, citing) || is_citing(candidate, citing)) continue;
    if (!is_named(citation, name, candidate)) continue;
    Known one{&candidate, agency_key(candidate.agency), {}, {}, {}};
    one.agency_fit = fit_of_agency(meant, one.agency, is_implied);
    one.date_fit = fit_of_date(citation, candidate);
    one.type_fit = fit_of_type(citation.type, candidate.type);
    known.push_back(std::move(one));
  }
  if (known.empty()) return {};
  std::ranges::stable_sort(known, [](const Known& a, const Known& b) {
    if (score(a) != score(b)) return score(a) > score(b);
    return a.candidate->date > b.candidate->date;
  });
  const bool is_by_name = citation.key.empty() && !citation.name.empty();
  auto act = one_act(known, !is_by_name);
  if (act && is_loose(citation)) {
    const bool is_sure =
        known.front().agency_fit == Fit::kFits && known.front().date_fit == Fit::kFits;
    if (!is_sure) act.reset();
  }
  if (act) return {Resolution::Kind::kAsserted, std::move(*act)};
  return {Resolution::Kind::kRanked, ids_of(known)};
}

}  // namespace tracuu
