#include "searcher/command_line.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/document/access.h"
#include "core/document/date.h"
#include "core/program/options.h"

namespace tracuu {
namespace {

constexpr Bilingual kDescription{"Tìm văn bản trong một chỉ mục.",
                                 "Searches the documents of an index."};
constexpr Bilingual kIndex{"thư mục chỉ mục", "the index directory"};
constexpr Bilingual kType{"chỉ lấy loại văn bản này (lặp lại được)",
                          "only documents of this type (repeatable)"};
constexpr Bilingual kAgency{"chỉ lấy cơ quan này (lặp lại được)",
                            "only documents of this agency (repeatable)"};
constexpr Bilingual kFilter{
    "lọc theo agency, type, year, month, path, signer, source, field, place, person, keyword, "
    "status",
    "filter by agency, type, year, month, path, signer, source, field, place, person, keyword, "
    "status"};
constexpr Bilingual kFrom{"ban hành từ ngày (2020-12-31, 31/12/2020, 12/2020, 2020)",
                          "issued on or after (2020-12-31, 31/12/2020, 12/2020, 2020)"};
constexpr Bilingual kTo{"ban hành đến hết ngày, tháng hay năm", "issued on or before"};
constexpr Bilingual kSort{"thứ tự: relevance, newest, oldest", "order: relevance, newest, oldest"};
constexpr Bilingual kLimit{"số kết quả (mặc định 10)", "number of results (default 10)"};
constexpr Bilingual kOffset{"bỏ qua bấy nhiêu kết quả đầu", "skip so many results"};
constexpr Bilingual kTimeLimit{"hết bấy nhiêu mili giây thì trả lời bằng những gì đã tìm được",
                               "answer with what is found after so many milliseconds"};
constexpr Bilingual kFacets{
    "đếm theo agency,type,year,month,path,signer,field,place,person,keyword,status",
    "count by agency,type,year,month,path,signer,field,place,person,keyword,status"};
constexpr Bilingual kExplain{"vì sao mỗi kết quả đứng ở chỗ của nó",
                             "why each result stands where it does"};
constexpr Bilingual kVerbatim{"tìm đúng như đã gõ: không thêm dấu, sửa lỗi hay từ đồng nghĩa",
                              "search as typed: no marks restored, no errors mended, no synonyms"};
constexpr Bilingual kData{"thư mục có abbreviations.tsv, synonyms.tsv, place_names.tsv",
                          "the folder of abbreviations.tsv, synonyms.tsv, place_names.tsv"};
constexpr Bilingual kRanking{"tệp trọng số của thứ tự (mỗi dòng: tên, dấu tab, số)",
                             "a file of ranking weights (each line: name, tab, number)"};
constexpr Bilingual kJson{"in kết quả dạng JSON", "print JSON"};
constexpr Bilingual kShow{"in văn bản có mã này", "print the document with this id"};
constexpr Bilingual kOriginal{"với --show: chữ như trước khi sửa mã",
                              "with --show: the text before its encoding was repaired"};
constexpr Bilingual kAsOf{"hiệu lực tính đến ngày này", "what was in force on this day"};
constexpr Bilingual kCites{"in những văn bản mà văn bản có mã này dẫn",
                           "print what the document with this id cites"};
constexpr Bilingual kCitedBy{"in những văn bản dẫn văn bản có mã này",
                             "print what cites the document with this id"};
constexpr Bilingual kRelated{"in những văn bản liên quan với văn bản có mã này",
                             "print the documents related to the one with this id"};
constexpr Bilingual kCite{"in dòng «Căn cứ …;» để viện dẫn văn bản có mã này",
                          "print the line by which to cite the document with this id"};
constexpr Bilingual kUnresolved{"in những văn bản được dẫn mà chưa có trong chỉ mục",
                                "print what is cited and not in the index"};
constexpr Bilingual kGraph{"ghi đồ thị quan hệ văn bản ra tệp .dot hoặc .json",
                           "write the graph of documents to a .dot or .json file"};
constexpr Bilingual kSimilar{"in những văn bản tương tự văn bản có mã này",
                             "print the documents like the one with this id"};
constexpr Bilingual kNoCollapse{"để riêng từng bản sao của một văn bản",
                                "list each copy of a document by itself"};
constexpr Bilingual kNoPredecessors{
    "lọc theo cơ quan: bỏ văn bản của cơ quan tiền thân (đã sáp nhập, đổi tên)",
    "filtering by an agency: leave out those it was merged or renamed from"};
constexpr Bilingual kEffectiveFrom{"có hiệu lực từ ngày này trở đi", "in force from this day on"};
constexpr Bilingual kEffectiveTo{"có hiệu lực chậm nhất từ ngày này",
                                 "in force from this day or earlier"};
constexpr Bilingual kComplete{"in những gì có thể gõ tiếp: cụm từ, số, cơ quan, tiêu đề",
                              "print what may be typed next: phrases, numbers, agencies, titles"};
constexpr Bilingual kSuggest{"in những truy vấn có lẽ muốn tìm", "print queries likely meant"};
constexpr Bilingual kGroups{
    "trả lời như cho thành viên các nhóm này (cách nhau bằng dấu phẩy; '' là người ngoài); mặc "
    "định: "
    "mọi văn bản",
    "answer as for members of these groups (between commas; '' is anybody); default: every "
    "document"};
constexpr Bilingual kWhyVisible{
    "vì sao người đọc (--groups) được xem hay không được xem văn bản có mã này",
    "why the reader (--groups) may or may not see the document with this id"};
constexpr Bilingual kQueries{"chạy cả tệp truy vấn (BEIR), cùng với --run",
                             "run a file of queries (BEIR), with --run"};
constexpr Bilingual kRun{"tệp kết quả (TREC)", "the run file to write (TREC)"};
constexpr Bilingual kNoPager{"không dùng trình phân trang", "use no pager"};
constexpr Bilingual kHelpQuery{"in ngôn ngữ truy vấn rồi thoát",
                               "print the query language and exit"};
constexpr Bilingual kQuery{"truy vấn; để trống là mọi văn bản",
                           "the query; empty is every document"};
constexpr Bilingual kFooter{
    "Trạng thái thoát: 0 có kết quả, 1 không có, 2 không làm được.\n"
    "Ví dụ: tracuu-search --index /srv/chi-muc --type \"Quyết định\" --from 2020 chuyển đổi số",
    "Exit status: 0 found, 1 nothing found, 2 failed.\n"
    "Example: tracuu-search --index /srv/index --type \"Quyết định\" --from 2020 chuyển đổi số"};

constexpr std::size_t kFacetValuesOnScreen = 10;
constexpr std::size_t kFacetValuesInJson = 1000;

// Options as they are typed, before they are checked.
struct Typed {
  std::vector<std::string> types;
  std::vector<std::string> agencies;
  std::vector<std::string> filters;
  std::vector<std::string> words;
  std::string from;
  std::string to;
  std::string as_of;
  std::string effective_from;
  std::string effective_to;
  bool no_collapse = false;
  bool no_predecessors = false;
  std::string sort;
  std::string limit;
  std::string offset;
  std::string time_limit;
  std::string facets;
};

Sort sort_option(const std::string& value) {
  if (value.empty() || value == "relevance") return Sort::kRelevance;
  if (value == "newest") return Sort::kNewest;
  if (value == "oldest") return Sort::kOldest;
  throw Error(ErrorCode::kBadOption, {"--sort", value, "relevance, newest, oldest"});
}

DateRange date_option(const char* name, const std::string& value) {
  if (const std::optional<DateRange> range = parse_date_range(value)) return *range;
  throw Error(ErrorCode::kBadOption, {name, value, "2020-12-31, 31/12/2020, 12/2020, 2020"});
}

Reader reader_option(const std::vector<std::string>& lists) {
  Reader reader;
  for (const std::string& list : lists) {
    for (const std::string& name : split_names(list)) {
      std::optional<std::string> group = group_name(name);
      if (!group) throw Error(ErrorCode::kBadOption, {"--groups", name, "GROUP[,GROUP…]"});
      reader.groups.push_back(std::move(*group));
    }
  }
  return reader;
}

std::vector<std::string> split_commas(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (comma > 0) parts.emplace_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return parts;
}

void check(const Typed& typed, Options& options) {
  SearchRequest& request = options.request;
  if (!typed.types.empty()) request.filters["type"] = typed.types;
  if (!typed.agencies.empty()) request.filters["agency"] = typed.agencies;
  for (const std::string& filter : typed.filters) {
    const std::size_t equals = filter.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw Error(ErrorCode::kBadOption, {"--filter", filter, "NAME=VALUE"});
    }
    request.filters[filter.substr(0, equals)].push_back(filter.substr(equals + 1));
  }
  if (!typed.from.empty()) request.from = date_option("--from", typed.from).first;
  if (!typed.to.empty()) request.to = date_option("--to", typed.to).last;
  if (!typed.as_of.empty()) request.as_of = date_option("--as-of", typed.as_of).last;
  if (!typed.effective_from.empty()) {
    request.effective_from = date_option("--effective-from", typed.effective_from).first;
  }
  if (!typed.effective_to.empty()) {
    request.effective_to = date_option("--effective-to", typed.effective_to).last;
  }
  request.collapse = !typed.no_collapse;
  request.with_predecessors = !typed.no_predecessors;
  request.sort = sort_option(typed.sort);
  if (!typed.limit.empty()) request.limit = number_option("--limit", typed.limit, kMaxLimit);
  if (!typed.offset.empty()) request.offset = number_option("--offset", typed.offset, kMaxOffset);
  if (!typed.time_limit.empty()) {
    request.time_limit = std::chrono::milliseconds(
        number_option("--time-limit", typed.time_limit, kMaxTimeLimit.count()));
  }
  request.facets = split_commas(typed.facets);
  request.facet_values = options.json ? kFacetValuesInJson : kFacetValuesOnScreen;
  for (const std::string& word : typed.words) {
    request.query += (request.query.empty() ? "" : " ") + word;
  }
}

}  // namespace

Options read_options(const Program& program) {
  Options options;
  Typed typed;
  OptionParser parser(program, kDescription, "tracuu-search --index DIR [--type T]… QUERY");
  parser.value("--index", options.index, "DIR", kIndex);
  parser.values("--type", typed.types, "T", kType);
  parser.values("--agency", typed.agencies, "A", kAgency);
  parser.values("--filter", typed.filters, "NAME=VALUE", kFilter);
  parser.value("--from", typed.from, "D", kFrom);
  parser.value("--to", typed.to, "D", kTo);
  parser.value("--as-of", typed.as_of, "D", kAsOf);
  parser.value("--effective-from", typed.effective_from, "D", kEffectiveFrom);
  parser.value("--effective-to", typed.effective_to, "D", kEffectiveTo);
  parser.flag("--no-predecessors", typed.no_predecessors, kNoPredecessors);
  parser.flag("--no-collapse", typed.no_collapse, kNoCollapse);
  parser.value("--sort", typed.sort, "S", kSort);
  parser.value("--limit", typed.limit, "N", kLimit);
  parser.value("--offset", typed.offset, "N", kOffset);
  parser.value("--time-limit", typed.time_limit, "MS", kTimeLimit);
  parser.value("--facets", typed.facets, "LIST", kFacets);
  parser.flag("--explain", options.request.explain, kExplain);
  parser.flag("--verbatim", options.request.verbatim, kVerbatim);
  parser.value("--data", options.data, "DIR", kData);
  parser.value("--ranking", options.ranking, "FILE", kRanking);
  parser.flag("--json", options.json, kJson);
  parser.value("--show", options.show, "ID", kShow);
  parser.flag("--original", options.original, kOriginal);
  parser.value("--cites", options.cites, "ID", kCites);
  parser.value("--cited-by", options.cited_by, "ID", kCitedBy);
  parser.value("--related", options.related, "ID", kRelated);
  parser.value("--similar", options.similar, "ID", kSimilar);
  parser.value("--cite", options.cite, "ID", kCite);
  parser.flag("--unresolved", options.unresolved, kUnresolved);
  parser.value("--graph", options.graph, "FILE", kGraph);
  parser.value("--complete", options.complete, "PREFIX", kComplete);
  parser.value("--suggest", options.suggest, "QUERY", kSuggest);
  std::vector<std::string> groups;
  parser.values("--groups", groups, "LIST", kGroups);
  parser.value("--why-visible", options.why_visible, "ID", kWhyVisible);
  parser.value("--queries", options.queries, "FILE", kQueries);
  parser.value("--run", options.run, "FILE", kRun);
  parser.flag("--no-pager", options.no_pager, kNoPager);
  parser.flag("--help-query", options.help_query, kHelpQuery);
  parser.positionals("QUERY", typed.words, kQuery);
  parser.footer(kFooter);
  options.help = parser.parse();
  if (options.help || options.help_query) return options;
  const auto required = [&](const char* name, const Bilingual& what) {
    return Error(ErrorCode::kOptionMissing, {name, std::string(what.in(program.language))});
  };
  if (options.index.empty()) throw required("--index", kIndex);
  if (options.queries.empty() && !options.run.empty()) throw required("--queries", kQueries);
  if (options.run.empty() && !options.queries.empty()) throw required("--run", kRun);
  if (!groups.empty()) options.reader = reader_option(groups);
  check(typed, options);
  return options;
}

}  // namespace tracuu
