// One stored document as text: every field that is known, whether it is in force and why, its body.

#include <array>
#include <string_view>

#include "core/index/quality.h"
#include "core/text/visible.h"
#include "searcher/graph/graph_text.h"
#include "searcher/graph/relation_words.h"
#include "searcher/terminal_view.h"

namespace tracuu {
namespace {

constexpr Bilingual kId{"Mã", "Id"};
constexpr Bilingual kTitle{"Tiêu đề", "Title"};
constexpr Bilingual kType{"Loại", "Type"};
constexpr Bilingual kNumber{"Số", "Number"};
constexpr Bilingual kAgency{"Cơ quan", "Agency"};
constexpr Bilingual kDate{"Ngày", "Date"};
constexpr Bilingual kPlace{"Nơi ban hành", "Place of issue"};
constexpr Bilingual kSubject{"Trích yếu", "Subject"};
constexpr Bilingual kSigner{"Người ký", "Signer"};
constexpr Bilingual kUrgency{"Độ khẩn", "Urgency"};
constexpr Bilingual kSecrecy{"Độ mật", "Secrecy"};
constexpr Bilingual kDraft{"Dự thảo", "Draft"};
constexpr Bilingual kYes{"có", "yes"};
constexpr Bilingual kEffective{"Hiệu lực từ", "Effective"};
constexpr Bilingual kExpires{"Hiệu lực đến hết", "Effective until"};
constexpr Bilingual kEffect{"Hiệu lực", "In force"};
constexpr Bilingual kEffectOn{"Hiệu lực ngày {0}", "In force on {0}"};
constexpr Bilingual kStatus{"Tình trạng", "Status"};
constexpr Bilingual kField{"Lĩnh vực", "Field"};
constexpr Bilingual kKeywords{"Từ khóa", "Keywords"};
constexpr Bilingual kTopics{"Chủ đề", "Topics"};
constexpr Bilingual kPeople{"Người được nhắc đến", "People"};
constexpr Bilingual kPlaces{"Địa danh", "Places"};
constexpr Bilingual kAuthor{"Tác giả", "Author"};
constexpr Bilingual kSource{"Nguồn", "Source"};
constexpr Bilingual kUrl{"Địa chỉ", "Address"};
constexpr Bilingual kPath{"Tệp", "File"};
constexpr Bilingual kPages{"Số trang", "Pages"};
constexpr Bilingual kOcr{"Nhận dạng chữ", "Recognised"};
constexpr Bilingual kOcrWarning{"từ ảnh quét; chữ và số có thể sai",
                                "from pictures; letters and digits may be wrong"};
constexpr Bilingual kFileSays{"Tệp tự ghi", "The file says"};
constexpr Bilingual kConflict{"Khác nhau", "Differs"};
constexpr Bilingual kGivenAndFound{"{0}: được cho là «{1}», trong văn bản là «{2}»",
                                   "{0}: given as «{1}», the text has «{2}»"};
constexpr Bilingual kDenied{"Hiệu lực: nguồn cho là «{0}», các văn bản khác cho thấy «{1}»",
                            "In force: the source says «{0}», other documents «{1}»"};
constexpr Bilingual kRepairs{"Đã sửa mã chữ", "Repaired encoding"};
constexpr Bilingual kLetters{"{0}, {1} chữ", "{0}, {1} letters"};
constexpr Bilingual kQuality{"Chất lượng chữ", "Text quality"};
constexpr Bilingual kDamaged{"{0}, đã mất chữ", "{0}, letters lost"};
constexpr Bilingual kInferred{"{0} (suy đoán)", "{0} (inferred)"};

// The name of a field that Conflict speaks of.
std::string field_label(const std::string& code, Language language) {
  struct Label {
    std::string_view code;
    const Bilingual& label;
  };
  static constexpr std::array kLabels{
      Label{"number", kNumber},       Label{"type", kType},       Label{"agency", kAgency},
      Label{"date", kDate},           Label{"signer", kSigner},   Label{"place", kPlace},
      Label{"subject", kSubject},     Label{"status", kStatus},   Label{"title", kTitle},
      Label{"effective", kEffective}, Label{"expires", kExpires}, Label{"field", kField}};
  for (const Label& label : kLabels) {
    if (label.code == code) return std::string(label.label.in(language));
  }
  return code;
}

// "1234" as "1.234", in English "1,234".
std::string grouped(std::size_t number, Language language) {
  constexpr std::size_t kGroup = 3;
  std::string digits = std::to_string(number);
  const char* separator = language == Language::kVietnamese ? "." : ",";
  for (std::size_t at = digits.size(); at > kGroup;) digits.insert(at -= kGroup, separator);
  return digits;
}

std::string listed(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : ", ") + value;
  return list;
}

std::string people_of(const Document& document) {
  std::string list;
  for (const Person& person : document.people) {
    list += (list.empty() ? "" : ", ") + person.name;
    if (!person.title.empty()) list += " (" + person.title + ")";
  }
  return list;
}

// «KT. Phó Chủ tịch Nguyễn Văn A»
std::string signer_of(const Document& document) {
  std::string signer;
  for (const std::string* part :
       {&document.signer_capacity, &document.signer_title, &document.signer}) {
    if (!part->empty()) signer += (signer.empty() ? "" : " ") + *part;
  }
  return document.signer.empty() ? std::string() : signer;
}

void show_quality(const Document& document, View& view) {
  std::string repairs;
  for (const EncodingRepair& repair : document.repairs) {
    repairs += (repairs.empty() ? "" : "; ") +
               view.phrase(kLetters, {std::string(repair_name(repair.kind)),
                                      grouped(repair.letters, view.options().language)});
  }
  view.field(kRepairs, repairs);
  std::string quality = document.text_quality >= 0 ? percent(document.text_quality) : "";
  if (document.damaged) quality = view.phrase(kDamaged, {quality.empty() ? "–" : quality});
  view.field(kQuality, quality);
}

// "Báo cáo quý I · Văn phòng · 11/02/2009"
std::string properties_of(const FileProperties& file) {
  std::string all;
  for (const std::string& part : {file.title, file.author, date_for_people(file.created)}) {
    if (!part.empty()) all += (all.empty() ? "" : " · ") + one_line(part);
  }
  return all;
}

void show_file(const Document& document, View& view) {
  view.field(kPath, document.path);
  if (!document.pages.empty()) view.field(kPages, std::to_string(document.pages.size()));
  if (document.is_ocr) {
    view.field(kOcr, std::string(kOcrWarning.in(view.options().language)));
  }
  view.field(kFileSays, properties_of(document.file));
}

void show_head(const Document& document, View& view) {
  std::string date = date_for_people(document.date);
  if (document.date_inferred) date = view.phrase(kInferred, {date});
  view.field(kId, document.id);
  view.field(kTitle, document.title);
  view.field(kType, document.type);
  view.field(kNumber, document.number);
  view.field(kAgency, document.agency);
  view.field(kDate, date);
  view.field(kPlace, document.place);
  if (document.subject != document.title) view.field(kSubject, document.subject);
  view.field(kSigner, signer_of(document));
  view.field(kUrgency, document.urgency);
  view.field(kSecrecy, document.secrecy);
  if (document.is_draft) view.field(kDraft, std::string(kYes.in(view.options().language)));
}

void show_effect(const DocumentAnswer& answer, View& view) {
  const Document& document = answer.document;
  const EffectAnswer& effect = answer.effect;
  const Language language = view.options().language;
  view.field(kEffective, date_for_people(document.effective));
  view.field(kExpires, date_for_people(document.expires));
  const std::string line = effect_line(effect, language);
  if (effect.as_of.day == effect.as_of.today) {
    view.field(kEffect, line);
  } else if (!line.empty()) {
    view.line(view.phrase(kEffectOn, {date_for_people(to_iso(effect.as_of.day))}) + ": " +
              one_line(line));
  }
  view.field(kStatus, document.status);
}

void show_conflicts(const DocumentAnswer& answer, View& view) {
  const Language language = view.options().language;
  for (const Conflict& conflict : answer.document.conflicts) {
    view.field(kConflict, view.phrase(kGivenAndFound, {field_label(conflict.field, language),
                                                       conflict.given, conflict.found}));
  }
  if (!answer.effect.denied) return;
  view.field(kConflict, view.phrase(kDenied, {answer.document.status,
                                              effect_label(*answer.effect.denied, language)}));
}

}  // namespace

std::string reason_text(const LinkedReason& reason, Language language) {
  const LinkedDocument& acting = reason.acting;
  return reason_line(reason.reason, acting.number.empty() ? acting.title : acting.number, language);
}

std::string effect_line(const EffectAnswer& effect, Language language) {
  std::string reasons;
  for (const LinkedReason& reason : effect.reasons) {
    reasons += (reasons.empty() ? "" : "; ") + reason_text(reason, language);
  }
  const std::string label = effect_label(effect.status, language);
  return reasons.empty() || label.empty() ? label : label + " (" + reasons + ")";
}

std::string to_text(const DocumentAnswer& answer, const ViewOptions& options) {
  View view(options);
  const Document& document = answer.document;
  show_head(document, view);
  show_effect(answer, view);
  view.field(kField, document.field);
  view.field(kKeywords, listed(document.keywords));
  view.field(kTopics, listed(document.topics));
  view.field(kPeople, people_of(document));
  view.field(kPlaces, listed(document.places));
  view.field(kAuthor, document.author);
  view.field(kSource, document.source);
  view.field(kUrl, document.url);
  show_file(document, view);
  show_conflicts(answer, view);
  show_quality(document, view);
  view.blank();
  view.line(text::visible(document.body));
  return view.take();
}

}  // namespace tracuu
