#include "core/index/packed_check.h"

#include <cstdint>

#include "core/base/error.h"
#include "core/index/packed_lists.h"
#include "core/index/schema.h"

namespace tracuu {
namespace {

// Beyond this many, one sentence more says nothing more.
constexpr std::size_t kMaxSentences = 10;

class Check {
 public:
  explicit Check(const Xapian::Database& database)
      : database_(database), packed_(database), words_(database.get_lastdocid() + 1) {}

  std::vector<std::string> run() {
    count_words();
    compare_lengths();
    return sentences_;
  }

 private:
  void add(const std::string& sentence) {
    if (sentences_.size() < kMaxSentences) sentences_.push_back("packed lists: " + sentence);
  }

  void count_words() {
    std::string before;
    for (PackedLists::Terms terms(packed_, ""); terms.next(); before = terms.term()) {
      if (terms.term() <= before) add("'" + terms.term() + "' is not behind '" + before + "'");
      std::uint32_t occurrences = 0;
      terms.for_each([&](const Posting& posting) {
        occurrences += posting.count;
        if (posting.docid < words_.size()) {
          words_[posting.docid] += posting.count;
        } else {
          add("'" + terms.term() + "' in document " + std::to_string(posting.docid));
        }
      });
      if (occurrences != terms.list().occurrences) add("occurrences of '" + terms.term() + "'");
    }
  }

  void compare_lengths() {
    const std::string term(schema::kPacked);
    const auto end = database_.postlist_end(term);
    for (auto document = database_.postlist_begin(term); document != end; ++document) {
      if (document.get_wdf() == words_[*document]) continue;
      add(std::to_string(words_[*document]) + " words of document " + std::to_string(*document) +
          " instead of " + std::to_string(document.get_wdf()));
    }
  }

  const Xapian::Database& database_;
  const PackedLists packed_;
  std::vector<Xapian::termcount> words_;  // by docid
  std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> find_packed_damage(const Xapian::Database& database) {
  try {
    return Check(database).run();
  } catch (const Error& error) {
    return {error.what()};
  }
}

}  // namespace tracuu
