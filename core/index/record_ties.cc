#include "core/index/record_ties.h"

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

// The last value of Relation on disk.
constexpr int kLastRelation = static_cast<int>(Relation::kImplements);

// Offsets come first, then the texts, so that the empty ones at the end can be left out.
enum CitationColumn : std::size_t {
  kRelation,
  kOffset,
  kLength,
  kSentenceOffset,
  kSentenceLength,
  kSubject,  // -1: the document itself
  kFirstText
};

constexpr std::string Citation::*kCitationTexts[] = {
    &Citation::type,   &Citation::number, &Citation::key,  &Citation::date,
    &Citation::agency, &Citation::name,   &Citation::part, &Citation::from};

Json to_json(const Citation& citation) {
  Json row = {static_cast<int>(citation.relation), citation.offset, citation.length,
              citation.sentence_offset, citation.sentence_length};
  row.push_back(citation.subject == kNoSubject ? -1 : static_cast<std::int64_t>(citation.subject));
  for (const auto text : kCitationTexts) row.push_back(citation.*text);
  while (row.size() > kFirstText && row.back().get_ref<const std::string&>().empty()) {
    row.erase(row.size() - 1);
  }
  return row;
}

Citation citation_from(const Json& row) {
  Citation citation;
  const int relation = row.at(kRelation).get<int>();
  if (relation < 0 || relation > kLastRelation) {
    throw Error(ErrorCode::kIndexDamaged, {"record", "relation"});
  }
  citation.relation = static_cast<Relation>(relation);
  citation.offset = row.at(kOffset).get<std::size_t>();
  citation.length = row.at(kLength).get<std::size_t>();
  citation.sentence_offset = row.at(kSentenceOffset).get<std::size_t>();
  citation.sentence_length = row.at(kSentenceLength).get<std::size_t>();
  const auto subject = row.at(kSubject).get<std::int64_t>();
  citation.subject = subject < 0 ? kNoSubject : static_cast<std::size_t>(subject);
  std::size_t column = kFirstText;
  for (const auto text : kCitationTexts) {
    if (column < row.size()) citation.*text = row.at(column).get<std::string>();
    ++column;
  }
  return citation;
}

template <typename T, typename ToJson>
void add_list(const std::vector<T>& values, const char* name, ToJson to, Json& record) {
  if (values.empty()) return;
  Json& list = record[name] = Json::array();
  for (const T& value : values) list.push_back(to(value));
}

template <typename T, typename FromJson>
void read_list(const Json& record, const char* name, FromJson from, std::vector<T>& values) {
  const auto list = record.find(name);
  if (list == record.end()) return;
  for (const Json& item : *list) values.push_back(from(item));
}

std::string text_at(const Json& row, std::size_t column) {
  return row.at(column).get<std::string>();
}

}  // namespace

void add_ties(const Document& document, Json& record) {
  add_list(
      document.citations, "citations", [](const Citation& c) { return to_json(c); }, record);
  add_list(
      document.people, "people",
      [](const Person& p) {
        return Json{p.name, p.title};
      },
      record);
  add_list(
      document.evidence, "evidence",
      [](const Evidence& e) {
        return Json{e.field, e.rule, e.offset, e.length, e.sure};
      },
      record);
  add_list(
      document.conflicts, "conflicts",
      [](const Conflict& c) {
        return Json{c.field, c.given, c.found};
      },
      record);
  if (!document.places.empty()) record["places"] = document.places;
  if (!document.topics.empty()) record["topics"] = document.topics;
}

void read_ties(const Json& record, Document& document) {
  read_list(record, "citations", citation_from, document.citations);
  for (const Citation& citation : document.citations) {
    if (citation.subject != kNoSubject && citation.subject >= document.citations.size()) {
      throw Error(ErrorCode::kIndexDamaged, {"record", "subject"});
    }
  }
  read_list(
      record, "people",
      [](const Json& row) {
        return Person{text_at(row, 0), text_at(row, 1)};
      },
      document.people);
  read_list(
      record, "evidence",
      [](const Json& row) {
        return Evidence{text_at(row, 0), text_at(row, 1), row.at(2).get<std::size_t>(),
                        row.at(3).get<std::size_t>(), row.at(4).get<double>()};
      },
      document.evidence);
  read_list(
      record, "conflicts",
      [](const Json& row) {
        return Conflict{text_at(row, 0), text_at(row, 1), text_at(row, 2)};
      },
      document.conflicts);
  document.places = record.value("places", std::vector<std::string>());
  document.topics = record.value("topics", std::vector<std::string>());
}

}  // namespace tracuu
