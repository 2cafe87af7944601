#include "core/document/copies/copy_traits.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <tuple>

#include "core/document/agency.h"
#include "core/document/date.h"
#include "core/document/number.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr char kDraftMark = 'd';
constexpr char kSignedMark = 's';

// A copy with less than this share of the longest one's text is an extract of it.
constexpr std::uint32_t kExtractDivisor = 2;

template <typename T>
bool differ(const T& a, const T& b) {
  return a != T{} && b != T{} && a != b;
}

template <typename T>
bool agree(const T& a, const T& b) {
  return a != T{} && a == b;
}

// Whether the words of `part` stand in `whole`, both keys.
bool has_words(std::string_view whole, std::string_view part) {
  for (std::size_t at = whole.find(part); at != std::string_view::npos;
       at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    const bool begins = at == 0 || whole[at - 1] == ' ';
    if (begins && (end == whole.size() || whole[end] == ' ')) return true;
  }
  return false;
}

// A joint circular is kept under one of its agencies here, under all of them there.
bool agencies_differ(const std::string& a, const std::string& b) {
  return differ(a, b) && !has_words(a, b) && !has_words(b, a);
}

// Whether the number carries its year: 15/2020/ND-CP. It does not come again then.
bool has_year(std::string_view number) {
  constexpr std::size_t kYearDigits = 4;
  const std::size_t first = number.find('/');
  if (first == std::string_view::npos) return false;
  const std::string_view year = number.substr(first + 1, kYearDigits);
  const bool is_year = year.starts_with("19") || year.starts_with("20");
  return is_year && year.find_first_not_of("0123456789") == std::string_view::npos &&
         number.substr(first + 1 + year.size()).starts_with('/');
}

bool contradict(const ActKeys& a, const ActKeys& b) {
  return differ(a.number, b.number) || agencies_differ(a.agency, b.agency) ||
         differ(a.date, b.date);
}

}  // namespace

CopyTraits copy_traits(const Document& document) {
  CopyTraits traits;
  traits.act.number = number_key(document.number);
  traits.act.agency = agency_key(document.agency);
  traits.act.type = name_key(document.type);
  if (const std::optional<Date> date = parse_iso(document.date)) traits.act.date = to_key(*date);
  traits.act.is_draft = document.is_draft;
  traits.quality.is_draft = document.is_draft;
  traits.quality.is_signed = !document.signer.empty();
  traits.quality.length = static_cast<std::uint32_t>(
      std::min<std::size_t>(document.body.size(), std::numeric_limits<std::uint32_t>::max()));
  return traits;
}

SameAct compare_acts(const ActKeys& a, const ActKeys& b) {
  const bool are_numbered = !a.number.empty() && !b.number.empty();
  if (are_numbered) {
    if (contradict(a, b)) return SameAct::kNo;
    const bool is_dated = agree(a.date, b.date) || has_year(a.number);
    const bool is_certain = is_dated && agree(a.agency, b.agency);
    // A law and a resolution of one day may have one number: 18/2008/QH12.
    return is_certain && !differ(a.type, b.type) ? SameAct::kYes : SameAct::kUnknown;
  }
  // A draft is written, dated and published by others than the act. News have no agency: the same
  // report is printed on several days.
  const bool are_issued = !a.agency.empty() && !b.agency.empty() && !a.is_draft && !b.is_draft;
  return are_issued && contradict(a, b) ? SameAct::kNo : SameAct::kUnknown;
}

bool are_copies(const CopyTraits& a, const CopyTraits& b) {
  const SameAct same = compare_acts(a.act, b.act);
  return same == SameAct::kYes || (same == SameAct::kUnknown && is_copy(a.sketch, b.sketch));
}

std::size_t best_copy(std::span<const CopyQuality> copies) {
  std::uint32_t longest = 0;
  for (const CopyQuality& copy : copies) {
    if (!copy.is_draft) longest = std::max(longest, copy.length);
  }
  const auto rank = [&](const CopyQuality& copy) {
    const bool is_extract = copy.length < longest / kExtractDivisor;
    return std::tuple(copy.is_draft, is_extract, !copy.is_signed);
  };
  const auto best = std::ranges::min_element(copies, {}, rank);
  return static_cast<std::size_t>(best - copies.begin());
}

std::string encode_traits(const CopyQuality& quality) {
  std::string bytes;
  if (quality.is_draft) bytes += kDraftMark;
  if (quality.is_signed) bytes += kSignedMark;
  return bytes + std::to_string(quality.length);
}

std::optional<CopyQuality> decode_traits(std::string_view bytes) {
  const auto take = [&](char mark) {
    const bool is_there = bytes.starts_with(mark);
    if (is_there) bytes.remove_prefix(1);
    return is_there;
  };
  CopyQuality quality;
  quality.is_draft = take(kDraftMark);
  quality.is_signed = take(kSignedMark);
  const char* end = bytes.data() + bytes.size();
  const auto [stop, error] = std::from_chars(bytes.data(), end, quality.length);
  if (bytes.empty() || error != std::errc() || stop != end) return std::nullopt;
  return quality;
}

std::string encode_copy(const CopyTraits& traits) {
  const ActKeys& act = traits.act;
  if (traits.sketch.empty() && act.number.empty()) return {};
  std::string bytes;
  for (std::string line : {act.number, act.agency, act.type, std::to_string(act.date),
                           encode_traits(traits.quality)}) {
    std::ranges::replace(line, '\n', ' ');
    bytes += line + '\n';
  }
  return bytes + encode(traits.sketch);
}

CopyTraits decode_copy(std::string_view bytes) {
  const auto take_line = [&bytes] {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    return line;
  };
  CopyTraits traits;
  traits.act.number = take_line();
  traits.act.agency = take_line();
  traits.act.type = take_line();
  const std::string_view date = take_line();
  std::from_chars(date.data(), date.data() + date.size(), traits.act.date);
  if (const auto quality = decode_traits(take_line())) traits.quality = *quality;
  traits.act.is_draft = traits.quality.is_draft;
  if (const auto sketch = decode_sketch(bytes)) traits.sketch = *sketch;
  return traits;
}

}  // namespace tracuu
