#include "searcher/terminal_view.h"

#include <algorithm>
#include <array>

#include "searcher/explain_text.h"
#include "searcher/graph/graph_text.h"
#include "searcher/response_words.h"

namespace tracuu {
namespace {

constexpr std::size_t kCopiesShown = 3;

constexpr Bilingual kTotal{"{0} văn bản", "{0} documents"};
constexpr Bilingual kRange{"{0} văn bản, từ {1} đến {2}", "{0} documents, {1} to {2}"};
constexpr Bilingual kNone{"Không tìm thấy văn bản nào.", "No document was found."};
constexpr Bilingual kUnderstood{"Hiểu là: {0}", "Understood as: {0}"};
constexpr Bilingual kNotExact{"Hết thời gian: chưa tìm hết, số văn bản chưa chính xác.",
                              "Out of time: the search was cut, the number is not exact."};
constexpr Bilingual kPartial{"Hết thời gian: kết quả chưa đầy đủ.",
                             "Out of time: the results are not complete."};
constexpr Bilingual kDidYouMean{"Có phải bạn tìm: {0}?", "Did you mean: {0}?"};
constexpr Bilingual kOffered{"Có thể lọc theo: {0}", "Filters to choose: {0}"};
constexpr Bilingual kCopies{"và {0} bản khác: {1}", "and {0} more copies: {1}"};
constexpr Bilingual kPage{"trang {0}", "page {0}"};
constexpr Bilingual kInferred{"{0} (suy đoán)", "{0} (inferred)"};

constexpr Bilingual kType{"Loại", "Type"};
constexpr Bilingual kAgency{"Cơ quan", "Agency"};
constexpr Bilingual kStatus{"Tình trạng", "Status"};
constexpr Bilingual kSigner{"Người ký", "Signer"};
constexpr Bilingual kKeywords{"Từ khóa", "Keywords"};
constexpr Bilingual kYear{"Năm", "Year"};
constexpr Bilingual kMonth{"Tháng", "Month"};
constexpr Bilingual kFolder{"Thư mục", "Folder"};
constexpr Bilingual kField{"Lĩnh vực", "Field"};
constexpr Bilingual kPlace{"Địa danh", "Place"};
constexpr Bilingual kPerson{"Người", "Person"};

std::string understood_line(const Response& response, View& view) {
  std::string all;
  for (const std::string& step : understood_words(response, view.options().language)) {
    if (!all.empty()) all += "; ";
    all += one_line(step);
  }
  return all;
}

void write_relaxed(const Response& response, View& view) {
  for (const Relaxed& relaxed : response.relaxed) {
    view.line(one_line(relaxed_sentence(relaxed, view.options().language)));
  }
}

// "khoản 2 Điều 5, trang 3"
std::string place_of(const Passage& passage, const View& view) {
  std::string place = passage.label;
  if (passage.page > 0) {
    if (!place.empty()) place += ", ";
    place += view.phrase(kPage, {std::to_string(passage.page)});
  }
  return place;
}

void write_result(std::size_t rank, const Result& result, View& view) {
  const std::string number = std::to_string(rank) + ". ";
  const std::size_t indent = number.size();
  view.styled(kBold, number + one_line(result.title.empty() ? result.id : result.title));
  view.blank();
  std::string facts;
  const std::string date = date_for_people(result.date);
  const std::string shown_date = result.date_inferred ? view.phrase(kInferred, {date}) : date;
  for (const std::string* fact : {&result.type, &result.number, &result.agency, &shown_date}) {
    if (fact->empty()) continue;
    if (!facts.empty()) facts += " · ";
    facts += one_line(*fact);
  }
  if (!facts.empty()) view.line(std::string(indent, ' ') + facts);
  const std::string effect = effect_line(result.effect, view.options().language);
  if (!effect.empty() && result.effect.status != EffectStatus::kUnknown) {
    view.line(std::string(indent, ' ') + one_line(effect));
  }
  std::vector<SnippetPart> parts = result.snippet.parts;
  const std::string place = place_of(result.snippet.passage, view);
  if (!place.empty() && !parts.empty()) parts.push_back({" (" + place + ")", false});
  view.wrapped(parts, indent);
  std::string id = result.id;
  if (!result.snippet.passage.anchor.empty()) id += "#" + result.snippet.passage.anchor;
  view.styled(kFaint, std::string(indent, ' ') + one_line(id));
  view.blank();
  if (result.copies.empty()) return;
  std::string copies;
  for (std::size_t i = 0; i < std::min(result.copies.size(), kCopiesShown); ++i) {
    copies += (i == 0 ? "" : ", ") + one_line(result.copies[i]);
  }
  if (result.copies.size() > kCopiesShown) copies += ", …";
  view.line(std::string(indent, ' ') +
            view.phrase(kCopies, {std::to_string(result.copies.size()), copies}));
}

void write_facet(const Facet& facet, View& view) {
  if (facet.values.empty()) return;
  view.styled(kBold, facet_label(facet.name, view.options().language));
  view.blank();
  for (const FacetValue& value : facet.values) {
    const std::string count = std::to_string(value.count);
    view.line(std::string(6 - std::min<std::size_t>(count.size(), 6), ' ') + count + "  " +
              std::string(2 * value.depth, ' ') + one_line(value.label));
  }
}

}  // namespace

std::string date_for_people(const std::string& iso) {
  if (iso.size() != 10) return iso;
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

std::string facet_label(const std::string& name, Language language) {
  struct Label {
    std::string_view name;
    const Bilingual& label;
  };
  static constexpr std::array kLabels{
      Label{"agency", kAgency}, Label{"type", kType},       Label{"year", kYear},
      Label{"month", kMonth},   Label{"path", kFolder},     Label{"signer", kSigner},
      Label{"field", kField},   Label{"place", kPlace},     Label{"person", kPerson},
      Label{"status", kStatus}, Label{"keyword", kKeywords}};
  for (const Label& label : kLabels) {
    if (label.name == name) return std::string(label.label.in(language));
  }
  return name;
}

namespace {

// «loại Nghị quyết; năm 2021»
void write_offered(const Response& response, const SearchRequest& request, View& view) {
  std::string offered;
  for (const OfferedFilter& filter : response.offered) {
    const auto chosen = request.filters.find(filter.field);
    if (chosen != request.filters.end() && !chosen->second.empty()) continue;
    offered += (offered.empty() ? "" : "; ") + facet_label(filter.field, view.options().language) +
               " " + one_line(filter.value);
  }
  if (!offered.empty()) view.line(view.phrase(kOffered, {offered}));
}

}  // namespace

std::string to_text(const Response& response, const SearchRequest& request,
                    const ViewOptions& options) {
  View view(options);
  const std::string understood = understood_line(response, view);
  if (!understood.empty()) view.line(view.phrase(kUnderstood, {understood}));
  write_relaxed(response, view);
  write_offered(response, request, view);
  if (!response.suggestions.empty()) {
    view.line(view.phrase(kDidYouMean, {one_line(response.suggestions.front())}));
  }
  if (response.total == 0) {
    view.line(kNone.in(options.language));
  } else if (response.results.size() == response.total || response.results.empty()) {
    view.line(view.phrase(kTotal, {std::to_string(response.total)}));
  } else {
    view.line(
        view.phrase(kRange, {std::to_string(response.total), std::to_string(request.offset + 1),
                             std::to_string(request.offset + response.results.size())}));
  }
  if (response.is_partial) {
    view.line((response.is_exact ? kPartial : kNotExact).in(options.language));
  }
  std::size_t rank = request.offset;
  for (const Result& result : response.results) {
    view.blank();
    write_result(++rank, result, view);
    if (!request.explain) continue;
    for (const std::string& line : explain_lines(result, options.language)) {
      view.line("   " + one_line(line));
    }
  }
  if (!response.facets.empty()) view.blank();
  for (const Facet& facet : response.facets) write_facet(facet, view);
  return view.take();
}

}  // namespace tracuu
