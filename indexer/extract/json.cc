#include "indexer/extract/json.h"

#include <algorithm>

namespace tracuu::input {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace

JsonRecords::JsonRecords(std::string_view text) : text_(text) {
  skip_between();
  if (at_ < text_.size() && text_[at_] == '[') {
    ++at_;
    in_array_ = was_array_ = true;
  }
}

std::optional<JsonRecord> JsonRecords::next() {
  skip_between();
  if (in_array_ && at_ < text_.size() && text_[at_] == ']') {
    in_array_ = false;
    ++at_;
    skip_between();
  }
  if (at_ == text_.size()) {
    if (!in_array_ || is_cut_off_) return std::nullopt;
    is_cut_off_ = true;  // told once
    return JsonRecord{{}, line_, ordinal_ + 1, false, true};
  }
  const std::size_t end = end_of_value();
  JsonRecord record{text_.substr(at_, end - at_), line_, ++ordinal_, false, false};
  record.is_alone = ordinal_ == 1 && !was_array_;
  line_ += static_cast<std::size_t>(std::ranges::count(record.text, '\n'));
  at_ = end;
  return record;
}

// Blanks, and the comma that stands behind a record.
void JsonRecords::skip_between() {
  bool comma_seen = ordinal_ == 0 || !in_array_;
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '\n') ++line_;
    if (c == ',' && !comma_seen) {
      comma_seen = true;
    } else if (!is_blank(c)) {
      return;
    }
  }
}

// Returns the offset behind the value that starts at at_. REQUIRES: at_ < text_.size().
std::size_t JsonRecords::end_of_value() {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = at_; i < text_.size(); ++i) {
    const char c = text_[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
      continue;
    }
    if (depth == 0 && i > at_ && (c == ',' || c == ']' || c == '{' || is_blank(c))) return i;
    in_string = c == '"';
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0 && --depth == 0) return i + 1;
  }
  is_cut_off_ = true;  // the record itself is malformed; nothing more to tell
  return text_.size();
}

}  // namespace tracuu::input
