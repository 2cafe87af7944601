#include "searcher/complete/word_pattern.h"

#include <algorithm>
#include <utility>

#include "core/text/i_y.h"
#include "core/text/typing/spelling.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

using Id = SyllableModel::Id;

// A letter without its shape; what is no Vietnamese letter stays.
char32_t plain(char32_t letter) {
  return text::take_apart(letter) ? text::base_of(letter) : letter;
}

// Returns the first form whose key is not below `key`.
std::size_t lower_bound(const SyllableModel& model, std::string_view key) {
  std::size_t low = 0;
  std::size_t high = model.form_count();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (model.toneless(static_cast<Id>(middle)) < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

SyllableModel::Range range_of(const SyllableModel& model, std::string key) {
  const std::size_t begin = lower_bound(model, key);
  key += '\xFF';  // above every byte of UTF-8
  return {static_cast<Id>(begin), static_cast<Id>(lower_bound(model, key))};
}

}  // namespace

WordPattern::WordPattern(std::string_view typed) {
  for (std::size_t i = 0; i < typed.size();) {
    const text::Decoded d = text::decode(typed, i);
    i += d.length;
    const auto parts = text::take_apart(d.value);
    const char32_t letter = parts ? parts->letter : d.value;
    if (parts && parts->tone != text::Tone::kNone) tone_ = parts->tone;
    letters_ += letter;
    has_marks_ = has_marks_ || letter != plain(letter);
    text::append_utf8(base_, plain(letter));
  }
  has_marks_ = has_marks_ || tone_ != text::Tone::kNone;
}

bool WordPattern::begins_as_spelled(std::string_view toned) const {
  std::size_t matched = 0;
  text::Tone tone = text::Tone::kNone;
  for (std::size_t i = 0; i < toned.size();) {
    const text::Decoded d = text::decode(toned, i);
    i += d.length;
    const auto parts = text::take_apart(d.value);
    const char32_t letter = parts ? parts->letter : d.value;
    if (parts && parts->tone != text::Tone::kNone) tone = parts->tone;
    if (matched == letters_.size()) continue;
    const char32_t typed = letters_[matched++];
    if (typed != letter && typed != plain(letter)) return false;
  }
  return matched == letters_.size() && (tone_ == text::Tone::kNone || tone == tone_);
}

bool WordPattern::begins(std::string_view toned, std::string_view toneless) const {
  if (begins_as_spelled(toned)) return true;
  if (base_.find_first_of("iy") == std::string::npos) return false;
  const auto other = text::other_i_y(toned, toneless);
  return other && begins_as_spelled(*other);
}

WordPattern::Ranges WordPattern::ranges(const SyllableModel& model) const {
  if (empty()) return {SyllableModel::Range{0, static_cast<Id>(model.form_count())}, {}};
  std::string merged = base_;
  std::ranges::replace(merged, 'y', 'i');  // quỳnh is keyed "quinh"
  Ranges ranges{range_of(model, base_), {}};
  if (merged != base_) ranges[1] = range_of(model, merged);
  return ranges;
}

std::vector<Id> WordPattern::forms(const SyllableModel& model, std::size_t most) const {
  std::vector<Id> found;
  for (const SyllableModel::Range& range : ranges(model)) {
    for (std::size_t id = range.begin; id < range.end; ++id) {
      const auto form = static_cast<Id>(id);
      if (begins(model.toned(form), model.toneless(form))) found.push_back(form);
    }
  }
  const auto by_use = [&](Id a, Id b) {
    return model.count(a) != model.count(b) ? model.count(a) > model.count(b) : a < b;
  };
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), most));
  std::partial_sort(found.begin(), end, found.end(), by_use);
  found.erase(end, found.end());
  return found;
}

}  // namespace tracuu
