#include "searcher/server/admin/query_log.h"

#include <string>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "core/text/visible.h"

namespace tracuu {

void QueryLog::note(std::string_view query, std::uint64_t found) {
  const std::size_t end = text::character_border(query, std::min(query.size(), kMaxNotedBytes));
  const std::string folded =
      fold(text::visible(query.substr(0, end), text::Lines::kJoin), Marks::kKeep);
  const std::size_t first = folded.find_first_not_of(' ');
  if (first == std::string::npos) return;
  const std::string_view noted =
      std::string_view(folded).substr(first, folded.find_last_not_of(' ') - first + 1);
  ++searches_;
  queries_.add(noted);
  if (found > 0) return;
  ++in_vain_;
  without_results_.add(noted);
}

}  // namespace tracuu
