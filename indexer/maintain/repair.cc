#include "indexer/maintain/repair.h"

#include <optional>

#include <nlohmann/json.hpp>
#include <xapian.h>

#include "core/base/error.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
#include "core/text/visible.h"
#include "indexer/files/file_table.h"
#include "indexer/writer.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxListed = 100;

constexpr Bilingual kDone{"Đã lập lại chỉ mục từ văn bản lưu trong đó: {0} văn bản.\n",
                          "Built the index anew from the documents in it: {0} documents.\n"};
constexpr Bilingual kLost{
    "Mất {0} văn bản không đọc được; lần chạy tới sẽ đọc lại từ tệp gốc nếu còn:\n",
    "{0} documents could not be read; the next run reads their files again if they are there:\n"};

// A value, or nothing where the table that holds it is damaged.
std::string value_or_none(const Xapian::Document& stored, Xapian::valueno slot) {
  try {
    return stored.get_value(slot);
  } catch (const Xapian::Error&) {
    return {};
  }
}

Xapian::Database open_damaged(const std::filesystem::path& index) {
  try {
    return Xapian::Database(IndexDirectory(index).live().string());
  } catch (const Xapian::Error& error) {
    throw Error(ErrorCode::kIndexDamaged, {index.string(), error.get_msg()});
  }
}

// What is remembered of files; what is not, is read again by the next run, and where documents were
// lost that is all of them.
void copy_files(const Xapian::Database& database, IndexWriter& writer) {
  try {
    for_each_file(database, "/", [&](const FileRecord& record) { writer.set_file(record); });
  } catch (const Xapian::Error&) {
    return;
  }
}

}  // namespace

RepairReport repair_index(const std::filesystem::path& index, const RepairOptions& options) {
  RepairReport report;
  open_damaged(index);
  IndexWriter writer(index, {.mode = WriteMode::kRebuild,
                             .threads = options.threads,
                             .keep = options.keep,
                             .patience = options.patience,
                             .max_delete = 100});
  const Xapian::Database database = open_damaged(index);  // under the writer's lock
  const auto lose = [&](Xapian::docid docid, const std::string& why) {
    ++report.lost_count;
    if (report.lost.size() < kMaxListed) report.lost.push_back(std::to_string(docid) + ": " + why);
  };
  const Xapian::docid last = database.get_lastdocid();
  for (Xapian::docid docid = 1; docid <= last; ++docid) {
    try {
      // Without a look at the other tables, whether there is such a document.
      const Xapian::Document stored = database.get_document(docid, Xapian::DOC_ASSUME_VALID);
      const std::string record = stored.get_data();
      if (record.empty()) continue;  // deleted
      writer.put_again(decode_record(record), value_or_none(stored, schema::kSourceFileSlot),
                       value_or_none(stored, schema::kContentHashSlot));
    } catch (const Xapian::Error& error) {
      lose(docid, error.get_msg());
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kIndexDamaged) throw;
      lose(docid, error.what());
    }
  }
  if (report.lost_count == 0) copy_files(database, writer);
  writer.finish();
  report.documents = writer.document_count();
  return report;
}

std::string to_text(const RepairReport& report, Language language) {
  std::string out = say(kDone, language, {std::to_string(report.documents)});
  if (report.lost_count == 0) return out;
  out += say(kLost, language, {std::to_string(report.lost_count)});
  for (const std::string& lost : report.lost) {
    out += "  " + text::visible(lost, text::Lines::kJoin) + "\n";
  }
  return out;
}

std::string to_json(const RepairReport& report) {
  nlohmann::ordered_json json;
  json["version"] = 1;
  json["documents"] = report.documents;
  json["lost_count"] = report.lost_count;
  json["lost"] = report.lost;
  return text::json_safe(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace tracuu
