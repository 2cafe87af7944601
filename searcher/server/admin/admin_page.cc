#include "searcher/server/admin/admin_page.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/index/last_run.h"
#include "core/index/quality.h"
#include "core/text/visible.h"
#include "searcher/server/admin/live_generation.h"
#include "searcher/server/page/frame.h"
#include "searcher/server/page/result_view.h"

namespace tracuu {
namespace {

using page::Value;
using Time = std::chrono::system_clock::time_point;

constexpr double kMegabyte = 1e6;
constexpr std::chrono::hours kVietnam{7};  // ahead of UTC, all the year

// «29/11/2026 17:05».
std::string shown_time(Time time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time + kVietnam);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%d/%m/%Y %H:%M", &parts);
  return text.data();
}

// Lines of a name and what is so.
class Lines {
 public:
  explicit Lines(const Context& context) : context_(context) {}

  void add(std::string_view key, const std::string& value) {
    lines_.push(Value::object({{"label", context_.site.say(key, context_.language)},
                               {"value", text::visible(value, text::Lines::kJoin)}}));
  }
  void add_number(std::string_view key, std::uint64_t number) {
    add(key, grouped(number, context_.language));
  }
  Value take() { return std::move(lines_); }

 private:
  const Context& context_;
  Value lines_ = Value::list();
};

Value status_view(const Context& context) {
  Lines lines(context);
  const LiveGeneration generation = live_generation(context.searcher.directory());
  lines.add("admin.generation", generation.name);
  lines.add("admin.state", context.searcher.index_state());
  lines.add("admin.committed", shown_time(generation.committed));
  lines.add_number("admin.documents", context.searcher.size());
  lines.add_number("admin.public", context.searcher.public_size());
  const std::uint64_t megabytes =
      static_cast<std::uint64_t>(static_cast<double>(resident_bytes()) / kMegabyte);
  lines.add("admin.memory", grouped(megabytes, context.language) + " MB");
  const QueryLog& log = context.site.query_log();
  const auto hours = std::chrono::duration_cast<std::chrono::hours>(
      std::chrono::system_clock::now() - log.began());
  lines.add("admin.since",
            context.site.say("admin.uptime", context.language,
                             {shown_time(log.began()), std::to_string(hours.count() / 24),
                              std::to_string(hours.count() % 24)}));
  lines.add_number("admin.searches", log.searches());
  lines.add_number("admin.in_vain", log.in_vain());
  lines.add_number("admin.failures", context.site.metrics().server_failures());
  return lines.take();
}

// One decimal: «41,2».
std::string shown_seconds(double seconds, Language language) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", seconds);
  std::string shown = text.data();
  if (language == Language::kVietnamese) std::ranges::replace(shown, '.', ',');
  return shown;
}

void add_last_run(const Context& context, Value& data) {
  const std::optional<LastRun> run = read_last_run(context.searcher.directory());
  data.set("has_run", run.has_value());
  if (!run) return;
  Lines lines(context);
  lines.add("admin.run_started", shown_time(std::chrono::system_clock::from_time_t(run->started)));
  lines.add("admin.run_took", context.site.say("admin.seconds", context.language,
                                               {shown_seconds(run->seconds, context.language)}));
  lines.add_number("admin.run_added", run->added);
  lines.add_number("admin.run_replaced", run->replaced);
  lines.add_number("admin.run_unchanged", run->unchanged);
  lines.add_number("admin.run_deleted", run->deleted);
  lines.add_number("admin.run_moved", run->moved);
  lines.add_number("admin.run_skipped", run->skipped);
  lines.add_number("admin.run_failed", run->failures);
  data.set("run_lines", lines.take());
  const std::string& error =
      context.language == Language::kVietnamese ? run->error_vietnamese : run->error_english;
  data.set("run_error", text::visible(error, text::Lines::kJoin));
  Value& notes = data.set("run_notes", Value::list());
  const auto note = [&](bool is_so, std::string_view key) {
    if (is_so) notes.push(context.site.say(key, context.language));
  };
  note(run->is_partial, "admin.run_partial");
  note(run->is_stopped, "admin.run_stopped");
  if (run->not_deleted > 0) {
    notes.push(context.site.say("admin.run_not_deleted", context.language,
                                {grouped(run->not_deleted, context.language)}));
  }
}

// Of all runs: what has not been mended since.
void add_failed_files(const Context& context, Value& data) {
  const FailedFiles files = context.searcher.failed_files(kFailedFilesShown);
  data.set("has_failures", files.count > 0);
  data.set("failures_sum", context.site.say("admin.failures_sum", context.language,
                                            {grouped(files.count, context.language)}));
  if (!files.is_listed) {
    data.set("failures_hidden", context.site.say("admin.failures_hidden", context.language));
  }
  Value& list = data.set("failures", Value::list());
  for (const FailedFile& file : files.first) {
    list.push(
        text::visible(context.language == Language::kVietnamese ? file.vietnamese : file.english,
                      text::Lines::kJoin));
  }
}

Value queries_view(const FrequentTexts& texts, const Context& context) {
  Value list = Value::list();
  for (const FrequentText& text : texts.top(kQueriesShown)) {
    const std::string count =
        std::string(text.error > 0 ? "≤ " : "").append(grouped(text.count, context.language));
    list.push(Value::object({{"query", text.text},
                             {"count", count},
                             {"link", Address().set("q", text.text).to("/search")}}));
  }
  return list;
}

std::string repairs_of(const std::vector<std::string>& codes, const Context& context) {
  std::string names;
  for (const std::string& code : codes) {
    names += names.empty() ? "" : ", ";
    names += code == kDamagedCode ? context.site.say("admin.lost", context.language)
                                  : std::string(repair_name(code));
  }
  return names;
}

void add_quality(const Context& context, Value& data) {
  const PoorTexts texts = context.searcher.poor_texts(kPoorTextsShown);
  const auto number = [&](std::uint64_t count) { return grouped(count, context.language); };
  data.set("quality_sums", context.site.say("admin.quality_sums", context.language,
                                            {percent(kPoorQuality), number(texts.poor),
                                             number(texts.repaired), number(texts.damaged)}));
  Value& list = data.set("poor", Value::list());
  for (const PoorText& text : texts.worst) {
    list.push(Value::object({{"share", percent(text.quality)},
                             {"title", text.title.empty() ? text.id : text.title},
                             {"id", text.id},
                             {"repairs", repairs_of(text.codes, context)},
                             {"link", document_link(text.id, Address())}}));
  }
  data.set("has_poor", !texts.worst.empty());
}

void add_dictionaries(const Context& context, Value& data) {
  const DictionaryStatus& status = context.site.dictionary();
  Value& files = data.set("dictionaries", Value::list());
  for (const DictionaryFile& file : status.files) {
    files.push(Value::object(
        {{"name", file.name},
         {"place", file.path.empty() ? context.site.say("admin.built_in", context.language)
                                     : text::visible(file.path.string(), text::Lines::kJoin)}}));
  }
  data.set("has_left_out", !status.left_out.empty());
  Value& left_out = data.set("left_out", Value::list());
  const std::size_t shown = std::min(status.left_out.size(), kWarningsShown);
  for (std::size_t i = 0; i < shown; ++i) {
    left_out.push(
        text::visible(describe(status.left_out[i], context.language), text::Lines::kJoin));
  }
}

}  // namespace

bool may_administer(const Context& context) {
  const std::string& group = context.site.settings().admin_group;
  const Identity& identity = context.identity;
  if (group.empty() || identity.name.empty()) return false;
  const bool is_key_of_all = identity.reader.sees_everything && identity.reader.groups.empty();
  return is_key_of_all ||
         std::ranges::find(identity.reader.groups, group) != identity.reader.groups.end();
}

http::Response admin_page(const Context& context) {
  const std::string title = context.site.say("admin.title", context.language);
  Value data = frame_of(context, Address().set("lang", context.request.parameter("lang")), title);
  data.set("status_lines", status_view(context));
  add_last_run(context, data);
  add_failed_files(context, data);
  const QueryLog& log = context.site.query_log();
  data.set("queries_since",
           context.site.say("admin.queries_since", context.language, {shown_time(log.began())}));
  data.set("queries", queries_view(log.queries(), context));
  data.set("in_vain", queries_view(log.without_results(), context));
  add_quality(context, data);
  add_dictionaries(context, data);
  http::Response response = page_of(context, "admin", data);
  response.headers["Cache-Control"] = "no-store";
  return response;
}

}  // namespace tracuu
