#include "searcher/understand/recognized.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/document/agency.h"
#include "core/document/citation/resolve.h"
#include "core/document/date.h"
#include "core/document/doctype.h"
#include "core/document/scan.h"
#include "core/index/schema.h"
#include "core/index/ties.h"
#include "core/text/fold.h"
#include "searcher/filters.h"

namespace tracuu {
namespace {

using query::Kind;
using query::Node;
using query::Occurrence;

constexpr std::size_t kMaxNameWords = 14;
constexpr std::size_t kYearDigits = 4;

// The words of a text, as views of it; punctuation belongs to the word it hangs on.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (words.size() < kMaxRecognizedWords) {
    while (const std::size_t blank = scan::blank_length(text, at)) at += blank;
    const std::size_t begin = at;
    while (at < text.size() && scan::blank_length(text, at) == 0) ++at;
    if (at == begin) break;
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

std::string_view run_of(const std::vector<std::string_view>& words, std::size_t first,
                        std::size_t last) {
  const char* begin = words[first].data();
  const char* end = words[last].data() + words[last].size();
  return {begin, static_cast<std::size_t>(end - begin)};
}

class Recognizer {
 public:
  explicit Recognizer(Snapshot& snapshot) : snapshot_(snapshot) {}

  void read(const Node& node) {
    if (node.occurrence == Occurrence::kExcluded) return;
    if (node.kind == Kind::kWords) read_words(node.text);
    if (node.kind != Kind::kAll) return;
    for (const Node& child : node.children) read(child);
  }

  std::vector<Recognized> take() { return std::move(found_); }

 private:
  bool has(std::string_view field) const {
    return std::ranges::find(found_, field, &Recognized::field) != found_.end();
  }

  void read_words(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    for (std::size_t i = 0; i < words.size();) {
      take_law(words, i);
      std::size_t used = take_year(words, i);
      if (used == 0) used = take_type(words, i);
      if (used == 0) used = take_agency(words, i);
      i += std::max<std::size_t>(used, 1);
    }
  }

  // Each take_…() returns the number of words it took.
  std::size_t take_type(const std::vector<std::string_view>& words, std::size_t i) {
    if (has(schema::kTypeField)) return 0;
    const std::string_view rest = run_of(words, i, words.size() - 1);
    const auto type = leading_type(rest);
    if (!type || !has_value(schema::kTypeField, type->name, snapshot_)) return 0;
    const std::string_view typed = rest.substr(0, type->length);
    found_.push_back({std::string(schema::kTypeField), type->name, std::string(typed)});
    return words_of(typed).size();
  }

  std::size_t take_year(const std::vector<std::string_view>& words, std::size_t i) {
    if (has(schema::kYearField) || i + 1 >= words.size()) return 0;
    if (name_key(words[i]) != "nam") return 0;
    const std::string_view digits = words[i + 1];
    if (scan::digit_count(digits, 0, kYearDigits) != kYearDigits) return 0;
    const std::string year(digits.substr(0, kYearDigits));
    if (!name_key(digits.substr(kYearDigits)).empty()) return 0;
    if (!has_value(schema::kYearField, year, snapshot_)) return 0;
    found_.push_back({std::string(schema::kYearField), year, std::string(run_of(words, i, i + 1))});
    return 2;
  }

  // The longest run from word i on that is the name of a law the index has. Its words are looked at
  // for the other fields all the same: «luật» is a type.
  void take_law(const std::vector<std::string_view>& words, std::size_t i) {
    if (has(kLawField)) return;
    const auto type = leading_type(run_of(words, i, words.size() - 1));
    if (!type || !is_named_type(type->name)) return;
    for (std::size_t last = std::min(words.size(), i + kMaxNameWords); last-- > i + 1;) {
      const std::string_view run = run_of(words, i, last);
      const std::string key = "=" + law_name_key(type->name, run);
      if (snapshot_.postings().frequency(schema::term(schema::kNumber, key)) == 0) continue;
      found_.push_back({std::string(kLawField), key, std::string(run)});
      return;
    }
  }

  // The longest run from word i on that is an agency's name.
  std::size_t take_agency(const std::vector<std::string_view>& words, std::size_t i) {
    if (has(schema::kAgencyField)) return 0;
    // A name goes on after its first word in few ways: one look-up tells that none begins here.
    const std::string first = agency_key(words[i]);
    const std::string begin = schema::filter_term(schema::kAgencyField, first);
    const IndexView& database = snapshot_.database();
    if (first.empty() || database.allterms_begin(begin) == database.allterms_end(begin)) return 0;
    for (std::size_t last = std::min(words.size(), i + kMaxNameWords); last-- > i;) {
      const std::string_view run = run_of(words, i, last);
      if (!has_value(schema::kAgencyField, run, snapshot_)) continue;
      std::string label = snapshot_.agencies().label_of(run);
      if (label.empty()) label = agency_label(run);
      found_.push_back({std::string(schema::kAgencyField), std::move(label), std::string(run)});
      return last - i + 1;
    }
    return 0;
  }

  Snapshot& snapshot_;
  std::vector<Recognized> found_;
};

}  // namespace

std::vector<Recognized> recognize(const Node& tree, Snapshot& snapshot) {
  Recognizer recognizer(snapshot);
  recognizer.read(tree);
  return recognizer.take();
}

DocumentSet docs_with(const Recognized& recognized, Snapshot& snapshot) {
  if (recognized.field == kLawField) {
    return *snapshot.postings().with(schema::term(schema::kNumber, recognized.value));
  }
  return docs_with_value(recognized.field, recognized.value, snapshot);
}

}  // namespace tracuu
