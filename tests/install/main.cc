// A stranger's program: installed headers, installed libraries, one call into each that works.

#include <core/base/error.h>
#include <core/text/fold.h>
#include <indexer/report.h>
#include <searcher/searcher.h>

int main() {
  const bool folded = tracuu::fold("Việt", tracuu::Marks::kDrop) == "viet";
  const bool reported = !tracuu::to_json(tracuu::IndexReport{}).empty();
  try {
    const tracuu::Searcher searcher("no such index");
  } catch (const tracuu::Error& error) {
    const bool refused = error.code() == tracuu::ErrorCode::kIndexMissing;
    return folded && reported && refused ? 0 : 1;
  }
  return 1;
}
