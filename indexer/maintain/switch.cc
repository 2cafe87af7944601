#include "indexer/maintain/switch.h"

#include <xapian.h>

#include "core/base/error.h"
#include "core/index/database.h"
#include "core/index/directory.h"
#include "core/index/syllable_model.h"
#include "core/index/verify.h"
#include "core/index/xapian_error.h"

namespace tracuu {
namespace fs = std::filesystem;

namespace {

// Those of each class of readers.
void copy_models(const fs::path& live, const fs::path& fresh) {
  for (const auto& entry : fs::directory_iterator(live)) {
    const fs::path name = entry.path().filename();
    if (name.string().starts_with(SyllableModel::kFileName)) {
      fs::copy_file(entry.path(), fresh / name);
    }
  }
}

}  // namespace

std::uint64_t size_of(const fs::path& generation) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(generation)) {
    std::error_code error;
    const std::uintmax_t size = entry.file_size(error);
    if (!error) bytes += size;
  }
  return bytes;
}

CompactResult compact_index(const fs::path& index, std::chrono::seconds patience) {
  const IndexDirectory directory(index);
  const fs::path live = directory.live();
  const IndexLock lock(directory, patience);
  directory.remove_leftovers();
  try {
    const Xapian::Database database = open_index(index);
    const fs::path fresh = directory.next_generation();
    // Readers know documents by their numbers, which therefore stay.
    Xapian::Database(database).compact(fresh.string(), Xapian::DBCOMPACT_NO_RENUMBER);
    copy_models(live, fresh);
    verify_generation(fresh, index, database.get_doccount());
    directory.replace_live(fresh);
    return {size_of(live), size_of(fresh)};
  } catch (const Xapian::Error& error) {
    throw translate(error, index.string());
  } catch (const fs::filesystem_error& error) {
    throw Error(
        error.code() == std::errc::no_space_on_device ? ErrorCode::kDiskFull : ErrorCode::kIo,
        {index.string(), error.code().message()});
  }
}

RollBackResult roll_back(const fs::path& index, std::chrono::seconds patience) {
  const IndexDirectory directory(index);
  directory.live();
  const IndexLock lock(directory, patience);
  const std::vector<fs::path> kept = directory.kept();
  if (kept.empty()) throw Error(ErrorCode::kNothingKept, {index.string()});
  try {
    const Xapian::Database database(kept.front().string());
    check_contract(database, index);
    directory.roll_back();
    return {kept.front().filename().string(), database.get_doccount()};
  } catch (const Xapian::Error& error) {
    throw translate(error, index.string());
  }
}

}  // namespace tracuu
