#include "searcher/snapshot.h"

#include "core/document/agency.h"
#include "core/index/schema.h"
#include "core/text/fold.h"

namespace tracuu {

const Column& Snapshot::agencies() {
  if (!agencies_) agencies_ = load_column(database_, schema::kAgencySlot, agency_key);
  return *agencies_;
}

const Column& Snapshot::types() {
  if (!types_) types_ = load_column(database_, schema::kTypeSlot, name_key);
  return *types_;
}

const Column& Snapshot::folders() {
  if (!folders_) {
    folders_ = load_column(database_, schema::kFolderSlot,
                           [](std::string_view folder) { return std::string(folder); });
  }
  return *folders_;
}

const std::vector<std::int32_t>& Snapshot::dates() {
  if (!dates_) dates_ = load_dates(database_);
  return *dates_;
}

}  // namespace tracuu
