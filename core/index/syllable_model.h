// What an index has learnt about its syllables: which there are, how frequent each is, and what
// stands beside what.
//
//   forms_of("quyet")                        quyết, quyệt        the most frequent first
//   pair_log_probability(nghị, quyết)        -1.3                natural logarithm
//
// A file of the live generation, mapped into memory: opening it costs nothing, a look-up is a
// binary search. Written by SyllableCounts at the end of an indexing run, so it may lag behind the
// documents of a run in progress; it guides the reading of queries and decides no hit by itself.
//
// The file, little-endian: "TRACUUSY", u32 version, forms, pairs, bytes of text; then per form
// {u32 text offset, u8 toned bytes, u8 toneless bytes, u16 0, u32 count} ordered by toneless form,
// count down, toned form; row begins (forms + 1); pairs {u16 second} and {u8 level}; the text.
// A level is round(8 log2(count)) + 1, one byte for counts up to 2^31.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tracuu {

class SyllableModel {
 public:
  using Id = std::uint16_t;

  static constexpr std::string_view kFileName = "syllables";

  // Returns the name of the file of an access class (learned_counts.h).
  static std::string file_name(const std::string& access_class);

  static constexpr std::uint32_t kVersion = 1;

  // An empty model.
  SyllableModel() = default;

  // Opens the file of a generation; without one, or with one that is damaged or of another
  // version, the model is empty: an index is searched all the same.
  explicit SyllableModel(const std::filesystem::path& generation,
                         const std::string& access_class = {});

  // Returns the model of the bytes of a file (SyllableCounts::bytes), empty for others.
  static SyllableModel of_bytes(std::string bytes);

  bool empty() const { return form_count() == 0; }
  std::size_t form_count() const { return forms_.size(); }

  struct Range {
    Id begin = 0;
    Id end = 0;
    std::size_t size() const { return static_cast<std::size_t>(end - begin); }
  };

  // Returns the forms that are written `toneless` without marks, the most frequent first.
  Range forms_of(std::string_view toneless) const;

  // Returns the id of a form; nothing when no text had it.
  std::optional<Id> find(std::string_view toned, std::string_view toneless) const;

  std::string_view toned(Id id) const;
  std::string_view toneless(Id id) const;
  std::uint32_t count(Id id) const { return forms_[id].count; }

  // Returns how often the two stood side by side, to within 5 %; 0 when they never did.
  double pair_count(Id first, Id second) const;

  // Returns log P(form) and log P(second | first), the latter mixed with P(second) so that a pair
  // never seen is possible. REQUIRES: ids of this model.
  double log_probability(Id id) const;
  double pair_log_probability(Id first, Id second) const;

  // Calls visit(second, count) for what stood behind `first`.
  template <typename Visit>
  void for_each_after(Id first, Visit visit) const {
    for (std::uint32_t i = rows_[first]; i < rows_[first + 1U]; ++i) {
      if (seconds_[i] < forms_.size()) visit(seconds_[i], count_of_level(levels_[i]));
    }
  }

 private:
  friend class SyllableCounts;
  struct Header {
    char magic[8];
    std::uint32_t version;
    std::uint32_t forms;
    std::uint32_t pairs;
    std::uint32_t text_bytes;
  };
  struct Form {
    std::uint32_t text;
    std::uint8_t toned_bytes;
    std::uint8_t toneless_bytes;
    std::uint16_t reserved;
    std::uint32_t count;
  };
  static double count_of_level(std::uint8_t level);
  static std::uint8_t level_of_count(std::uint32_t count);
  bool use(std::string_view file);

  std::shared_ptr<const void> mapping_;
  std::span<const Form> forms_;
  std::span<const std::uint32_t> rows_;
  std::span<const std::uint16_t> seconds_;
  std::span<const std::uint8_t> levels_;
  std::string_view text_;
  double total_ = 1;
};

}  // namespace tracuu
