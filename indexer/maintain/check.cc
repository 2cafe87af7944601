#include "indexer/maintain/check.h"

#include <nlohmann/json.hpp>
#include <xapian.h>

#include "core/base/error.h"
#include "core/index/database.h"
#include "core/index/directory.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/syllable_model.h"
#include "core/index/verify.h"
#include "core/text/visible.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxProblems = 100;

constexpr Bilingual kSound{"Chỉ mục lành lặn: {0}, {1} văn bản.\n",
                           "The index is sound: {0}, {1} documents.\n"};
constexpr Bilingual kDamaged{
    "Chỉ mục bị hỏng: {0}, {1} lỗi. Hãy thử --repair, --rollback hay --restore.\n",
    "The index is damaged: {0}, {1} problems. Try --repair, --rollback or --restore.\n"};
constexpr Bilingual kTable{"bảng dữ liệu: {0}", "table: {0}"};
constexpr Bilingual kRecord{"văn bản lưu trong chỉ mục: {0}", "stored document: {0}"};
constexpr Bilingual kId{"mã văn bản: {0}", "document id: {0}"};
constexpr Bilingual kModel{"thiếu mô hình âm tiết", "the model of syllables is missing"};

const char* kind_code(IndexProblem::Kind kind) {
  switch (kind) {
    case IndexProblem::Kind::kTable:
      return "table";
    case IndexProblem::Kind::kRecord:
      return "record";
    case IndexProblem::Kind::kId:
      return "id";
    case IndexProblem::Kind::kModel:
      return "model";
  }
  return "";
}

const Bilingual& sentence_of(IndexProblem::Kind kind) {
  switch (kind) {
    case IndexProblem::Kind::kTable:
      return kTable;
    case IndexProblem::Kind::kRecord:
      return kRecord;
    case IndexProblem::Kind::kId:
      return kId;
    case IndexProblem::Kind::kModel:
      return kModel;
  }
  return kTable;
}

void add(CheckReport& report, IndexProblem::Kind kind, std::string detail) {
  ++report.problem_count;
  if (report.problems.size() < kMaxProblems) report.problems.push_back({kind, std::move(detail)});
}

void check_document(const Xapian::Database& database, Xapian::docid docid, CheckReport& report) {
  try {
    const Xapian::Document stored = database.get_document(docid);
    const Document document = decode_record(stored.get_data());
    if (document.id != stored.get_value(schema::kIdSlot)) {
      add(report, IndexProblem::Kind::kRecord,
          document.id + " ≠ " + stored.get_value(schema::kIdSlot));
    }
    const std::string term = schema::term(schema::kId, document.id);
    if (database.get_termfreq(term) != 1 || *database.postlist_begin(term) != docid) {
      add(report, IndexProblem::Kind::kId, document.id);
    }
  } catch (const Xapian::Error& error) {
    add(report, IndexProblem::Kind::kRecord, std::to_string(docid) + ": " + error.get_msg());
  } catch (const Error& error) {
    add(report, IndexProblem::Kind::kRecord, std::to_string(docid) + ": " + error.what());
  }
}

}  // namespace

CheckReport check_index(const std::filesystem::path& index, std::chrono::seconds patience) {
  const IndexDirectory directory(index);
  const std::filesystem::path live = directory.live();
  const IndexLock lock(directory, patience);
  CheckReport report;
  report.generation = live.filename().string();
  try {
    const Xapian::Database database = open_index(index);
    report.documents = database.get_doccount();
    for (std::string& sentence : find_damage(live)) {
      add(report, IndexProblem::Kind::kTable, std::move(sentence));
    }
    if (report.problem_count > 0) return report;  // records are read from sound tables alone
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      check_document(database, *it, report);
    }
  } catch (const Xapian::Error& error) {
    add(report, IndexProblem::Kind::kTable, error.get_msg());
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kIndexDamaged) throw;
    add(report, IndexProblem::Kind::kTable, error.what());
  }
  if (report.documents > 0 && SyllableModel(live).empty()) {
    add(report, IndexProblem::Kind::kModel, {});
  }
  return report;
}

std::string to_text(const CheckReport& report, Language language) {
  if (report.problem_count == 0) {
    return say(kSound, language, {report.generation, std::to_string(report.documents)});
  }
  std::string out =
      say(kDamaged, language, {report.generation, std::to_string(report.problem_count)});
  for (const IndexProblem& problem : report.problems) {
    const std::string sentence = say(sentence_of(problem.kind), language, {problem.detail});
    out += "  " + text::visible(sentence, text::Lines::kJoin) + "\n";
  }
  if (report.problem_count > report.problems.size()) out += "  …\n";
  return out;
}

std::string to_json(const CheckReport& report) {
  nlohmann::ordered_json json;
  json["version"] = 1;
  json["sound"] = report.problem_count == 0;
  json["generation"] = report.generation;
  json["documents"] = report.documents;
  json["problem_count"] = report.problem_count;
  json["problems"] = nlohmann::ordered_json::array();
  for (const IndexProblem& problem : report.problems) {
    json["problems"].push_back({{"kind", kind_code(problem.kind)}, {"detail", problem.detail}});
  }
  return text::json_safe(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace tracuu
