// tracuu-search: answers queries on the command line. See --help and --help-query.

#include <cstdio>
#include <optional>
#include <string>
#include <variant>

#include "core/program/program.h"
#include "core/program/terminal.h"
#include "core/text/visible.h"
#include "searcher/command_line.h"
#include "searcher/complete/completion_view.h"
#include "searcher/dictionary/data_folder.h"
#include "searcher/graph/commands.h"
#include "searcher/output.h"
#include "searcher/query/error.h"
#include "searcher/query/help.h"
#include "searcher/rerank/weights.h"
#include "searcher/response_json.h"
#include "searcher/score.h"
#include "searcher/searcher.h"
#include "searcher/terminal_view.h"
#include "searcher/trec.h"

namespace tracuu {
namespace {

constexpr Bilingual kRanQueries{"{0} truy vấn, {1} không có kết quả, {2} giây",
                                "{0} queries, {1} without results, {2} s"};

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
  write(options.json ? to_json(response, view.language) + "\n"
                     : to_text(response, options.request, view),
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

RankingOptions ranking_of(const Options& options) {
  RankingOptions ranking;
  if (!options.ranking.empty()) ranking.weights = load_weights(options.ranking);
  return ranking;
}

int run(const Program& program) {
  const Options options = read_options(program);
  if (options.help || options.help_query) {
    write(options.help ? *options.help : query::query_help(program.language), false);
    return kExitFound;
  }
  const ViewOptions view{program.language, wants_color(Stream::kOut), terminal_width(Stream::kOut)};
  Searcher searcher(options.index, ranking_of(options), {},
                    load_dictionary(options, program.language));
  searcher.read_as(options.reader);
  if (const std::optional<int> status = run_graph_command(searcher, options, view)) return *status;
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
