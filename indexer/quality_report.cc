#include "indexer/quality_report.h"

#include <algorithm>
#include <tuple>

#include <nlohmann/json.hpp>
#include <xapian.h>

#include "core/index/database.h"
#include "core/index/quality.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
#include "core/text/legacy/quality.h"
#include "core/text/visible.h"

namespace tracuu {
namespace {

constexpr Bilingual kHeading{
    "Chất lượng chữ dưới {0}: {1} trong {2} văn bản (kể cả văn bản tiếng nước ngoài).\n",
    "Text quality below {0}: {1} of {2} documents (text in other languages included).\n"};
constexpr Bilingual kFew{"Không liệt kê {0} văn bản có quá ít chữ để biết.\n",
                         "Not listed: {0} documents with too few words to tell.\n"};
constexpr Bilingual kLost{"mất chữ", "letters lost"};

std::uint64_t tokens_of(const Document& document) {
  return text::text_quality(document.title).tokens + text::text_quality(document.body).tokens;
}

void take_poor(const Xapian::Document& found, double quality, QualityReport& report) {
  Document document = decode_record(found.get_data());
  if (tokens_of(document) < kFewTokens) {
    ++report.few_tokens;
    return;
  }
  report.poor.push_back({quality, repair_codes(found.get_value(schema::kRepairsSlot)),
                         std::move(document.id), std::move(document.title)});
}

void read(const Xapian::Database& database, QualityReport& report) {
  report.documents = database.get_doccount();
  for (auto it = database.valuestream_begin(schema::kQualitySlot);
       it != database.valuestream_end(schema::kQualitySlot); ++it) {
    const double quality = Xapian::sortable_unserialise(*it);
    if (quality < report.limit) take_poor(database.get_document(it.get_docid()), quality, report);
  }
  for (auto it = database.valuestream_begin(schema::kRepairsSlot);
       it != database.valuestream_end(schema::kRepairsSlot); ++it) {
    report.repaired.add(repair_codes(*it));
  }
}

std::string names_of(const std::vector<std::string>& codes, Language language) {
  std::string names;
  for (const std::string& code : codes) {
    if (!names.empty()) names += ", ";
    names += code == kDamagedCode ? kLost.in(language) : repair_name(code);
  }
  return names.empty() ? "–" : names;
}

}  // namespace

QualityReport report_quality(const std::filesystem::path& index, double limit) {
  QualityReport report;
  report.limit = limit;
  try {
    read(open_index(index), report);
  } catch (const Xapian::Error& error) {
    throw translate(error, index.string());
  }
  std::ranges::sort(report.poor, [](const PoorDocument& a, const PoorDocument& b) {
    return std::tie(a.quality, a.id) < std::tie(b.quality, b.id);
  });
  return report;
}

std::string to_text(const QualityReport& report, Language language) {
  std::string out = say(kHeading, language,
                        {percent(report.limit), std::to_string(report.poor.size()),
                         std::to_string(report.documents)});
  for (const PoorDocument& document : report.poor) {
    const std::string line = percent(document.quality) + "  " + names_of(document.codes, language) +
                             "  " + document.id + "  " + document.title;
    out += "  " + text::visible(line, text::Lines::kJoin) + "\n";
  }
  if (report.few_tokens > 0) out += say(kFew, language, {std::to_string(report.few_tokens)});
  return out + to_text(report.repaired, language);
}

std::string to_json(const QualityReport& report) {
  using Json = nlohmann::ordered_json;
  Json json;
  json["version"] = 1;
  json["quality_limit"] = report.limit;
  json["documents"] = report.documents;
  json["poor"] = Json::array();
  for (const PoorDocument& document : report.poor) {
    json["poor"].push_back({{"text_quality", document.quality},
                            {"repairs", document.codes},
                            {"id", document.id},
                            {"title", document.title}});
  }
  json["few_tokens"] = report.few_tokens;
  json["repaired"] = report.repaired.by_kind;
  json["damaged"] = report.repaired.damaged;
  return text::json_safe(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace tracuu
