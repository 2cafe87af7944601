// Puts a Head together from readings in the order of their trust: the first reading of a field
// stands, and its rule and place in the body become evidence.
//
// `sure` of an evidence is the share of such readings that were right; the table of shares and
// where they were measured is in head_builder.cc. Internal to core/document.

#pragma once

#include <string>
#include <string_view>

#include "core/document/head.h"
#include "core/document/head_elements.h"

namespace tracuu {

// How a field was read, as evidence names it.
namespace rules {
inline constexpr std::string_view kHeadNumber = "head.number";
inline constexpr std::string_view kHeadType = "head.type";
inline constexpr std::string_view kHeadAgency = "head.agency";
inline constexpr std::string_view kHeadDate = "head.place_and_date";
inline constexpr std::string_view kHeadSubject = "head.subject";
inline constexpr std::string_view kHeadMark = "head.mark";
inline constexpr std::string_view kHeadSymbol = "head.symbol";
inline constexpr std::string_view kHeadLetter = "head.letter";
inline constexpr std::string_view kHeadDisplaced = "head.displaced";
inline constexpr std::string_view kHeadContinued = "head.continued";
inline constexpr std::string_view kHeadConsolidated = "head.consolidated";
inline constexpr std::string_view kCertificate = "certificate";
inline constexpr std::string_view kEnacting = "recital.enacting";
inline constexpr std::string_view kFootSignature = "foot.signature";
inline constexpr std::string_view kFootDate = "foot.date";
inline constexpr std::string_view kAnnex = "annex.reference";
inline constexpr std::string_view kClosingDate = "closing.date";
inline constexpr std::string_view kClosingSigning = "closing.signing";
inline constexpr std::string_view kClosingPassed = "closing.passed";
inline constexpr std::string_view kPortal = "portal.table";
inline constexpr std::string_view kStamp = "stamp";
inline constexpr std::string_view kFileName = "file.name";
}  // namespace rules

// Returns the measured share of right readings by the rule, for that field where they differ.
double share_of_rule(std::string_view rule, std::string_view field);

// A field of a Head by its name in JSON.
struct HeadField {
  std::string_view name;
  std::string Head::*member;
};
namespace fields {
inline constexpr HeadField kNumber{"number", &Head::number};
inline constexpr HeadField kType{"type", &Head::type};
inline constexpr HeadField kAgency{"agency", &Head::agency};
inline constexpr HeadField kDate{"date", &Head::date};
inline constexpr HeadField kSubject{"subject", &Head::subject};
inline constexpr HeadField kPlace{"place", &Head::place};
inline constexpr HeadField kSigner{"signer", &Head::signer};
inline constexpr HeadField kSignerTitle{"signer_title", &Head::signer_title};
inline constexpr HeadField kSignerCapacity{"signer_capacity", &Head::signer_capacity};
inline constexpr HeadField kEffective{"effective", &Head::effective};
inline constexpr HeadField kExpires{"expires", &Head::expires};
inline constexpr HeadField kStatus{"status", &Head::status};
inline constexpr HeadField kDomain{"field", &Head::field};
inline constexpr HeadField kUrgency{"urgency", &Head::urgency};
inline constexpr HeadField kSecrecy{"secrecy", &Head::secrecy};
}  // namespace fields

class HeadBuilder {
 public:
  explicit HeadBuilder(std::string_view body) : body_(body) {}

  // Sets a field that is empty yet, unless there is no value.
  void put(const HeadField& field, std::string_view rule, const HeadValue& value);

  // Adds the evidence of a field that is no string.
  void witness(std::string_view field, std::string_view rule, std::string_view where);

  Head& head() { return head_; }

 private:
  std::string_view body_;
  Head head_;
};

}  // namespace tracuu
