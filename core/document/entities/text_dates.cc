#include "core/document/entities/text_dates.h"

#include <unordered_set>

namespace tracuu {

std::vector<TextDate> find_text_dates(std::string_view text, std::string_view document_date) {
  std::vector<TextDate> dates;
  std::unordered_set<std::int32_t> seen;
  for (const DateMention& mention : find_dates(text, parse_iso(document_date))) {
    if (dates.size() == kMaxTextDates) break;
    if (mention.precision != DateMention::Precision::kDay) continue;
    if (!seen.insert(to_key(mention.days.first)).second) continue;
    dates.push_back({mention.days.first, mention.offset, mention.length});
  }
  return dates;
}

}  // namespace tracuu
