#include "indexer/maintain/stats.h"

#include <algorithm>
#include <array>
#include <ctime>

#include <nlohmann/json.hpp>
#include <xapian.h>

#include "core/index/database.h"
#include "core/index/directory.h"
#include "core/index/packed_lists.h"
#include "core/index/xapian_error.h"
#include "core/text/visible.h"
#include "indexer/files/file_table.h"
#include "indexer/maintain/switch.h"
#include "indexer/number_text.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr Bilingual kHead{
    "Chỉ mục: {0} (định dạng {1})\n{2} văn bản, {3} âm tiết và từ, {4} từ khóa khác nhau\n",
    "Index: {0} (format {1})\n{2} documents, {3} tokens, {4} different terms\n"};
constexpr Bilingual kFiles{"{0} tệp, trong đó {1} tệp lỗi\n",
                           "{0} files, {1} of them with failures\n"};
constexpr Bilingual kLastRun{
    "Lần chạy gần nhất: {0}, {1} giây; thêm {2}, thay {3}, giữ nguyên {4}, xóa {5}, đổi tên {6}, "
    "lỗi {7}{8}\n",
    "Last run: {0}, {1} s; added {2}, replaced {3}, unchanged {4}, deleted {5}, moved {6}, "
    "failures {7}{8}\n"};
constexpr Bilingual kFailed{"  không làm được: {0}\n", "  it failed: {0}\n"};
constexpr Bilingual kPartial{"; chỉ xem các tệp vừa đổi", "; of reported changes alone"};
constexpr Bilingual kStopped{"; bị dừng giữa chừng", "; stopped before its end"};
constexpr Bilingual kTable{"  {0} {1} MB\n", "  {0} {1} MB\n"};
constexpr Bilingual kTotal{"Dung lượng: {0} MB\n", "Size: {0} MB\n"};
constexpr Bilingual kKept{"Giữ lại: {0}, {1} MB\n", "Kept: {0}, {1} MB\n"};

constexpr std::size_t kNameColumn = 10;

// "29/11/2026 17:44", "2026-11-29 17:44", where this machine is.
std::string local_time(std::int64_t seconds, Language language) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm local{};
  if (::localtime_r(&time, &local) == nullptr) return std::to_string(seconds);
  std::array<char, 64> buffer{};
  const char* const format =
      language == Language::kVietnamese ? "%d/%m/%Y %H:%M" : "%Y-%m-%d %H:%M";
  return {buffer.data(), std::strftime(buffer.data(), buffer.size(), format, &local)};
}

std::string to_text(const LastRun& run, Language language) {
  std::string more;
  if (run.is_partial) more += kPartial.in(language);
  if (run.is_stopped) more += kStopped.in(language);
  std::string out = say(kLastRun, language,
                        {local_time(run.started, language), one_decimal(run.seconds, language),
                         grouped(run.added, language), grouped(run.replaced, language),
                         grouped(run.unchanged, language), grouped(run.deleted, language),
                         grouped(run.moved, language), grouped(run.failures, language), more});
  if (!run.error_english.empty()) {
    const std::string& error =
        language == Language::kVietnamese ? run.error_vietnamese : run.error_english;
    out += say(kFailed, language, {text::visible(error, text::Lines::kJoin)});
  }
  return out;
}

std::string table_name(const fs::path& file) {
  return file.extension() == ".glass" ? file.stem().string() : file.filename().string();
}

}  // namespace

IndexStats read_stats(const fs::path& index) {
  const IndexDirectory directory(index);
  IndexStats stats;
  try {
    const Xapian::Database database = open_index(index);
    const fs::path live = directory.live();
    stats.generation = live.filename().string();
    stats.format = format_of(database).value_or(0);
    stats.documents = database.get_doccount();
    stats.tokens = database.get_total_length();
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      ++stats.terms;
    }
    const PackedLists packed(database);
    for (PackedLists::Terms term(packed, ""); term.next();) {
      if (!database.term_exists(term.term())) ++stats.terms;  // else it was counted
    }
    for_each_file(database, "/", [&](const FileRecord& record) {
      ++stats.files;
      if (record.failure_count > 0) ++stats.failed_files;
    });
    stats.last_run = read_last_run(index);
    for (const auto& entry : fs::directory_iterator(live)) {
      std::error_code error;
      const std::uintmax_t size = entry.file_size(error);
      if (error || size == 0) continue;
      stats.bytes_by_table.emplace_back(table_name(entry.path()), size);
      stats.bytes += size;
    }
  } catch (const Xapian::Error& error) {
    throw translate(error, index.string());
  }
  std::ranges::sort(stats.bytes_by_table, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  for (const fs::path& generation : directory.kept()) {
    stats.kept.emplace_back(generation.filename().string(), size_of(generation));
  }
  return stats;
}

std::string to_text(const IndexStats& stats, Language language) {
  const auto megabytes = [&](std::uint64_t bytes) {
    return one_decimal(static_cast<double>(bytes) / 1e6, language);
  };
  std::string out =
      say(kHead, language,
          {stats.generation, std::to_string(stats.format), grouped(stats.documents, language),
           grouped(stats.tokens, language), grouped(stats.terms, language)});
  out += say(kFiles, language,
             {grouped(stats.files, language), grouped(stats.failed_files, language)});
  if (stats.last_run) out += to_text(*stats.last_run, language);
  out += say(kTotal, language, {megabytes(stats.bytes)});
  for (auto [name, bytes] : stats.bytes_by_table) {
    name.resize(std::max(name.size(), kNameColumn), ' ');
    out += say(kTable, language, {name, megabytes(bytes)});
  }
  for (const auto& [name, bytes] : stats.kept) {
    out += say(kKept, language, {name, megabytes(bytes)});
  }
  return out;
}

std::string to_json(const IndexStats& stats) {
  nlohmann::ordered_json json;
  json["version"] = 1;
  json["generation"] = stats.generation;
  json["format"] = stats.format;
  json["documents"] = stats.documents;
  json["tokens"] = stats.tokens;
  json["terms"] = stats.terms;
  json["files"] = stats.files;
  json["failed_files"] = stats.failed_files;
  if (stats.last_run) {
    json["last_run"] = nlohmann::ordered_json::parse(encode_last_run(*stats.last_run));
  }
  json["bytes"] = stats.bytes;
  json["bytes_by_table"] = nlohmann::ordered_json::object();
  for (const auto& [name, bytes] : stats.bytes_by_table) json["bytes_by_table"][name] = bytes;
  json["kept"] = nlohmann::ordered_json::array();
  for (const auto& [name, bytes] : stats.kept) {
    json["kept"].push_back({{"generation", name}, {"bytes", bytes}});
  }
  return json.dump();
}

}  // namespace tracuu
