// Laws, codes and ordinances that are cited by their names: where a name ends.
//
//   «theo quy định của Luật Hôn nhân và gia đình và các văn bản …»   Luật Hôn nhân và gia đình
//   «Luật Phòng thủ dân sự số 18/2023/QH15»                          Luật Phòng thủ dân sự
//
// A name's end is not marked, so the names of law_names.tsv decide; one that is not there is taken
// where its number, its date or its year stands behind it. Internal to core/document/citation.

#pragma once

#include <cstddef>
#include <string_view>

namespace tracuu::citation {

// A name that begins at an offset.
struct LawName {
  std::string_view type;  // "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"
  std::size_t type_end = 0;
  std::size_t end = 0;  // of the name; type_end where there is none: «Luật số 25/2008/QH12»
};

// Returns the law named at `i`; an empty type where none is. Reads at most kMaxPhraseWords words.
LawName read_law_name(std::string_view text, std::size_t i);

}  // namespace tracuu::citation
