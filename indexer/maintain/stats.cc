#include "indexer/maintain/stats.h"

#include <algorithm>

#include <nlohmann/json.hpp>
#include <xapian.h>

#include "core/index/database.h"
#include "core/index/directory.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
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
constexpr Bilingual kTable{"  {0} {1} MB\n", "  {0} {1} MB\n"};
constexpr Bilingual kTotal{"Dung lượng: {0} MB\n", "Size: {0} MB\n"};
constexpr Bilingual kKept{"Giữ lại: {0}, {1} MB\n", "Kept: {0}, {1} MB\n"};

constexpr std::size_t kNameColumn = 10;

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
    stats.format = schema::kFormatVersion;
    stats.documents = database.get_doccount();
    stats.tokens = database.get_total_length();
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      ++stats.terms;
    }
    for_each_file(database, "/", [&](const FileRecord& record) {
      ++stats.files;
      if (record.failure_count > 0) ++stats.failed_files;
    });
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
