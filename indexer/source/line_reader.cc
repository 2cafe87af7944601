#include "indexer/source/line_reader.h"

#include <algorithm>
#include <utility>

namespace tracuu::input {
namespace {

constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

}  // namespace

LineReader::LineReader(ByteStream bytes, std::size_t max_line_bytes)
    : bytes_(std::move(bytes)), max_line_bytes_(max_line_bytes) {}

std::optional<Line> LineReader::next() {
  if (!has_pending_) {
    pending_.clear();
    too_long_ = false;
  }
  while (true) {
    if (piece_.empty()) piece_ = bytes_.next();
    if (piece_.empty()) {
      const bool is_line = has_pending_ && !bytes_.problem();
      if (!has_pending_ && bytes_.problem()) ++number_;
      return is_line ? finish_line({}) : std::nullopt;
    }
    if (!has_pending_) ++number_;
    const std::size_t end = piece_.find('\n');
    if (end != std::string_view::npos) {
      const std::string_view last = piece_.substr(0, end);
      piece_.remove_prefix(end + 1);
      return finish_line(last);
    }
    keep(piece_);
    has_pending_ = true;
    piece_ = {};
  }
}

// The line is what is pending and `end`. A line inside one piece is not copied.
std::optional<Line> LineReader::finish_line(std::string_view end) {
  std::string_view text = end;
  if (has_pending_) {
    keep(end);
    text = pending_;
  } else if (end.size() > max_line_bytes_) {
    too_long_ = true;
  }
  has_pending_ = false;
  if (too_long_) return Line{{}, number_, true};
  if (number_ == 1 && text.starts_with(kUtf8Bom)) text.remove_prefix(kUtf8Bom.size());
  if (text.ends_with('\r')) text.remove_suffix(1);
  return Line{text, number_, false};
}

void LineReader::keep(std::string_view part) {
  if (too_long_) return;
  const std::size_t size = pending_.size() + part.size();
  if (size > max_line_bytes_) {
    too_long_ = true;
    std::string().swap(pending_);
    return;
  }
  if (size > pending_.capacity()) {
    pending_.reserve(std::min(max_line_bytes_, std::max(size, 2 * pending_.capacity())));
  }
  pending_.append(part);
}

}  // namespace tracuu::input
