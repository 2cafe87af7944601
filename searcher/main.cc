// tracuu-search: answers queries on the command line. See --help and --help-query.

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <sys/wait.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/document/date.h"
#include "core/program/options.h"
#include "core/program/program.h"
#include "core/program/terminal.h"
#include "core/text/visible.h"
#include "searcher/complete/completion_view.h"
#include "searcher/dictionary/data_folder.h"
#include "searcher/query/error.h"
#include "searcher/query/help.h"
#include "searcher/response_json.h"
#include "searcher/searcher.h"
#include "searcher/terminal_view.h"
#include "searcher/trec.h"

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
    "lọc theo agency, type, year, month, path, signer, source, keyword, status",
    "filter by agency, type, year, month, path, signer, source, keyword, status"};
constexpr Bilingual kFrom{"ban hành từ ngày (2020-12-31, 31/12/2020, 12/2020, 2020)",
                          "issued on or after (2020-12-31, 31/12/2020, 12/2020, 2020)"};
constexpr Bilingual kTo{"ban hành đến hết ngày, tháng hay năm", "issued on or before"};
constexpr Bilingual kSort{"thứ tự: relevance, newest, oldest", "order: relevance, newest, oldest"};
constexpr Bilingual kLimit{"số kết quả (mặc định 10)", "number of results (default 10)"};
constexpr Bilingual kOffset{"bỏ qua bấy nhiêu kết quả đầu", "skip so many results"};
constexpr Bilingual kFacets{"đếm theo agency,type,year,month,path",
                            "count by agency,type,year,month,path"};
constexpr Bilingual kVerbatim{"tìm đúng như đã gõ: không thêm dấu, sửa lỗi hay từ đồng nghĩa",
                              "search as typed: no marks restored, no errors mended, no synonyms"};
constexpr Bilingual kData{"thư mục có abbreviations.tsv, synonyms.tsv, place_names.tsv",
                          "the folder of abbreviations.tsv, synonyms.tsv, place_names.tsv"};
constexpr Bilingual kJson{"in kết quả dạng JSON", "print JSON"};
constexpr Bilingual kShow{"in văn bản có mã này", "print the document with this id"};
constexpr Bilingual kOriginal{"với --show: chữ như trước khi sửa mã",
                              "with --show: the text before its encoding was repaired"};
constexpr Bilingual kComplete{"in những gì có thể gõ tiếp: cụm từ, số, cơ quan, tiêu đề",
                              "print what may be typed next: phrases, numbers, agencies, titles"};
constexpr Bilingual kSuggest{"in những truy vấn có lẽ muốn tìm", "print queries likely meant"};
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
constexpr Bilingual kRanQueries{"{0} truy vấn, {1} không có kết quả, {2} giây",
                                "{0} queries, {1} without results, {2} s"};

constexpr std::size_t kFacetValuesOnScreen = 10;
constexpr std::size_t kFacetValuesInJson = 1000;

struct Options {
  std::string index;
  std::string data;
  SearchRequest request;
  std::string show;
  bool original = false;
  std::string complete;
  std::string suggest;
  std::string queries;
  std::string run;
  bool json = false;
  bool no_pager = false;
  bool help_query = false;
  std::optional<std::string> help;
};

// Options as they are typed, before they are checked.
struct Typed {
  std::vector<std::string> types;
  std::vector<std::string> agencies;
  std::vector<std::string> filters;
  std::vector<std::string> words;
  std::string from;
  std::string to;
  std::string sort;
  std::string limit;
  std::string offset;
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
  request.sort = sort_option(typed.sort);
  if (!typed.limit.empty()) request.limit = number_option("--limit", typed.limit, kMaxLimit);
  if (!typed.offset.empty()) request.offset = number_option("--offset", typed.offset, kMaxOffset);
  request.facets = split_commas(typed.facets);
  request.facet_values = options.json ? kFacetValuesInJson : kFacetValuesOnScreen;
  for (const std::string& word : typed.words) {
    request.query += (request.query.empty() ? "" : " ") + word;
  }
}

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
  parser.value("--sort", typed.sort, "S", kSort);
  parser.value("--limit", typed.limit, "N", kLimit);
  parser.value("--offset", typed.offset, "N", kOffset);
  parser.value("--facets", typed.facets, "LIST", kFacets);
  parser.flag("--verbatim", options.request.verbatim, kVerbatim);
  parser.value("--data", options.data, "DIR", kData);
  parser.flag("--json", options.json, kJson);
  parser.value("--show", options.show, "ID", kShow);
  parser.flag("--original", options.original, kOriginal);
  parser.value("--complete", options.complete, "PREFIX", kComplete);
  parser.value("--suggest", options.suggest, "QUERY", kSuggest);
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
  check(typed, options);
  return options;
}

// Pages only where less is installed; -F leaves text alone that fits on the screen.
constexpr const char* kDefaultPager =
    "if command -v less >/dev/null 2>&1; then exec less -FRX; else exec cat; fi";

// As a shell reports a command that it could not start.
constexpr int kPagerNotRunnable = 126;
constexpr int kPagerNotFound = 127;

// Writes text to the pager that PAGER names. Returns whether there was one.
bool write_to_pager(const std::string& text) {
  const char* chosen = std::getenv("PAGER");
  const char* pager = chosen != nullptr && *chosen != '\0' ? chosen : kDefaultPager;
  // Our text is UTF-8 whatever the locale is: without this less shows bytes in the locale "C".
  ::setenv("LESSCHARSET", "utf-8", 0);
  FILE* pipe = ::popen(pager, "w");
  if (pipe == nullptr) return false;
  // A reader may leave the pager before the end; a pager may be missing: both close the pipe.
  const auto earlier = std::signal(SIGPIPE, SIG_IGN);
  std::fwrite(text.data(), 1, text.size(), pipe);
  const int status = ::pclose(pipe);
  std::signal(SIGPIPE, earlier);
  return status != -1 && !(WIFEXITED(status) && (WEXITSTATUS(status) == kPagerNotRunnable ||
                                                 WEXITSTATUS(status) == kPagerNotFound));
}

// Writes text to standard output, on a terminal through a pager.
void write(const std::string& text, bool use_pager) {
  if (use_pager && is_terminal(Stream::kOut) && write_to_pager(text)) return;
  std::fwrite(text.data(), 1, text.size(), stdout);
}

int show(Searcher& searcher, const Options& options, const ViewOptions& view) {
  std::optional<Document> document = searcher.find(options.show);
  if (!document) {
    const Error error(ErrorCode::kDocumentMissing, {options.show});
    const std::string sentence = describe(error, view.language);
    if (options.json) write(error_response("document_missing", sentence) + "\n", false);
    std::fprintf(stderr, "%s\n", text::visible(sentence, text::Lines::kJoin).c_str());
    return kExitNothing;
  }
  if (options.original && !document->repairs.empty()) {
    document->title = document->original.title;
    document->body = document->original.body;
  }
  write(options.json ? document_response(*document) + "\n" : to_text(*document, view),
        !options.no_pager && !options.json);
  return kExitFound;
}

int complete(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const std::vector<Completion> found = searcher.complete(options.complete, options.request.limit);
  const CompletionLines lines =
      is_terminal(Stream::kOut) ? CompletionLines::kWithKind : CompletionLines::kPlain;
  write(options.json ? to_json(found) + "\n" : to_text(found, lines, view.language), false);
  return found.empty() ? kExitNothing : kExitFound;
}

int suggest(Searcher& searcher, const Options& options) {
  const std::vector<Suggestion> found = searcher.suggest(options.suggest);
  write(options.json ? to_json(found) + "\n" : to_text(found), false);
  return found.empty() ? kExitNothing : kExitFound;
}

int run_evaluation(Searcher& searcher, const Options& options, Language language) {
  const RunResult result = run_queries(searcher, options.queries, options.run, options.request);
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.2f", result.seconds);
  std::fprintf(stderr, "%s\n",
               say(kRanQueries, language,
                   {std::to_string(result.queries), std::to_string(result.without_hits), seconds})
                   .c_str());
  return kExitFound;
}

int answer(Searcher& searcher, const Options& options, const ViewOptions& view) {
  const SearchOutcome outcome = searcher.search(options.request);
  if (const auto* error = std::get_if<query::QueryError>(&outcome)) {
    const std::string sentence = query::describe(*error, view.language);
    if (options.json) write(error_response("bad_query", sentence) + "\n", false);
    std::fprintf(stderr, "%s\n%s\n", text::visible(sentence, text::Lines::kJoin).c_str(),
                 query::show_position(options.request.query, *error).c_str());
    return kExitFailed;
  }
  const auto& response = std::get<Response>(outcome);
  write(options.json ? to_json(response) + "\n" : to_text(response, options.request, view),
        !options.no_pager && !options.json);
  return response.total > 0 ? kExitFound : kExitNothing;
}

// A row that was left out is said and does no harm.
Dictionary load_dictionary(const Options& options, Language language) {
  Dictionary dictionary = Dictionary::load(
      options.data.empty() ? default_data_folder() : std::filesystem::path(options.data));
  for (const DictionaryWarning& warning : dictionary.warnings()) {
    std::fprintf(stderr, "%s\n",
                 text::visible(describe(warning, language), text::Lines::kJoin).c_str());
  }
  return dictionary;
}

int run(const Program& program) {
  const Options options = read_options(program);
  if (options.help || options.help_query) {
    write(options.help ? *options.help : query::query_help(program.language), false);
    return kExitFound;
  }
  const ViewOptions view{program.language, wants_color(Stream::kOut), terminal_width(Stream::kOut)};
  Searcher searcher(options.index, {}, {}, load_dictionary(options, program.language));
  if (!options.show.empty()) return show(searcher, options, view);
  if (!options.complete.empty()) return complete(searcher, options, view);
  if (!options.suggest.empty()) return suggest(searcher, options);
  if (!options.queries.empty()) return run_evaluation(searcher, options, program.language);
  return answer(searcher, options, view);
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  return tracuu::run_program(argc, argv, tracuu::run);
}
