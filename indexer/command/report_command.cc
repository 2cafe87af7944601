#include <cstdio>

#include "indexer/command/commands.h"
#include "indexer/quality_report.h"

namespace tracuu {

int report_command(const CommandOptions& options, Language language) {
  const QualityReport report = report_quality(options.index.index, options.quality_limit);
  const std::string text = options.json ? to_json(report) + "\n" : to_text(report, language);
  std::fputs(text.c_str(), stdout);
  return kExitFound;
}

}  // namespace tracuu
