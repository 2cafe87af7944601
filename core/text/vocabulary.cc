#include "core/text/vocabulary.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/text/word_form.h"

namespace tracuu::text {
namespace {

constexpr std::size_t kShortBytes = 16;
constexpr std::size_t kFirstSlots = 1u << 9;  // queries are short, and grow() is quick

struct Key {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};

Key key_of(std::string_view bytes, std::size_t readable) {
  Key key;
  if (readable >= kShortBytes) {
    // One load of 16 bytes and a mask beats copying a length known only at run time.
    std::memcpy(&key.low, bytes.data(), 8);
    std::memcpy(&key.high, bytes.data() + 8, 8);
    const std::size_t n = bytes.size();
    if (n < 8) {
      key.low &= (std::uint64_t{1} << (8 * n)) - 1;
      key.high = 0;
    } else if (n < kShortBytes) {
      key.high &= (std::uint64_t{1} << (8 * (n - 8))) - 1;
    }
    return key;
  }
  char padded[kShortBytes] = {};
  std::memcpy(padded, bytes.data(), bytes.size());
  std::memcpy(&key.low, padded, 8);
  std::memcpy(&key.high, padded + 8, 8);
  return key;
}

std::size_t hash_of(const Key& key) {
  std::uint64_t h = key.low * 0x9E3779B97F4A7C15u ^ (key.high + 0x7F4A7C15u) * 0xC2B2AE3D27D4EB4Fu;
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9u;
  return h ^ h >> 32;
}

}  // namespace

Vocabulary::Vocabulary() {
  clear();
}

WordId Vocabulary::intern(std::string_view bytes, std::size_t readable) {
  if (bytes.size() > kShortBytes) {
    const auto [it, is_new] = long_.try_emplace(std::string(bytes), 0);
    if (is_new) it->second = add(bytes);
    return it->second;
  }
  const Key key = key_of(bytes, readable);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash_of(key) & mask;; i = (i + 1) & mask) {
    Slot& slot = slots_[i];
    if (slot.low == key.low && slot.high == key.high && slot.length == bytes.size()) {
      return slot.word;
    }
    if (slot.length != 0) continue;
    const WordId id = add(bytes);
    slot = {key.low, key.high, id, static_cast<std::uint32_t>(bytes.size())};
    if (++used_ * 2 > slots_.size()) grow();
    return id;
  }
}

void Vocabulary::shrink() {
  if (words_.size() > kMaxWords) clear();
}

void Vocabulary::clear() {
  slots_.assign(kFirstSlots, {});
  used_ = 0;
  ++epoch_;
  long_.clear();
  words_.clear();
  form_ids_.clear();
  forms_.clear();
}

WordId Vocabulary::add(std::string_view bytes) {
  WordForm form = word_form(bytes);
  Word word;
  word.is_syllable = form.is_syllable;
  word.has_marks = form.has_marks;
  word.has_capital = form.has_capital;
  word.has_digit = form.has_digit;
  word.toneless = intern_form(std::move(form.toneless));
  word.toned = intern_form(std::move(form.toned));
  words_.push_back(word);
  return static_cast<WordId>(words_.size() - 1);
}

FormId Vocabulary::intern_form(std::string form) {
  if (const auto it = form_ids_.find(form); it != form_ids_.end()) return it->second;
  const auto id = static_cast<FormId>(forms_.size());
  form_ids_.emplace(forms_.emplace_back(std::move(form)), id);
  return id;
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.length == 0) continue;
    std::size_t i = hash_of({slot.low, slot.high}) & mask;
    while (slots_[i].length != 0) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

}  // namespace tracuu::text
