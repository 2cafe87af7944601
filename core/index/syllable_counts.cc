#include "core/index/syllable_counts.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <numeric>
#include <utility>

#include "core/base/error.h"
#include "core/base/io_error.h"
#include "core/index/syllable_model.h"

namespace tracuu {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 12;

// Words that are no syllables (names, foreign words) count when they are short.
constexpr std::size_t kMaxFormBytes = 32;

// One word in so many forms may be no syllable: they must not crowd out the others.
constexpr std::size_t kMaxForeignForms = 30000;

std::size_t slot_of(std::uint32_t pair, std::size_t mask) {
  return (pair * std::uint64_t{0x9E3779B97F4A7C15}) >> 32 & mask;
}

template <typename T>
void append_array(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  out.resize((out.size() + 7) / 8 * 8, '\0');
}

}  // namespace

void SyllableCounts::Pairs::add(std::uint32_t pair, std::uint32_t count) {
  if (size_ * 3 >= keys_.size() * 2) rehash(std::max(kFirstSlots, keys_.size() * 2), 1);
  const std::size_t mask = keys_.size() - 1;
  std::size_t i = slot_of(pair, mask);
  while (counts_[i] != 0 && keys_[i] != pair) i = (i + 1) & mask;
  if (counts_[i] == 0) {
    keys_[i] = pair;
    ++size_;
  }
  counts_[i] += count;
}

std::uint32_t SyllableCounts::Pairs::count(std::uint32_t pair) const {
  if (keys_.empty()) return 0;
  const std::size_t mask = keys_.size() - 1;
  std::size_t i = slot_of(pair, mask);
  while (counts_[i] != 0 && keys_[i] != pair) i = (i + 1) & mask;
  return counts_[i];
}

void SyllableCounts::Pairs::rehash(std::size_t slots, std::uint32_t least) {
  std::vector<std::uint32_t> keys(slots);
  std::vector<std::uint32_t> counts(slots);
  keys.swap(keys_);
  counts.swap(counts_);
  size_ = 0;
  const std::size_t mask = slots - 1;
  for (std::size_t k = 0; k < keys.size(); ++k) {
    if (counts[k] < least || counts[k] == 0) continue;
    std::size_t i = slot_of(keys[k], mask);
    while (counts_[i] != 0) i = (i + 1) & mask;
    keys_[i] = keys[k];
    counts_[i] = counts[k];
    ++size_;
  }
}

void SyllableCounts::Pairs::drop_rare() {
  for (std::uint32_t least = 2; size_ > kMaxPairs / 2; ++least) rehash(keys_.size(), least);
}

SyllableCounts::Id SyllableCounts::id_of(std::string_view toned, std::string_view toneless,
                                         bool is_syllable) {
  const auto found = ids_.find(std::string(toned));
  if (found != ids_.end()) return found->second;
  if (toned.size() > kMaxFormBytes || forms_.size() >= kMaxForms) return kNoId;
  if (!is_syllable && forms_.size() >= kMaxForeignForms) return kNoId;
  const auto id = static_cast<Id>(forms_.size());
  forms_.push_back({std::string(toned), std::string(toneless), is_syllable, 0});
  ids_.emplace(toned, id);
  return id;
}

SyllableCounts::Id SyllableCounts::local_id(const text::Analysis& analysis,
                                            const text::Word& word) {
  if (word.has_digit) return kNoId;
  if (by_form_.size() <= word.toned) {
    by_form_.resize(std::max<std::size_t>(analysis.vocabulary().form_count(), word.toned + 1),
                    kUnseen);
  }
  Id& id = by_form_[word.toned];
  if (id == kUnseen) {
    id = id_of(analysis.vocabulary().form(word.toned), analysis.vocabulary().form(word.toneless),
               word.is_syllable);
  }
  return id;
}

void SyllableCounts::add(const text::Analysis& analysis) {
  if (epoch_ != analysis.vocabulary().epoch()) by_form_.clear();
  epoch_ = analysis.vocabulary().epoch();
  Id last = kNoId;
  for (const text::Token& token : analysis.tokens) {
    const Id id = local_id(analysis, analysis.word(token));
    if (id != kNoId) {
      ++forms_[id].count;
      if (last != kNoId && token.follows) add_pair(last, id, 1);
    }
    last = id;
  }
}

void SyllableCounts::add_pair(Id first, Id second, std::uint32_t count) {
  pairs_.add(std::uint32_t{first} << 16 | second, count);
  if (pairs_.size() > kMaxPairs) pairs_.drop_rare();
}

void SyllableCounts::merge(const SyllableCounts& other) {
  std::vector<Id> ids;
  ids.reserve(other.forms_.size());
  for (const Form& form : other.forms_) {
    ids.push_back(id_of(form.toned, form.toneless, form.is_syllable));
    if (ids.back() != kNoId) forms_[ids.back()].count += form.count;
  }
  other.pairs_.for_each([&](std::uint32_t pair, std::uint32_t count) {
    const Id first = ids[pair >> 16];
    const Id second = ids[pair & 0xFFFF];
    if (first != kNoId && second != kNoId) add_pair(first, second, count);
  });
}

void SyllableCounts::merge(const SyllableModel& model) {
  std::vector<Id> ids;
  for (std::size_t i = 0; i < model.form_count(); ++i) {
    const auto form = static_cast<SyllableModel::Id>(i);
    // Which forms are syllables matters for the bound on new ones only: these were admitted before.
    ids.push_back(id_of(model.toned(form), model.toneless(form), true));
    if (ids.back() != kNoId) forms_[ids.back()].count += model.count(form);
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] == kNoId) continue;
    model.for_each_after(
        static_cast<SyllableModel::Id>(i), [&](SyllableModel::Id second, double count) {
          if (ids[second] == kNoId) return;
          add_pair(ids[i], ids[second], static_cast<std::uint32_t>(std::max(1.0, count + 0.5)));
        });
  }
}

void SyllableCounts::subtract(const SyllableCounts& other) {
  std::vector<Id> theirs;
  theirs.reserve(forms_.size());
  for (Form& form : forms_) {
    const auto found = other.ids_.find(form.toned);
    theirs.push_back(found == other.ids_.end() ? kNoId : found->second);
    if (theirs.back() == kNoId) continue;
    form.count -= std::min(form.count, other.forms_[theirs.back()].count);
  }
  constexpr std::uint32_t kShareOfError = 16;
  Pairs left;
  pairs_.for_each([&](std::uint32_t pair, std::uint32_t count) {
    const Id first = theirs[pair >> 16];
    const Id second = theirs[pair & 0xFFFF];
    const bool is_theirs = first != kNoId && second != kNoId;
    std::uint32_t taken =
        is_theirs ? other.pairs_.count(std::uint32_t{first} << 16 | second) : std::uint32_t{0};
    taken += taken / kShareOfError + (taken > kShareOfError / 2 ? 1 : 0);
    if (count > taken) left.add(pair, count - taken);
  });
  pairs_ = std::move(left);
}

// Forms that are left with a count.
std::vector<SyllableCounts::Id> SyllableCounts::in_file_order() const {
  std::vector<Id> order;
  order.reserve(forms_.size());
  for (std::size_t id = 0; id < forms_.size(); ++id) {
    if (forms_[id].count > 0) order.push_back(static_cast<Id>(id));
  }
  std::ranges::sort(order, [&](Id a, Id b) {
    const Form& x = forms_[a];
    const Form& y = forms_[b];
    if (x.toneless != y.toneless) return x.toneless < y.toneless;
    return x.count != y.count ? x.count > y.count : x.toned < y.toned;
  });
  return order;
}

std::string SyllableCounts::bytes() const {
  const std::vector<Id> order = in_file_order();
  std::vector<Id> place(forms_.size(), kNoId);
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<Id>(i);

  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(pairs_.size());
  pairs_.for_each([&](std::uint32_t pair, std::uint32_t count) {
    const Id first = place[pair >> 16];
    const Id second = place[pair & 0xFFFF];
    if (first == kNoId || second == kNoId) return;
    pairs.emplace_back(std::uint32_t{first} << 16 | second, count);
  });
  std::ranges::sort(pairs);

  std::string text;
  std::vector<SyllableModel::Form> forms;
  for (const Id id : order) {
    const Form& form = forms_[id];
    forms.push_back({static_cast<std::uint32_t>(text.size()),
                     static_cast<std::uint8_t>(form.toned.size()),
                     static_cast<std::uint8_t>(form.toneless.size()), 0, form.count});
    text += form.toned + form.toneless;
  }
  std::vector<std::uint32_t> rows(order.size() + 1);
  std::vector<std::uint16_t> seconds;
  std::vector<std::uint8_t> levels;
  for (const auto& [pair, count] : pairs) {
    ++rows[(pair >> 16) + 1];
    seconds.push_back(static_cast<std::uint16_t>(pair & 0xFFFF));
    levels.push_back(SyllableModel::level_of_count(count));
  }
  std::partial_sum(rows.begin(), rows.end(), rows.begin());

  SyllableModel::Header header{};
  std::memcpy(header.magic, "TRACUUSY", sizeof header.magic);
  header.version = SyllableModel::kVersion;
  header.forms = static_cast<std::uint32_t>(forms.size());
  header.pairs = static_cast<std::uint32_t>(pairs.size());
  header.text_bytes = static_cast<std::uint32_t>(text.size());
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  append_array(bytes, forms);
  append_array(bytes, rows);
  append_array(bytes, seconds);
  append_array(bytes, levels);
  bytes += text;
  return bytes;
}

void SyllableCounts::write(const std::filesystem::path& file) const {
  const std::string bytes = this->bytes();
  const std::filesystem::path fresh = file.string() + ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw io_error(fresh, errno);
  if (std::rename(fresh.c_str(), file.c_str()) != 0) {
    throw Error(ErrorCode::kIo, {file.string(), std::strerror(errno)});
  }
}

}  // namespace tracuu
