// Type, agency, number, date and signer of a generated document.
//
//   Quyết định · 1271/QĐ-UBND · Ủy ban nhân dân tỉnh Sơn La · 2021-03-09 · Trần Thị Hoa
//   tin tức · 2017-02-06                       news has a type and a date
//
// Types, years and the weights of agencies are fitted; which agency is how frequent is not, and the
// names are those of data/agencies.tsv and data/provinces.tsv. Signers are drawn from a few
// hundred made-up names. Immutable after construction; safe from any thread.

#pragma once

#include <string>
#include <vector>

#include "core/document/document.h"
#include "tests/bench/collection/fitted.h"
#include "tests/bench/collection/weighted.h"

namespace tracuu::bench {

class Attributes {
 public:
  explicit Attributes(const Fitted& fitted);

  // Sets type, number, agency, date, signer.
  void draw(Random& random, Document& document) const;

 private:
  struct Agency {
    std::string name;
    std::string code;  // "UBND"
  };
  static std::vector<Agency> read_agencies();

  std::vector<Weighted<std::string>> types_;
  std::vector<Weighted<int>> years_;
  std::vector<Agency> agencies_;
  WeightedDraw type_;
  WeightedDraw year_;
  WeightedDraw agency_;
};

// Whether documents of this type are articles: without agency, number, signer and articles (Điều).
bool is_news(const Document& document);

}  // namespace tracuu::bench
