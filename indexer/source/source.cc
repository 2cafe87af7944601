#include "indexer/source/source.h"

#include <utility>

#include "indexer/source/json_item.h"
#include "indexer/source/records.h"
#include "indexer/source/walk.h"

namespace tracuu::input {

struct Source::State {
  State(const std::vector<std::string>& paths, const SourceOptions& given)
      : options(given), walked(walk(paths, options.limits)) {}

  const SourceOptions options;
  Walk walked;
  std::size_t next_skip = 0;
  std::size_t next_file = 0;         // the one behind the open one
  std::unique_ptr<Records> records;  // of the open file
  std::uint64_t bytes_before = 0;    // of the files behind us
};

Source::Source(const std::vector<std::string>& paths, const SourceOptions& options)
    : state_(std::make_unique<State>(paths, options)) {}

Source::~Source() = default;
Source::Source(Source&&) noexcept = default;
Source& Source::operator=(Source&&) noexcept = default;

std::optional<SourceItem> Source::next() {
  State& state = *state_;
  if (state.next_skip < state.walked.skips.size()) {
    return skip_item(std::move(state.walked.skips[state.next_skip++]));
  }
  while (true) {
    if (!state.records) {
      if (state.next_file == state.walked.files.size()) return std::nullopt;
      state.records = open_records(state.walked.files[state.next_file++], state.options);
    }
    const WalkedFile& file = state.walked.files[state.next_file - 1];
    if (auto item = state.records->next()) {
      item->path = file.path;
      item->bytes_read = state.bytes_before + state.records->consumed_bytes();
      return item;
    }
    state.records.reset();
    state.bytes_before += file.size_bytes;
  }
}

std::uint64_t Source::total_bytes() const {
  return state_->walked.total_bytes;
}

std::size_t Source::total_files() const {
  return state_->walked.files.size();
}

}  // namespace tracuu::input
