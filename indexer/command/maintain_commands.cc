#include <cstdio>

#include "core/text/visible.h"
#include "indexer/command/commands.h"
#include "indexer/maintain/backup.h"
#include "indexer/maintain/check.h"
#include "indexer/maintain/repair.h"
#include "indexer/maintain/stats.h"
#include "indexer/maintain/switch.h"
#include "indexer/maintain/update_metadata.h"
#include "indexer/number_text.h"

namespace tracuu {
namespace {

constexpr Bilingual kCompacted{"Đã nén chỉ mục: {0} MB, trước đó {1} MB.\n",
                               "Compacted the index: {0} MB, {1} MB before.\n"};
constexpr Bilingual kRolledBack{"Đã quay lại {0}, có {1} văn bản.\n",
                                "Went back to {0} with {1} documents.\n"};
constexpr Bilingual kBackedUp{"Đã sao lưu {0} văn bản vào {2} ({1} MB).",
                              "Backed up {0} documents to {2} ({1} MB)."};
constexpr Bilingual kRestored{"Đã khôi phục {0} văn bản từ {2} ({1} MB).",
                              "Restored {0} documents from {2} ({1} MB)."};

void print(const std::string& text) {
  std::fputs(text.c_str(), stdout);
}

void print_backup(const BackupResult& result, const Bilingual& sentence,
                  const CommandOptions& options, Language language) {
  if (options.json) {
    print("{\"version\":1,\"documents\":" + std::to_string(result.documents) +
          ",\"bytes\":" + std::to_string(result.bytes) + "}\n");
    return;
  }
  print(text::visible(
            say(sentence, language,
                {grouped(result.documents, language),
                 one_decimal(static_cast<double>(result.bytes) / 1e6, language), options.file}),
            text::Lines::kJoin) +
        "\n");
}

}  // namespace

int stats_command(const CommandOptions& options, Language language) {
  const IndexStats stats = read_stats(options.index.index);
  print(options.json ? to_json(stats) + "\n" : to_text(stats, language));
  return kExitFound;
}

int check_command(const CommandOptions& options, Language language) {
  const CheckReport report = check_index(options.index.index, options.index.patience);
  print(options.json ? to_json(report) + "\n" : to_text(report, language));
  return report.problem_count == 0 ? kExitFound : kExitFailed;
}

int repair_command(const CommandOptions& options, Language language) {
  const IndexOptions& index = options.index;
  const RepairReport report = repair_index(
      index.index, {.threads = index.threads, .keep = index.keep, .patience = index.patience});
  print(options.json ? to_json(report) + "\n" : to_text(report, language));
  return report.lost_count == 0 ? kExitFound : kExitDoneWithFailures;
}

int backup_command(const CommandOptions& options, Language language) {
  const BackupResult result = back_up(options.index.index, options.file, options.index.patience);
  print_backup(result, kBackedUp, options, language);
  return kExitFound;
}

int restore_command(const CommandOptions& options, Language language) {
  const BackupResult result =
      restore(options.index.index, options.file, options.index.keep, options.index.patience);
  print_backup(result, kRestored, options, language);
  return kExitFound;
}

int update_metadata_command(const CommandOptions& options, Language language) {
  const UpdateReport report =
      update_metadata(options.index.index, options.file, options.index.patience);
  print(options.json ? to_json(report) + "\n" : to_text(report, language));
  return report.problem_count == 0 ? kExitFound : kExitDoneWithFailures;
}

int compact_command(const CommandOptions& options, Language language) {
  const CompactResult result = compact_index(options.index.index, options.index.patience);
  const auto megabytes = [&](std::uint64_t bytes) {
    return one_decimal(static_cast<double>(bytes) / 1e6, language);
  };
  if (options.json) {
    print("{\"version\":1,\"bytes_before\":" + std::to_string(result.bytes_before) +
          ",\"bytes\":" + std::to_string(result.bytes_after) + "}\n");
  } else {
    print(
        say(kCompacted, language, {megabytes(result.bytes_after), megabytes(result.bytes_before)}));
  }
  return kExitFound;
}

int roll_back_command(const CommandOptions& options, Language language) {
  const RollBackResult result = roll_back(options.index.index, options.index.patience);
  if (options.json) {
    print("{\"version\":1,\"generation\":\"" + result.generation +
          "\",\"documents\":" + std::to_string(result.documents) + "}\n");
  } else {
    print(say(kRolledBack, language, {result.generation, grouped(result.documents, language)}));
  }
  return kExitFound;
}

}  // namespace tracuu
