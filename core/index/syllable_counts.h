// How often syllables, and syllables side by side, occur in the texts of an index.
//
//   add(«nghị quyết của nghị viện»)    nghị 2, quyết 1, …    nghị→quyết 1, quyết→của 1, …
//
// Counted while indexing and written beside the database (syllable_model.h reads it): what the
// index itself says about the marks of a syllable typed without them, about typing errors and about
// where joined syllables come apart.
//
// Bounded: pairs that came once are let go when the table is full, so frequent pairs survive with
// nearly their true counts (lossy counting). Belongs to one thread.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/analyzer.h"

namespace tracuu {

class SyllableModel;

class SyllableCounts {
 public:
  // Forms at most; syllables by the grammar are some 18,000.
  static constexpr std::size_t kMaxForms = 60000;
  // Pairs at most: some 50 MB.
  static constexpr std::size_t kMaxPairs = std::size_t{3} << 20;

  // Counts the tokens of one text: syllables and other words of letters, no numbers.
  // REQUIRES: every text added to one object was analyzed into one Analysis.
  void add(const text::Analysis& analysis);

  // Adds the counts of `other`.
  void merge(const SyllableCounts& other);
  void merge(const SyllableModel& model);

  // Takes the counts of `other` away, of pairs some more: the file that they come from keeps them
  // to within 5 % (syllable_model.h), and no pair of words that `other` alone had may stay.
  void subtract(const SyllableCounts& other);

  bool empty() const { return forms_.empty(); }

  // Returns the model as the bytes of its file.
  std::string bytes() const;

  // Writes the model file, in place of an older one, by one rename(2). Throws kIo, kDiskFull.
  void write(const std::filesystem::path& file) const;

 private:
  using Id = std::uint16_t;
  struct Form {
    std::string toned;
    std::string toneless;
    bool is_syllable = false;
    std::uint32_t count = 0;
  };
  // A hash table of pairs without deletion; a count of 0 is an empty slot.
  class Pairs {
   public:
    void add(std::uint32_t pair, std::uint32_t count);
    std::size_t size() const { return size_; }
    std::uint32_t count(std::uint32_t pair) const;
    void drop_rare();
    template <typename Visit>
    void for_each(Visit visit) const {
      for (std::size_t i = 0; i < counts_.size(); ++i) {
        if (counts_[i] != 0) visit(keys_[i], counts_[i]);
      }
    }

   private:
    void rehash(std::size_t slots, std::uint32_t least);
    std::vector<std::uint32_t> keys_;
    std::vector<std::uint32_t> counts_;
    std::size_t size_ = 0;
  };

  Id id_of(std::string_view toned, std::string_view toneless, bool is_syllable);
  Id local_id(const text::Analysis& analysis, const text::Word& word);
  void add_pair(Id first, Id second, std::uint32_t count);
  std::vector<Id> in_file_order() const;

  static constexpr Id kNoId = 0xFFFF;
  static constexpr Id kUnseen = 0xFFFE;

  std::vector<Form> forms_;
  std::unordered_map<std::string, Id> ids_;
  Pairs pairs_;
  std::vector<Id> by_form_;  // of the Analysis: FormId -> Id
  std::uint32_t epoch_ = 0;  // of its vocabulary
};

}  // namespace tracuu
