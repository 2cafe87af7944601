// Interns the words of texts: each spelling is brought into canonical form once.
//
// Vietnamese text repeats some seven thousand syllables, so a look-up of the bytes as they stand
// replaces decoding, case, mark and tone work for nearly every word:
//
//   intern("Nghị").toned and intern("NGHỊ").toned are one FormId, "nghị"
//
// The table is bounded: when it holds kMaxWords spellings, shrink() empties it between two texts.

#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tracuu::text {

// Equal ids, equal form, within one Vocabulary between two calls of shrink().
using FormId = std::uint32_t;
using WordId = std::uint32_t;

struct Word {
  FormId toned = 0;
  FormId toneless = 0;
  bool is_syllable = false;
  bool has_marks = false;
  bool has_capital = false;
  bool has_digit = false;
};

class Vocabulary {
 public:
  static constexpr std::size_t kMaxWords = 1u << 18;

  Vocabulary();

  // Returns the word that these bytes spell. `readable` says how many bytes from bytes.data() on
  // may be read (≥ bytes.size()). Amortized cost: a hash of 16 bytes.
  WordId intern(std::string_view bytes, std::size_t readable);

  const Word& word(WordId id) const { return words_[id]; }
  std::string_view form(FormId id) const { return forms_[id]; }
  std::size_t form_count() const { return forms_.size(); }

  // Changes whenever the ids given before become void.
  std::uint32_t epoch() const { return epoch_; }

  // Empties the table when it has grown past kMaxWords. Ids given before are void then.
  void shrink();

 private:
  // A spelling of up to 16 bytes, zero-padded; longer ones live in long_.
  struct Slot {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    WordId word = 0;
    std::uint32_t length = 0;  // 0: empty
  };

  void clear();
  WordId add(std::string_view bytes);
  FormId intern_form(std::string form);
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::uint32_t epoch_ = 0;
  std::unordered_map<std::string, WordId> long_;
  std::vector<Word> words_;
  std::deque<std::string> forms_;  // stable addresses: form_ids_ views into them
  std::unordered_map<std::string_view, FormId> form_ids_;
};

}  // namespace tracuu::text
