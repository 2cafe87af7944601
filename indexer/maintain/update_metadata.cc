#include "indexer/maintain/update_metadata.h"

#include <optional>
#include <variant>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/document/document_json.h"
#include "core/document/text_fields.h"
#include "core/index/directory.h"
#include "core/text/visible.h"
#include "indexer/source/limits.h"
#include "indexer/source/line_reader.h"
#include "indexer/writer.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxProblems = 1000;

// What names a document and what refuses it are not for changing.
const TextField* changeable_field(std::string_view name) {
  const bool is_fixed = name == "id" || name == "path" || name == "secrecy";
  return is_fixed ? nullptr : find_text_field(name);
}

constexpr Bilingual kDone{"Đã sửa {0} văn bản, giữ nguyên {1}.\n",
                          "Changed {0} documents, {1} were so already.\n"};
constexpr Bilingual kBadLine{"dòng {0}: {1}", "line {0}: {1}"};
constexpr Bilingual kNoDocument{"dòng {0}: không có văn bản nào mang mã '{1}'",
                                "line {0}: no document has the id '{1}'"};
constexpr Bilingual kBadField{"dòng {0}: không sửa được trường '{1}'",
                              "line {0}: the field '{1}' cannot be changed so"};

const char* kind_code(UpdateProblem::Kind kind) {
  switch (kind) {
    case UpdateProblem::Kind::kBadLine:
      return "bad_line";
    case UpdateProblem::Kind::kNoDocument:
      return "no_document";
    case UpdateProblem::Kind::kBadField:
      return "bad_field";
  }
  return "";
}

const Bilingual& sentence_of(UpdateProblem::Kind kind) {
  switch (kind) {
    case UpdateProblem::Kind::kBadLine:
      return kBadLine;
    case UpdateProblem::Kind::kNoDocument:
      return kNoDocument;
    case UpdateProblem::Kind::kBadField:
      return kBadField;
  }
  return kBadLine;
}

// One line: the values as a document has them, and which are meant.
struct Change {
  Document values;
  std::vector<std::string> fields;
};

std::variant<Change, UpdateProblem> read_change(std::string_view line) {
  using Kind = UpdateProblem::Kind;
  ParsedDocument parsed = parse_document_json(line);
  if (parsed.problem) {
    return UpdateProblem{Kind::kBadLine, 0, describe(*parsed.problem, Language::kEnglish)};
  }
  if (!parsed.warnings.empty()) {
    return UpdateProblem{Kind::kBadField, 0, parsed.warnings.front().field};
  }
  Change change{std::move(*parsed.document), {}};
  if (change.values.id.empty()) return UpdateProblem{Kind::kBadLine, 0, "no id"};
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return UpdateProblem{Kind::kBadLine, 0, "not valid UTF-8"};
  for (const auto& [name, value] : json.items()) {
    if (name == "id" || name == "_id") continue;
    if (changeable_field(name) == nullptr && name != "keywords") {
      return UpdateProblem{Kind::kBadField, 0, name};
    }
    change.fields.push_back(name);
  }
  return change;
}

void apply(const Change& change, Document& document) {
  for (const std::string& name : change.fields) {
    if (const TextField* field = changeable_field(name)) {
      document.*field->member = change.values.*field->member;
    } else {
      document.keywords = change.values.keywords;
    }
    if (name == "date") document.date_inferred = false;
    // The field is given now, wherever it came from before.
    std::erase_if(document.evidence, [&](const Evidence& each) { return each.field == name; });
    std::erase_if(document.conflicts, [&](const Conflict& each) { return each.field == name; });
  }
}

}  // namespace

UpdateReport update_metadata(const std::filesystem::path& index, const std::filesystem::path& file,
                             std::chrono::seconds patience) {
  IndexDirectory(index).live();
  UpdateReport report;
  IndexWriter writer(index, {.patience = patience});
  const auto fail = [&](std::size_t line, UpdateProblem problem) {
    problem.line = line;
    ++report.problem_count;
    if (report.problems.size() < kMaxProblems) report.problems.push_back(std::move(problem));
  };
  input::LineReader lines(input::ByteStream(file.string(), input::Compression::kNone),
                          input::kMaxLineBytes);
  while (const auto line = lines.next()) {
    if (line->too_long) {
      fail(line->number, {UpdateProblem::Kind::kBadLine, 0, "line too long"});
      continue;
    }
    if (line->text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto read = read_change(line->text);
    if (auto* problem = std::get_if<UpdateProblem>(&read)) {
      fail(line->number, std::move(*problem));
      continue;
    }
    const Change& change = std::get<Change>(read);
    const auto result =
        writer.change(change.values.id, [&](Document& document) { apply(change, document); });
    if (!result) {
      fail(line->number, {UpdateProblem::Kind::kNoDocument, 0, change.values.id});
    } else {
      ++(*result == PutResult::kReplaced ? report.changed : report.unchanged);
    }
  }
  if (const auto& problem = lines.bytes().problem()) {
    throw Error(ErrorCode::kPathUnreadable, {file.string(), problem->detail});
  }
  writer.finish();
  return report;
}

std::string to_text(const UpdateReport& report, Language language) {
  std::string out;
  for (const UpdateProblem& problem : report.problems) {
    const std::string sentence =
        say(sentence_of(problem.kind), language, {std::to_string(problem.line), problem.detail});
    out += text::visible(sentence, text::Lines::kJoin) + "\n";
  }
  if (report.problem_count > report.problems.size()) out += "…\n";
  return out +
         say(kDone, language, {std::to_string(report.changed), std::to_string(report.unchanged)});
}

std::string to_json(const UpdateReport& report) {
  nlohmann::ordered_json json;
  json["version"] = 1;
  json["changed"] = report.changed;
  json["unchanged"] = report.unchanged;
  json["problem_count"] = report.problem_count;
  json["problems"] = nlohmann::ordered_json::array();
  for (const UpdateProblem& problem : report.problems) {
    json["problems"].push_back(
        {{"kind", kind_code(problem.kind)}, {"line", problem.line}, {"detail", problem.detail}});
  }
  return text::json_safe(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace tracuu
