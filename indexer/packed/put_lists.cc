#include "indexer/packed/put_lists.h"

#include <span>
#include <string>

#include "core/index/packed_lists.h"
#include "indexer/merge_groups.h"
#include "indexer/packed/run_file.h"

namespace tracuu {

namespace fs = std::filesystem;

bool merge_into_one(std::vector<fs::path> runs, const fs::path& merged, std::size_t at_once,
                    const std::function<bool()>& is_stopped) {
  const auto merge = [&](const std::vector<fs::path>& group, const fs::path& target) {
    RunWriter run(target);
    const auto take = [&](const std::string& term, std::span<const Posting> postings) {
      run.add(term, postings);
    };
    if (!merge_runs(group, take, is_stopped)) return false;
    run.finish();
    for (const fs::path& each : group) fs::remove(each);
    return true;
  };
  return merge_groups(runs, at_once, merged, merge) && merge(runs, merged);
}

bool put_lists(const fs::path& merged, Xapian::doccount documents,
               Xapian::WritableDatabase& database, const std::function<bool()>& is_stopped) {
  for (const auto pass : {PackedWriter::Pass::kApart, PackedWriter::Pass::kBlocks}) {
    PackedWriter writer(database, pass);
    const auto take = [&](const std::string& term, std::span<const Posting> postings) {
      writer.add(term, postings);
    };
    if (!merge_runs({merged}, take, is_stopped)) return false;
    writer.finish(documents);
  }
  return true;
}

}  // namespace tracuu
