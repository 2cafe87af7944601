#include "indexer/source/source.h"

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

#include "indexer/source/json_item.h"
#include "indexer/source/read_records.h"
#include "indexer/source/records.h"
#include "indexer/source/walk.h"

namespace tracuu::input {
namespace {

// Endings beyond this many different ones are counted together, without a name.
constexpr std::size_t kMaxEndings = 100;

}  // namespace

struct Source::State {
  State(Walk given_files, const SourceOptions& given)
      : options(given), walked(std::move(given_files)) {}

  std::unique_ptr<Records> open_next();
  void begin_ahead();
  bool is_counted(const SourceItem& item);

  const SourceOptions options;
  Walk walked;
  std::size_t next_skip = 0;
  std::size_t next_file = 0;         // the one behind the open one
  std::unique_ptr<Records> records;  // of the open file
  std::uint64_t bytes_before = 0;    // of the files behind us

  struct Begun {
    std::size_t file = 0;
    std::future<std::vector<FoundDocument>> found;
  };
  std::deque<Begun> begun;  // in order; files that the reader has begun
  std::size_t next_to_begin = 0;
  std::vector<Skip> counted_of_file;
  std::map<std::string, Skip> unsupported;  // by ending; told at the end, as the walk does
};

// The reader is kept at work while other files are indexed.
void Source::State::begin_ahead() {
  next_to_begin = std::max(next_to_begin, next_file);
  while (begun.size() < options.reader->read_ahead() && next_to_begin < walked.files.size()) {
    const WalkedFile& file = walked.files[next_to_begin];
    if (file.kind.format == Format::kByContent) {
      begun.push_back({next_to_begin, options.reader->read(file.path, file.relative)});
    }
    ++next_to_begin;
  }
}

std::unique_ptr<Records> Source::State::open_next() {
  if (options.reader != nullptr) begin_ahead();
  const std::size_t number = next_file++;
  const WalkedFile& file = walked.files[number];
  if (file.kind.format != Format::kByContent) return open_records(file, options);
  auto found = std::move(begun.front().found);
  begun.pop_front();
  return open_read_records(file, std::move(found));
}

// Counts a file of an unsupported type; others pass.
bool Source::State::is_counted(const SourceItem& item) {
  const auto* skip = std::get_if<Skip>(&item.result);
  if (skip == nullptr || skip->reason != SkipReason::kUnsupported) return false;
  counted_of_file.push_back(*skip);
  std::string ending = skip->detail;
  if (unsupported.size() >= kMaxEndings && !unsupported.contains(ending)) ending = "…";
  Skip counted = *skip;
  counted.detail = ending;
  const auto [at, is_new] = unsupported.try_emplace(ending, std::move(counted));
  if (!is_new) ++at->second.count;
  return true;
}

Source::Source(const std::vector<std::string>& paths, const SourceOptions& options)
    : Source(walk(paths, {.limits = options.limits,
                          .unknown = options.reader ? UnknownNames::kTake : UnknownNames::kSkip}),
             options) {}

Source::Source(Walk walked, const SourceOptions& options)
    : state_(std::make_unique<State>(std::move(walked), options)) {}

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
      if (state.next_file == state.walked.files.size()) break;
      state.records = state.open_next();
    }
    const WalkedFile& file = state.walked.files[state.next_file - 1];
    if (auto item = state.records->next()) {
      if (state.is_counted(*item)) continue;
      item->path = file.path;
      item->bytes_read = state.bytes_before + state.records->consumed_bytes();
      return item;
    }
    state.records.reset();
    if (state.options.on_file_end) state.options.on_file_end(file, state.counted_of_file);
    state.counted_of_file.clear();
    state.bytes_before += file.size_bytes;
  }
  if (state.unsupported.empty()) return std::nullopt;
  SourceItem item = skip_item(std::move(state.unsupported.begin()->second));
  item.bytes_read = state.bytes_before;
  state.unsupported.erase(state.unsupported.begin());
  return item;
}

std::uint64_t Source::total_bytes() const {
  return state_->walked.total_bytes;
}

std::size_t Source::total_files() const {
  return state_->walked.files.size();
}

}  // namespace tracuu::input
