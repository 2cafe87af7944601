// extract_head: the fields of a Head become those of a Document, where the given ones win.

#include <algorithm>

#include "core/document/agency.h"
#include "core/document/date.h"
#include "core/document/doctype.h"
#include "core/document/file_number.h"
#include "core/document/head.h"
#include "core/document/head_builder.h"
#include "core/document/head_effect.h"
#include "core/document/number.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

bool is_same_agency(std::string_view given, std::string_view found) {
  const std::string a = agency_key(given);
  const std::string b = agency_key(found);
  // One of those that issue together, or a name without its place.
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos ||
         name_key(found).find(a) != std::string::npos;
}

bool is_same_type(std::string_view given, std::string_view found) {
  // What no table knows («Khác», «Văn bản») contradicts nothing.
  return canonical_type(given).empty() || name_key(given) == name_key(found);
}

bool is_same_day(std::string_view given, std::string_view found) {
  const auto day = parse_date(given);
  return !day || to_iso(*day) == found;
}

class Filler {
 public:
  Filler(Document& document, Head& head) : document_(document), head_(head) {}

  // Fills a field that is empty and takes over its evidence.
  void fill(std::string& field, std::string& value, std::string_view name) {
    if (!field.empty() || value.empty()) return;
    field = std::move(value);
    keep_evidence(name);
  }

  template <typename Same>
  void fill_or_compare(std::string& field, std::string& value, std::string_view name, Same same) {
    if (!field.empty() && !value.empty() && !same(field, value)) {
      document_.conflicts.push_back({std::string(name), field, value});
    }
    fill(field, value, name);
  }

  void keep_evidence(std::string_view name) {
    for (Evidence& evidence : head_.evidence) {
      if (evidence.field == name) document_.evidence.push_back(std::move(evidence));
    }
  }

 private:
  Document& document_;
  Head& head_;
};

void set_title(Document& document, const Head& head) {
  if (!document.title.empty()) return;
  for (const std::string* part : {&head.type, &head.number, &head.subject}) {
    if (!document.title.empty() && !part->empty()) document.title += ' ';
    document.title += *part;
  }
}

// «kể từ ngày ký» counts from the day that is given.
void date_effect(const Document& document, Head& head) {
  const auto issued = parse_iso(document.date);
  if (head.effective_days < 0 || !issued) return;
  const bool is_new = head.effective.empty();
  head.effective = to_iso(plus_days(*issued, head.effective_days));
  if (!is_new) return;
  head.evidence.push_back({"effective", std::string(rules::kClosingSigning), 0, 0,
                           share_of_rule(rules::kClosingSigning, "effective")});
}

void add_signers(Document& document, const Head& head) {
  for (const Person& person : head.other_signers) {
    if (std::ranges::find(document.people, person) == document.people.end()) {
      document.people.push_back(person);
    }
  }
}

void number_from_file(const Document& document, Head& head) {
  if (!head.is_administrative || !head.number.empty() || head.is_draft) return;
  head.number = number_in_file_name(document.path.empty() ? document.id : document.path);
  if (head.number.empty()) return;
  head.evidence.push_back(
      {"number", std::string(rules::kFileName), 0, 0, share_of_rule(rules::kFileName, "number")});
}

}  // namespace

void extract_head(Document& document) {
  Head head = read_head(document.body);
  number_from_file(document, head);
  date_effect(document, head);
  const bool is_telling = !head.number.empty() || !head.subject.empty();
  if (is_telling) set_title(document, head);
  if (is_telling && head.length > 0 && document.regions.empty()) {
    document.regions.push_back({Region::Kind::kHead, 0, head.length});
  }
  if (head.is_draft && !document.is_draft) {
    document.is_draft = true;
    Filler(document, head).keep_evidence("is_draft");
  }
  add_signers(document, head);

  Filler filler(document, head);
  filler.fill_or_compare(document.number, head.number, "number", [](auto& given, auto& found) {
    return number_key(given) == number_key(found);
  });
  filler.fill_or_compare(document.type, head.type, "type", is_same_type);
  filler.fill_or_compare(document.agency, head.agency, "agency", is_same_agency);
  if (document.date.empty() && !head.date.empty()) document.date_inferred = false;
  filler.fill_or_compare(document.date, head.date, "date", is_same_day);
  filler.fill_or_compare(document.effective, head.effective, "effective", is_same_day);
  filler.fill(document.expires, head.expires, "expires");
  filler.fill(document.subject, head.subject, "subject");
  filler.fill(document.place, head.place, "place");
  if (document.signer.empty()) {
    filler.fill(document.signer, head.signer, "signer");
    filler.fill(document.signer_title, head.signer_title, "signer_title");
    filler.fill(document.signer_capacity, head.signer_capacity, "signer_capacity");
  }
  filler.fill(document.status, head.status, "status");
  filler.fill(document.field, head.field, "field");
  filler.fill(document.urgency, head.urgency, "urgency");
  filler.fill(document.secrecy, head.secrecy, "secrecy");
}

}  // namespace tracuu
