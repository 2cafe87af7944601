#include "core/index/database.h"

#include <charconv>
#include <string>

#include "core/base/error.h"
#include "core/index/directory.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
#include "core/text/analyzer.h"

namespace tracuu {
namespace {

constexpr Bilingual kOtherProgram{"cơ sở dữ liệu Xapian của chương trình khác",
                                  "a Xapian database of another program"};

std::string metadata(const Xapian::Database& database, std::string_view key) {
  return database.get_metadata(std::string(key));
}

}  // namespace

std::optional<int> format_of(const Xapian::Database& database) {
  const std::string format = metadata(database, schema::kFormatKey);
  int version = 0;
  const auto [end, error] = std::from_chars(format.data(), format.data() + format.size(), version);
  if (error != std::errc() || end != format.data() + format.size()) return std::nullopt;
  return version;
}

void check_contract(const Xapian::Database& database, const std::filesystem::path& directory) {
  const std::optional<int> format = format_of(database);
  if (!format) throw Error(ErrorCode::kNotAnIndex, {directory.string()}, kOtherProgram);
  const std::string ours = std::to_string(schema::kFormatVersion);
  if (*format > schema::kFormatVersion) {
    throw Error(ErrorCode::kIndexTooNew, {directory.string(), std::to_string(*format), ours});
  }
  if (*format < schema::kOldestFormatVersion) {
    throw Error(ErrorCode::kIndexTooOld, {directory.string(), std::to_string(*format), ours});
  }
  const std::string analyzer = metadata(database, schema::kAnalyzerKey);
  if (analyzer != text::Analyzer::signature()) {
    throw Error(ErrorCode::kOtherAnalyzer,
                {directory.string(), analyzer, std::string(text::Analyzer::signature())});
  }
}

Xapian::Database open_index(const std::filesystem::path& directory) {
  const std::filesystem::path live = IndexDirectory(directory).live();
  try {
    Xapian::Database database(live.string());
    check_contract(database, directory);
    return database;
  } catch (const Xapian::Error& error) {
    throw translate(error, directory.string());
  }
}

void write_contract(Xapian::WritableDatabase& database) {
  database.set_metadata(std::string(schema::kFormatKey), std::to_string(schema::kFormatVersion));
  database.set_metadata(std::string(schema::kAnalyzerKey),
                        std::string(text::Analyzer::signature()));
}

}  // namespace tracuu
